import time
from multiprocessing import Process


def nap():
    try:
        print("good night", flush=True)
        time.sleep(3600)
    finally:
        print("this is never printed", flush=True)


if __name__ == "__main__":
    sleeper = Process(target=nap)
    sleeper.start()
    sleeper.join(timeout=2)
    print("still alive:", sleeper.is_alive(), flush=True)
    sleeper.terminate()
    sleeper.join()
    print("exit code:", sleeper.exitcode, flush=True)
