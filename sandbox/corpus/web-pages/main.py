import time
from concurrent.futures import ThreadPoolExecutor
from urllib.request import urlopen

URLS = [f"https://example.com/page/{number}" for number in range(6)]


def fetch(url):
    with urlopen(url) as response:
        return response.status


begun = time.perf_counter()
print([fetch(url) for url in URLS])
one_by_one = time.perf_counter() - begun

begun = time.perf_counter()
with ThreadPoolExecutor(max_workers=6) as pool:
    print(list(pool.map(fetch, URLS)))
together = time.perf_counter() - begun
print("together is at least twice as fast:", together * 2 < one_by_one)
