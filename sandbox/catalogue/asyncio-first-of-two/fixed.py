# Whichever is done.
import asyncio


async def work():
    await asyncio.sleep(0)


async def main():
    one, two = asyncio.create_task(work()), asyncio.create_task(work())
    done, _ = await asyncio.wait([one, two], return_when=asyncio.FIRST_COMPLETED)
    assert done <= {one, two}


asyncio.run(main())
