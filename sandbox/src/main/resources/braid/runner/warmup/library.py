# What other programs import, and a bit of what they do with it.
import asyncio
import logging
import multiprocessing
import subprocess
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import dataclass
from urllib.request import urlopen


@dataclass
class Order:
    number: int


async def cook(orders):
    while (order := await orders.get()) is not None:
        await asyncio.sleep(0.01 * order.number)


async def main():
    orders = asyncio.Queue(2)
    cooks = [asyncio.create_task(cook(orders)) for _ in range(2)]
    for number in range(3):
        await orders.put(Order(number))
    for _ in cooks:
        await orders.put(None)
    await asyncio.gather(*cooks)
    async with asyncio.timeout(1), asyncio.Lock():
        await asyncio.to_thread(print, orders.qsize())


def fetch(number):
    with urlopen(f"http://example.com/{number}") as page:
        return page.status


if __name__ == "__main__":
    asyncio.run(main())
    with ThreadPoolExecutor(2) as pool:
        for future in as_completed([pool.submit(fetch, number) for number in range(2)]):
            print(future.result())
    process = multiprocessing.Process(target=print, args=("a process",))
    process.start()
    process.join()
    print(subprocess.run(["echo", "hello"], capture_output=True, text=True).stdout)
    logging.warning("done")
