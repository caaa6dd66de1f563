import asyncio


async def draw(name, first, second, words):
    async with first:
        print(f"{name} has the {words[0]} and wants the {words[1]}")
        await asyncio.sleep(0.1)
        async with second:
            print(f"{name} draws")


async def main():
    brush = asyncio.Lock()
    paint = asyncio.Lock()
    anna = asyncio.create_task(draw("Anna", brush, paint, ("brush", "paint")), name="Anna")
    bert = asyncio.create_task(draw("Bert", paint, brush, ("paint", "brush")), name="Bert")
    await anna
    await bert


asyncio.run(main())
