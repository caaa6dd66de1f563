# A lock around checking and acting.
import asyncio

balance = 100


async def withdraw(lock, amount):
    global balance
    async with lock:
        if balance >= amount:
            await asyncio.sleep(0)
            balance -= amount


async def main():
    lock = asyncio.Lock()
    await asyncio.gather(withdraw(lock, 80), withdraw(lock, 80))
    assert balance >= 0, balance


asyncio.run(main())
