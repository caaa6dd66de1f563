# asyncio: Lock, Event, Condition, Semaphore, BoundedSemaphore, Barrier.
import asyncio


def refused(kind, function, *args, text=None):
    try:
        function(*args)
    except kind as error:
        assert text is None or text in str(error), str(error)
    else:
        raise AssertionError(f"no {kind.__name__}")


async def settle(turns=5):
    for _ in range(turns):
        await asyncio.sleep(0)


async def test_a_lock_excludes_and_is_fair():
    lock, inside, order = asyncio.Lock(), [], []

    async def work(n):
        async with lock:
            inside.append(n)
            assert len(inside) == 1
            order.append(n)
            await asyncio.sleep(0.001)
            inside.remove(n)

    await asyncio.gather(*(work(n) for n in range(5)))
    assert order == [0, 1, 2, 3, 4] and not lock.locked()
    refused(RuntimeError, lock.release, text="Lock is not acquired.")
    assert await lock.acquire() is True and lock.locked()
    assert "[locked]" in repr(lock), repr(lock)
    waiter = asyncio.create_task(lock.acquire())
    await settle()
    assert "[locked, waiters:1]" in repr(lock), repr(lock)
    waiter.cancel()
    await settle()
    lock.release()
    assert not lock.locked() and "[unlocked]" in repr(lock)


async def test_a_cancelled_waiter_passes_the_lock_on():
    lock = asyncio.Lock()
    await lock.acquire()
    first = asyncio.create_task(lock.acquire())
    second = asyncio.create_task(lock.acquire())
    await settle()
    lock.release()
    first.cancel()
    await settle()
    assert first.cancelled() and second.done() and lock.locked()


async def test_a_block_that_was_never_entered_is_not_left():
    lock, left = asyncio.Lock(), []

    class Door:
        async def __aenter__(self):
            await lock.acquire()

        async def __aexit__(self, *_):
            left.append("left")

    async def enters(what):
        async with what:
            left.append("entered")

    await lock.acquire()
    for what in (lock, Door()):
        task = asyncio.create_task(enters(what))
        await settle()
        task.cancel()
        await asyncio.wait([task])
        assert task.cancelled() and lock.locked() and left == [], left
    lock.release()
    try:
        async with 5:
            pass
    except TypeError as error:
        text = "'int' object does not support the asynchronous context manager protocol"
        assert str(error) == text, error


async def test_event():
    event, seen = asyncio.Event(), []

    async def waits(n):
        assert await event.wait() is True
        seen.append(n)

    tasks = [asyncio.create_task(waits(n)) for n in range(3)]
    await settle()
    assert seen == [] and not event.is_set() and "[unset, waiters:3]" in repr(event), repr(event)
    event.set()
    assert event.is_set() and seen == []
    await asyncio.gather(*tasks)
    assert seen == [0, 1, 2]
    await event.wait()
    event.clear()
    assert not event.is_set()


async def test_condition():
    condition, items, seen = asyncio.Condition(), [], []

    async def consumer(n):
        async with condition:
            await condition.wait_for(lambda: items)
            seen.append((n, items.pop()))
            assert condition.locked()

    tasks = [asyncio.create_task(consumer(n)) for n in range(3)]
    await settle()
    assert not condition.locked()
    async with condition:
        items.append("a")
        condition.notify()
    await settle()
    assert seen == [(0, "a")], seen
    async with condition:
        items.extend("bc")
        condition.notify_all()
    await asyncio.gather(*tasks)
    assert sorted(n for n, _ in seen) == [0, 1, 2]
    refused(RuntimeError, condition.notify, text="cannot notify on un-acquired lock")
    try:
        await condition.wait()
    except RuntimeError as error:
        assert str(error) == "cannot wait on un-acquired lock"
    shared = asyncio.Lock()
    one, two = asyncio.Condition(shared), asyncio.Condition(lock=shared)
    async with one:
        assert two.locked()


async def test_a_cancelled_condition_waiter_holds_the_lock_again():
    condition, seen = asyncio.Condition(), []

    async def waits():
        async with condition:
            try:
                await condition.wait()
            finally:
                seen.append(condition.locked())

    task = asyncio.create_task(waits())
    await settle()
    task.cancel()
    await asyncio.wait([task])
    assert seen == [True] and not condition.locked()


async def test_semaphore():
    semaphore, now, most = asyncio.Semaphore(2), 0, 0

    async def work():
        nonlocal now, most
        async with semaphore:
            now += 1
            most = max(most, now)
            await asyncio.sleep(0.001)
            now -= 1

    await asyncio.gather(*(work() for _ in range(6)))
    assert most == 2 and not semaphore.locked()
    refused(ValueError, asyncio.Semaphore, -1, text="Semaphore initial value must be >= 0")
    empty = asyncio.Semaphore(0)
    assert empty.locked()
    empty.release()
    assert not empty.locked() and await empty.acquire() is True
    bounded = asyncio.BoundedSemaphore(1)
    await bounded.acquire()
    bounded.release()
    refused(ValueError, bounded.release, text="BoundedSemaphore released too many times")


async def test_a_semaphore_is_fair_and_loses_no_permit_by_cancellation():
    semaphore, order = asyncio.Semaphore(1), []

    async def work(n):
        async with semaphore:
            order.append(n)
            await asyncio.sleep(0)

    tasks = [asyncio.create_task(work(n)) for n in range(6)]
    await asyncio.sleep(0)
    tasks[2].cancel()
    tasks[4].cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
    assert order == [0, 1, 3, 5], order
    assert not semaphore.locked()


async def test_barrier():
    barrier, seen = asyncio.Barrier(3), []
    assert barrier.parties == 3 and barrier.n_waiting == 0 and not barrier.broken

    async def comes(n):
        place = await barrier.wait()
        seen.append(place)

    tasks = [asyncio.create_task(comes(n)) for n in range(2)]
    await settle()
    assert barrier.n_waiting == 2 and seen == []
    await comes(2)
    await asyncio.gather(*tasks)
    assert sorted(seen) == [0, 1, 2]
    async with asyncio.Barrier(1) as place:
        assert place == 0
    task = asyncio.create_task(barrier.wait())
    await settle()
    await barrier.abort()
    try:
        await task
    except asyncio.BrokenBarrierError:
        assert barrier.broken
    else:
        raise AssertionError("not broken")
    await barrier.reset()
    assert not barrier.broken
    refused(ValueError, asyncio.Barrier, 0, text="parties must be")


async def main():
    for name, test in list(globals().items()):
        if name.startswith("test_"):
            await test()


asyncio.run(main())
print("ok")
