# Two processes add to a shared value, whose lock each holds for a read and for a write only.
from multiprocessing import Process, Value


def add(counter):
    counter.value += 1


if __name__ == "__main__":
    counter = Value("i", 0)
    workers = [Process(target=add, args=(counter,)) for _ in range(2)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    assert counter.value == 2, counter.value
