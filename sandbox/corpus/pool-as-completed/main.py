import time
from concurrent.futures import ThreadPoolExecutor, as_completed


def download(name, seconds):
    time.sleep(seconds)
    return f"{name} after {seconds} s"


with ThreadPoolExecutor() as pool:
    futures = [
        pool.submit(download, "film", 0.9),
        pool.submit(download, "song", 0.5),
        pool.submit(download, "picture", 0.1),
    ]
    for future in as_completed(futures):
        print(future.result())
