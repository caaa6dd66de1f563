# In one order.
from multiprocessing import Lock, Process


def work(first, second):
    with first:
        with second:
            pass


if __name__ == "__main__":
    a, b = Lock(), Lock()
    workers = [Process(target=work, args=(a, b)), Process(target=work, args=(a, b))]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
