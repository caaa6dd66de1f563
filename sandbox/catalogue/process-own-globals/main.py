# Each process has globals of its own: nobody shares the counter.
from multiprocessing import Process

counter = 0


def add():
    global counter
    counter += 1
    assert counter == 1, counter


if __name__ == "__main__":
    workers = [Process(target=add) for _ in range(2)]
    for worker in workers:
        worker.start()
    add()
    for worker in workers:
        worker.join()
    assert [worker.exitcode for worker in workers] == [0, 0]
