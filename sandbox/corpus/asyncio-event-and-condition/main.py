import asyncio


async def guest(name, door, free, tables):
    await door.wait()
    async with free:
        await free.wait_for(lambda: tables)
        table = tables.pop()
    print(f"{name} sits at table {table}")
    await asyncio.sleep(1)
    async with free:
        tables.append(table)
        print(f"{name} leaves table {table}")
        free.notify()


async def main():
    door = asyncio.Event()
    free = asyncio.Condition()
    tables = [2, 1]
    guests = [asyncio.create_task(guest(name, door, free, tables), name=name)
              for name in ("Ida", "Jan", "Kim")]
    await asyncio.sleep(0.5)
    print("the door opens")
    door.set()
    await asyncio.gather(*guests)


asyncio.run(main())
