import asyncio


async def bake(shelf):
    for loaf in range(1, 6):
        await shelf.put(loaf)
        print(f"baked {loaf}, {shelf.qsize()} on the shelf")
    await shelf.put(None)


async def buy(shelf):
    while True:
        await asyncio.sleep(1)
        loaf = await shelf.get()
        if loaf is None:
            return
        print(f"sold {loaf}")


async def main():
    shelf = asyncio.Queue(maxsize=2)
    await asyncio.gather(bake(shelf), buy(shelf))


asyncio.run(main())
