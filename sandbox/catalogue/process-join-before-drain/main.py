# A process does not end while its queue holds more than a pipe does: joining it first never ends.
from multiprocessing import Process, Queue


def produce(queue):
    queue.put("x" * 100_000)


if __name__ == "__main__":
    queue = Queue()
    worker = Process(target=produce, args=(queue,))
    worker.start()
    worker.join()
    queue.get()
