# Two processes take two locks in opposite orders.
from multiprocessing import Lock, Process


def work(first, second):
    with first:
        with second:
            pass


if __name__ == "__main__":
    a, b = Lock(), Lock()
    workers = [Process(target=work, args=(a, b)), Process(target=work, args=(b, a))]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
