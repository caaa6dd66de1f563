import multiprocessing
import sys


def greet(name, code):
    print(f"hello {name}, I am {multiprocessing.current_process().name}", flush=True)
    sys.exit(code)


if __name__ == "__main__":
    for name, code in (("Ada", 0), ("Alan", 3)):
        process = multiprocessing.Process(target=greet, args=(name, code))
        process.start()
        process.join()
        print(f"{process.name} ended with {process.exitcode}", flush=True)
