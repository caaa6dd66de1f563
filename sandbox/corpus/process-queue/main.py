import time
from multiprocessing import Process, Queue


def wash(jobs, results):
    while (plate := jobs.get()) is not None:
        time.sleep(0.2)
        results.put((plate, "clean"))


if __name__ == "__main__":
    jobs, results = Queue(), Queue()
    washers = [Process(target=wash, args=(jobs, results)) for _ in range(2)]
    for washer in washers:
        washer.start()
    for plate in range(6):
        jobs.put(plate)
    for _ in washers:
        jobs.put(None)
    for plate, state in sorted(results.get() for _ in range(6)):
        print(f"plate {plate} is {state}")
    for washer in washers:
        washer.join()
