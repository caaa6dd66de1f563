import time
from concurrent.futures import ThreadPoolExecutor


def bake(minutes):
    time.sleep(minutes / 10)
    return f"{minutes} min cake"


with ThreadPoolExecutor(max_workers=3) as kitchen:
    for cake in kitchen.map(bake, [5, 1, 4, 2, 3, 1]):
        print(cake)
print("closed")
