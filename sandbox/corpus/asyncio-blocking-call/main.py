import asyncio
import time


async def heart(beats, begun):
    for beat in range(beats):
        print(f"beat at {time.perf_counter() - begun:.1f}")
        await asyncio.sleep(0.5)


async def careless():
    await asyncio.sleep(0.1)
    time.sleep(1.2)
    print("careless call is over")


async def careful():
    await asyncio.sleep(0.1)
    await asyncio.to_thread(time.sleep, 1.2)
    print("careful call is over")


async def main():
    for work in careless, careful:
        await asyncio.gather(heart(4, time.perf_counter()), work())


asyncio.run(main())
