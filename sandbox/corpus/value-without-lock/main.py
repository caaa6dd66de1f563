import time
from multiprocessing import Barrier, Process, Value


def count(counter, gate):
    gate.wait()
    for _ in range(100):
        value = counter.value
        time.sleep(0.0001)
        counter.value = value + 1


if __name__ == "__main__":
    counter, gate = Value("i", 0), Barrier(2)
    processes = [Process(target=count, args=(counter, gate)) for _ in range(2)]
    for process in processes:
        process.start()
    for process in processes:
        process.join()
    print("increments:", 200)
    print("some were lost:", counter.value < 200)
