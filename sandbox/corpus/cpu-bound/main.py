import multiprocessing
import threading
import time

LOOPS = 400_000


def count():
    left = LOOPS
    while left:
        left -= 1


def measured(workers):
    begun = time.perf_counter()
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    return time.perf_counter() - begun


if __name__ == "__main__":
    begun = time.perf_counter()
    for _ in range(4):
        count()
    alone = time.perf_counter() - begun
    threads = measured([threading.Thread(target=count) for _ in range(4)])
    processes = measured([multiprocessing.Process(target=count) for _ in range(4)])
    print("threads are as slow as one:", 0.8 * alone <= threads <= 1.3 * alone)
    print("processes are faster:", processes < alone * 0.9)
