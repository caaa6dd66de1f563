import asyncio
import time

import aiohttp

PAGES = 6
AT_ONCE = 2
loading = most = 0


async def download(session, slots, page):
    global loading, most
    async with slots:
        loading += 1
        most = max(most, loading)
        async with session.get(f"http://slow-1.test/{page}") as response:
            await response.read()
        loading -= 1


async def main():
    slots = asyncio.Semaphore(AT_ONCE)
    begun = time.perf_counter()
    async with aiohttp.ClientSession() as session:
        async with asyncio.TaskGroup() as group:
            for page in range(PAGES):
                group.create_task(download(session, slots, page), name=f"page {page}")
    print(f"{PAGES} pages, at most {most} at once")
    print(f"{time.perf_counter() - begun:.0f} seconds")


asyncio.run(main())
