from multiprocessing import Barrier, Process, Value


def count(counter, gate):
    gate.wait()
    for _ in range(100):
        with counter.get_lock():
            counter.value += 1


if __name__ == "__main__":
    counter, gate = Value("i", 0), Barrier(2)
    processes = [Process(target=count, args=(counter, gate)) for _ in range(2)]
    for process in processes:
        process.start()
    for process in processes:
        process.join()
    print("increments:", counter.value)
