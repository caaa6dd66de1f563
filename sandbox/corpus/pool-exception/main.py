import time
from concurrent.futures import ThreadPoolExecutor


def parse(text):
    time.sleep(0.1)
    return int(text)


with ThreadPoolExecutor(2) as pool:
    good = pool.submit(parse, "12")
    bad = pool.submit(parse, "twelve")
    forgotten = pool.submit(parse, "dozen")

print(good.result())
print("the error is", type(bad.exception()).__name__)
try:
    bad.result()
except ValueError as error:
    print(error)
print("and nobody asked for the third")
