import time
from concurrent.futures import CancelledError, ThreadPoolExecutor


def work(name):
    time.sleep(0.5)
    return name


with ThreadPoolExecutor(max_workers=1) as pool:
    first, second, third = (pool.submit(work, name) for name in ("one", "two", "three"))
    time.sleep(0.1)
    print("first:", first.cancel(), first.running())
    print("second:", second.cancel(), second.cancelled())
    pool.shutdown(wait=False, cancel_futures=True)
    print("third:", third.cancelled())
    try:
        second.result()
    except CancelledError:
        print("second has no result")
    print("first:", first.result())
