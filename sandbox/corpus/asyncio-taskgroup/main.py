import asyncio


async def slow(where):
    try:
        await asyncio.sleep(2)
        print(f"{where}: slow has ended by itself")
    except asyncio.CancelledError:
        print(f"{where}: slow was cancelled")
        raise


async def fails():
    await asyncio.sleep(1)
    raise ValueError("no such page")


async def main():
    try:
        await asyncio.gather(slow("gather"), fails())
    except ValueError as error:
        print("gather:", error)
    await asyncio.sleep(2)
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(slow("group"))
            group.create_task(fails())
    except* ValueError as errors:
        print("group:", *errors.exceptions)


asyncio.run(main())
