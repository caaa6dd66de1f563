# Who waits is not in the pool: what is submitted waits for nobody.
from concurrent.futures import ThreadPoolExecutor

pool = ThreadPoolExecutor(max_workers=1)


def inner():
    return 1


def outer(value):
    return value + 1


print(pool.submit(outer, pool.submit(inner).result()).result())
