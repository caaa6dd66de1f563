# asyncio: a generator expression that awaits, over several lines and alone in its program.
import asyncio


async def double(x):
    return x * 2


async def main():
    g = (
        await double(
            x,
        )
        for x in [1, 2]
    )
    assert [v async for v in g] == [2, 4]


asyncio.run(main())
print("ok")
