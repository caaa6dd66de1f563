import asyncio
import time


async def make(what, seconds):
    print(f"{what}: started")
    await asyncio.sleep(seconds)
    print(f"{what}: ready")
    return what


async def main():
    start = time.perf_counter()
    tea = asyncio.create_task(make("tea", 3), name="tea")
    toast = asyncio.create_task(make("toast", 2), name="toast")
    print("both are on their way")
    print("breakfast:", await tea, "and", await toast)
    print(f"after {time.perf_counter() - start:.0f} seconds")


asyncio.run(main())
