# Who waits for the first of two may find both done, and must not ask for one of them by name.
import asyncio


async def work():
    await asyncio.sleep(0)


async def main():
    one, two = asyncio.create_task(work()), asyncio.create_task(work())
    await asyncio.wait([one, two], return_when=asyncio.FIRST_COMPLETED)
    assert one.done()


asyncio.run(main())
