# Check, await, act: both tasks find enough money before either takes it.
import asyncio

balance = 100


async def withdraw(amount):
    global balance
    if balance >= amount:
        await asyncio.sleep(0)
        balance -= amount


async def main():
    await asyncio.gather(withdraw(80), withdraw(80))
    assert balance >= 0, balance


asyncio.run(main())
