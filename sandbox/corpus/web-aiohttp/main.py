import asyncio
import time

import aiohttp

URLS = [f"https://example.com/page/{number}" for number in range(6)]


async def fetch(session, url):
    async with session.get(url) as response:
        text = await response.text()
        return response.status, len(text)


async def main():
    async with aiohttp.ClientSession() as session:
        begun = time.perf_counter()
        one_by_one = [await fetch(session, url) for url in URLS]
        slow = time.perf_counter() - begun

        begun = time.perf_counter()
        together = await asyncio.gather(*(fetch(session, url) for url in URLS))
        fast = time.perf_counter() - begun

    print([status for status, _ in together])
    print("the same pages:", one_by_one == together)
    print("together is at least twice as fast:", fast * 2 < slow)


asyncio.run(main())
