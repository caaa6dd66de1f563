# Generators that nobody can go on with are closed, and clean up (Python reference, 6.2.9).
import asyncio
import time

told = []


def items(n=5, name="g"):
    try:
        for i in range(n):
            yield i
    finally:
        told.append(name)


for x in items():
    if x == 1:
        break
told.append("behind")
assert told == ["g", "behind"], told
told.clear()

for x in items(name="outer"):
    for y in items(name="inner"):
        if y == 1:
            break
    if x == 1:
        break
assert told == ["inner", "inner", "outer"], told
told.clear()

g = items(name="deleted")
next(g)
del g
assert told == ["deleted"], told
told.clear()

g = items(name="still named")
other = g
next(g)
del g
assert told == [] and next(other) == 1, told


def first():
    for x in items(name="returned from"):
        return x


assert first() == 0
assert told == ["returned from"], told
told.clear()
kept = []


def keep():
    kept.append(items(name="kept"))
    return kept[0]


for x in keep():
    break
assert told == [] and next(kept[0]) == 1, told


def delegating():
    yield from items(name="delegated to")


for x in delegating():
    break
assert told == ["delegated to"], told
told.clear()


async def later(n, name):
    try:
        for i in range(n):
            await asyncio.sleep(0.01)
            yield i
    finally:
        await asyncio.sleep(0.01)
        told.append(name)


async def main():
    time.sleep(0)  # has the name of a coroutine function, and is none
    async for x in later(5, "left"):
        if x == 1:
            break
    told.append("behind")
    await asyncio.sleep(0.1)
    assert told == ["behind", "left"], told
    g = later(3, "dropped")
    assert await anext(g) == 0
    del g
    await asyncio.sleep(0.1)
    assert told[2:] == ["dropped"], told


asyncio.run(main())
print("ok")
