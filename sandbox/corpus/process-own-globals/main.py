import multiprocessing
import threading

seen = []


def look(what):
    seen.append(what)
    print("inside:", seen, flush=True)


if __name__ == "__main__":
    process = multiprocessing.Process(target=look, args=("from a process",))
    process.start()
    process.join()
    print("after the process:", seen, flush=True)

    thread = threading.Thread(target=look, args=("from a thread",))
    thread.start()
    thread.join()
    print("after the thread:", seen, flush=True)
