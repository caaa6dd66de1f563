# The queue is drained first.
from multiprocessing import Process, Queue


def produce(queue):
    queue.put("x" * 100_000)


if __name__ == "__main__":
    queue = Queue()
    worker = Process(target=produce, args=(queue,))
    worker.start()
    queue.get()
    worker.join()
