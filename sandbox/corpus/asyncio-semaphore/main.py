import asyncio
import time


async def download(number, slots):
    async with slots:
        print(f"{number} begins")
        await asyncio.sleep(1)
        print(f"{number} has come")


async def main():
    start = time.perf_counter()
    slots = asyncio.Semaphore(2)
    await asyncio.gather(*(download(number, slots) for number in range(1, 7)))
    print(f"{time.perf_counter() - start:.0f} seconds")


asyncio.run(main())
