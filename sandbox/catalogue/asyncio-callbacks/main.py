# Callbacks that trust the order in which they were asked for: asyncio keeps it, another loop need not.
import asyncio

log = []


async def main():
    loop = asyncio.get_running_loop()
    loop.call_soon(log.append, 1)
    loop.call_soon(lambda: log.append(2))
    loop.call_soon(log.append, 3)
    await asyncio.sleep(0.1)
    assert log == [1, 2, 3], log


asyncio.run(main())
