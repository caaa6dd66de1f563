# Two tasks of one loop read, await, and write: the await is the switch. No preemption is needed,
# and no other order exists, because a loop goes first in, first out.
import asyncio

counter = 0


async def add():
    global counter
    read = counter
    await asyncio.sleep(0)
    counter = read + 1


async def main():
    await asyncio.gather(add(), add())
    assert counter == 2, counter


asyncio.run(main())
