# Generators that nobody can go on with are closed, and clean up (Python reference, 6.2.9).
import asyncio
import functools
import itertools
import queue
import threading
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

d = items(name="deleted")
next(d)
del d
assert told == ["deleted"], told
told.clear()

e = items(name="one")
f = items(name="another")
next(e), next(f)
del e, f
assert sorted(told) == ["another", "one"], told
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


# One that somebody else has goes on.
g = items(3, name="a thread's")
seen = []


def consume(given):
    for x in given:
        seen.append(x)
        time.sleep(0.01)


thread = threading.Thread(target=consume, args=(g,))
thread.start()
time.sleep(0.005)
del g
thread.join()
assert seen == [0, 1, 2] and told == ["a thread's"], (seen, told)
told.clear()

h = items(4, name="sliced")
part = itertools.islice(h, 2)
del h
assert list(part) == [0, 1]

line = queue.Queue()
i = items(2, name="queued")
line.put(i)
del i
assert list(line.get()) == [0, 1]

j = items(name="bound")
step = j.__next__
del j
assert step() == 0 and step() == 1


@functools.cache
def cached():
    yield from items(name="cached")


for x in cached():
    break
assert next(cached()) == 1


def paired():
    global pairs
    made = items(name="zipped")
    pairs = zip(made, "ab")
    return made


for x in paired():
    break
assert list(pairs) == [(1, "a"), (2, "b")]
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
    dropped = later(3, "dropped")
    assert await anext(dropped) == 0
    del dropped
    await asyncio.sleep(0.1)
    assert told[2:] == ["dropped"], told


asyncio.run(main())
print("ok")
