# asyncio: generator expressions that await, or have a loop that does.
import asyncio


async def double(x):
    await asyncio.sleep(x / 10)
    return x * 2


async def ok(x):
    await asyncio.sleep(0)
    return x % 2 == 1


async def all_of(generator):
    return [v async for v in generator]


async def main():
    g = (await double(x) for x in range(3))
    assert type(g).__name__ == "async_generator"
    assert await all_of(g) == [0, 2, 4]
    assert await all_of(x for x in range(6) if await ok(x)) == [1, 3, 5]
    assert [v async for v in (
        await double(x)
        for (x) in [1, 2]
        for y in [1, 2]
    )] == [2, 2, 4, 4]
    try:
        sum(await double(x) for x in range(3))
    except TypeError as e:
        assert str(e) == "'async_generator' object is not iterable", e
    else:
        assert False, "summed"
    try:
        any(await double(x) for x in 5)
    except TypeError as e:
        assert str(e) == "'int' object is not iterable", e
    else:
        assert False, "iterated over 5"
    assert sum([await double(x) for x in range(3)]) == 6
    h = (await double(x) for x in [5])
    assert await anext(h) == 10
    try:
        await anext(h)
    except StopAsyncIteration:
        pass
    else:
        assert False, "not over"
    k = (await double(x) for x in [5, 6])
    assert await anext(k) == 10
    await k.aclose()
    assert list((x for x in [1])) == [1]
    assert [x async for x in each(range(4)) if await ok(x)] == [1, 3]


async def each(xs):
    for x in xs:
        yield x


async def mixed():
    for generator, expected in [
        ((await double(x) for x in [1, 2] for y in [1, 2]), [2, 2, 4, 4]),
        ((await double(x) async for x in each([1, 2]) for y in [1, 2]), [2, 2, 4, 4]),
        ((await double(x) async for x in each([1, 2]) async for y in each("ab")), [2, 2, 4, 4]),
        ((x async for x in each([1, 2]) for y in [1, 2]), [1, 1, 2, 2]),
        ((await double(x) for (x) in [1, 2]), [2, 4]),
        ((
            await double(x)
            for x in [1, 2]), [2, 4]),
        (([await double(y) for y in range(x)] for x in range(3)), [[], [0], [0, 2]]),
        (((a, await double(b)) for a, b in zip("ab", [1, 2])), [("a", 2), ("b", 4)]),
        ((await double(x) async for x in each([0, 1]) if x for y in [1, 2] if y), [2, 2]),
    ]:
        found = [v async for v in generator]
        assert found == expected, found


asyncio.run(main())
asyncio.run(mixed())
print("ok")
