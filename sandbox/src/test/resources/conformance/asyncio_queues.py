# asyncio: Queue, LifoQueue, PriorityQueue.
import asyncio


async def settle(turns=5):
    for _ in range(turns):
        await asyncio.sleep(0)


async def test_first_in_first_out_and_bounds():
    queue = asyncio.Queue(maxsize=2)
    assert queue.maxsize == 2 and queue.empty() and not queue.full() and queue.qsize() == 0
    await queue.put(1)
    queue.put_nowait(2)
    assert queue.full() and queue.qsize() == 2
    try:
        queue.put_nowait(3)
    except asyncio.QueueFull:
        pass
    else:
        raise AssertionError("not full")
    putter = asyncio.create_task(queue.put(3))
    await settle()
    assert not putter.done()
    assert await queue.get() == 1
    await settle()
    assert putter.done() and queue.get_nowait() == 2 and queue.get_nowait() == 3
    try:
        queue.get_nowait()
    except asyncio.QueueEmpty:
        pass
    else:
        raise AssertionError("not empty")


async def test_getters_are_served_in_order_and_may_be_cancelled():
    queue, seen = asyncio.Queue(), []

    async def gets(n):
        seen.append((n, await queue.get()))

    tasks = [asyncio.create_task(gets(n)) for n in range(3)]
    await settle()
    tasks[0].cancel()
    for item in "ab":
        queue.put_nowait(item)
    await asyncio.gather(*tasks, return_exceptions=True)
    assert seen == [(1, "a"), (2, "b")], seen


async def test_a_timeout_loses_no_item():
    queue = asyncio.Queue()
    try:
        await asyncio.wait_for(queue.get(), 0.01)
    except TimeoutError:
        pass
    queue.put_nowait("kept")
    assert await queue.get() == "kept"


async def test_task_done_and_join():
    queue, done = asyncio.Queue(), []

    async def worker():
        while True:
            item = await queue.get()
            await asyncio.sleep(0.001)
            done.append(item)
            queue.task_done()

    workers = [asyncio.create_task(worker()) for _ in range(2)]
    for n in range(5):
        queue.put_nowait(n)
    await queue.join()
    assert sorted(done) == [0, 1, 2, 3, 4]
    for task in workers:
        task.cancel()
    await asyncio.gather(*workers, return_exceptions=True)
    try:
        queue.task_done()
    except ValueError as error:
        assert str(error) == "task_done() called too many times"
    else:
        raise AssertionError("too often")


async def test_other_orders():
    lifo = asyncio.LifoQueue()
    for n in (1, 3, 2):
        lifo.put_nowait(n)
    assert [lifo.get_nowait() for _ in range(3)] == [2, 3, 1]
    priority = asyncio.PriorityQueue()
    for item in ((2, "b"), (1, "a"), (3, "c")):
        await priority.put(item)
    assert [await priority.get() for _ in range(3)] == [(1, "a"), (2, "b"), (3, "c")]
    priority.put_nowait(1)
    try:
        priority.put_nowait("x")
        priority.get_nowait()
    except TypeError as error:
        assert "not supported between instances" in str(error)
    else:
        raise AssertionError("ordered")


async def test_repr_and_subclasses():
    class Doubling(asyncio.Queue):
        def _put(self, item):
            super()._put(item * 2)

    queue = Doubling(3)
    await queue.put(4)
    assert await queue.get() == 8
    plain = asyncio.Queue(5)
    plain.put_nowait("x")
    assert "maxsize=5" in repr(plain) and "_queue=['x'] tasks=1" in repr(plain), repr(plain)


async def main():
    for name, test in list(globals().items()):
        if name.startswith("test_"):
            await test()


asyncio.run(main())
print("ok")
