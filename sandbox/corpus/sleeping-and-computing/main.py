import threading
import time


def wait():
    time.sleep(0.5)


def compute():
    for _ in range(200_000):
        pass


def seconds(work, count):
    threads = [threading.Thread(target=work, name=f"{work.__name__}-{n}") for n in range(count)]
    start = time.perf_counter()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return time.perf_counter() - start


for work in (wait, compute):
    one = seconds(work, 1) or 1  # only a simulated machine takes time to compute
    print(f"{work.__name__}: four threads take {seconds(work, 4) / one:.0f} × the time of one")
