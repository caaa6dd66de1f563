# An await that never suspends between reading and writing is no switch.
import asyncio

counter = 0


async def one():
    return 1


async def add():
    global counter
    counter = counter + await one()


async def main():
    await asyncio.gather(add(), add())
    assert counter == 2, counter


asyncio.run(main())
