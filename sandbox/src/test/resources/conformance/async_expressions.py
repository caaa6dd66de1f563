# asyncio: generator expressions that await, or have a loop that does.
import asyncio


async def double(x):
    await asyncio.sleep(x / 10)
    return x * 2


async def ok(x):
    await asyncio.sleep(0)
    return x % 2 == 1


async def main():
    g = (await double(x) for x in range(3))
    print(type(g).__name__)
    async for v in g:
        print(v)
    print([v async for v in (x for x in range(6) if await ok(x))])
    print([v async for v in (
        await double(x)
        for (x) in [1, 2]
        for y in [1, 2]
    )])
    print([v async for v in ((a, await double(b)) for a, b in zip("ab", [1, 2]))])
    print([v async for v in ([await double(y) for y in range(x)] for x in range(3))])
    try:
        print(sum(await double(x) for x in range(3)))
    except TypeError as e:
        print(e)
    try:
        print(any(await double(x) for x in 5))
    except TypeError as e:
        print(e)
    print(sum([await double(x) for x in range(3)]))
    h = (await double(x) for x in [5])
    print(await anext(h))
    try:
        await anext(h)
    except StopAsyncIteration:
        print("over")
    k = (await double(x) for x in [5, 6])
    print(await anext(k))
    await k.aclose()
    print(list((x for x in [1])), [x async for x in agen() if await ok(x)])


async def agen():
    for i in range(4):
        yield i


async def each(xs):
    for x in xs:
        yield x


async def mixed():
    for k, g in enumerate([
        lambda: (await double(x) for x in [1, 2] for y in [1, 2]),
        lambda: (await double(x) async for x in each([1, 2]) for y in [1, 2]),
        lambda: (await double(x) async for x in each([1, 2]) async for y in each([1, 2])),
        lambda: (x async for x in each([1, 2]) for y in [1, 2]),
        lambda: (await double(x) for (x) in [1, 2]),
        lambda: (
            await double(x)
            for x in [1, 2]),
        lambda: ([await double(y) for y in range(x)] for x in range(3)),
        lambda: ((a, await double(b)) for a, b in zip("ab", [1, 2])),
        lambda: (await double(x) async for x in each([1, 2]) if x for y in [1, 2] if y),
    ]):
        try:
            print(k, [v async for v in g()])
        except Exception as e:
            print(k, type(e).__name__, e)


asyncio.run(main())
asyncio.run(mixed())
