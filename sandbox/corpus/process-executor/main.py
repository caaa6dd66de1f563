import os
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool


def power(base, exponent):
    return base**exponent


def crash():
    os._exit(1)


if __name__ == "__main__":
    with ProcessPoolExecutor(max_workers=2) as pool:
        print(list(pool.map(power, (2, 3, 10), (10, 4, 3))))
    with ProcessPoolExecutor(max_workers=1) as pool:
        broken = pool.submit(crash)
        try:
            broken.result()
        except BrokenProcessPool:
            print("the worker died")
