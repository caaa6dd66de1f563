# asyncio: sleep, gather, wait, wait_for, timeout, shield, as_completed, to_thread.
import asyncio
import threading
import time


async def value(result, delay=0.01):
    await asyncio.sleep(delay)
    return result


async def fails(error, delay=0.01):
    await asyncio.sleep(delay)
    raise error


async def test_sleep():
    start = asyncio.get_running_loop().time()
    assert await asyncio.sleep(0.05, "result") == "result"
    assert 0.05 <= asyncio.get_running_loop().time() - start < 1
    assert await asyncio.sleep(0) is None and await asyncio.sleep(-1, 2) == 2


async def test_gather_keeps_the_order_of_its_arguments():
    assert await asyncio.gather(value(1, 0.03), value(2, 0.02), value(3, 0.01)) == [1, 2, 3]
    assert await asyncio.gather() == []
    coroutine = value(4)
    assert await asyncio.gather(coroutine, coroutine) == [4, 4]


async def test_gather_and_errors():
    other = asyncio.create_task(value("other", 0.02))
    try:
        await asyncio.gather(fails(ValueError("a")), other)
    except ValueError as error:
        assert str(error) == "a"
    assert not other.done() and await other == "other"
    found = await asyncio.gather(value(1), fails(KeyError("k")), return_exceptions=True)
    assert found[0] == 1 and type(found[1]) is KeyError
    tasks = [asyncio.create_task(asyncio.sleep(10)) for _ in range(2)]
    together = asyncio.gather(*tasks)
    await asyncio.sleep(0)
    assert together.cancel()
    try:
        await together
    except asyncio.CancelledError:
        assert all(task.cancelled() for task in tasks)
    else:
        raise AssertionError("not cancelled")
    found = await asyncio.gather(tasks[0], return_exceptions=True)
    assert isinstance(found[0], asyncio.CancelledError)


async def test_wait():
    slow, fast = asyncio.create_task(value(1, 0.05)), asyncio.create_task(value(2))
    done, pending = await asyncio.wait([slow, fast], return_when=asyncio.FIRST_COMPLETED)
    assert done == {fast} and pending == {slow}
    done, pending = await asyncio.wait({slow, fast}, timeout=0.01)
    assert done == {fast} and pending == {slow}
    done, pending = await asyncio.wait([slow])
    assert done == {slow} and pending == set()
    bad, good = asyncio.create_task(fails(ValueError())), asyncio.create_task(value(1, 0.05))
    done, pending = await asyncio.wait([bad, good], return_when=asyncio.FIRST_EXCEPTION)
    assert done == {bad} and pending == {good} and isinstance(bad.exception(), ValueError)
    await good
    for wrong, kind in (([], ValueError), ([value(1)], TypeError), (slow, TypeError)):
        try:
            await asyncio.wait(wrong)
        except kind:
            pass
        else:
            raise AssertionError(wrong)
        if wrong and isinstance(wrong, list):
            wrong[0].close()


async def test_wait_for():
    assert await asyncio.wait_for(value(1), 1) == 1
    assert await asyncio.wait_for(value(1), None) == 1
    task = asyncio.create_task(asyncio.sleep(10))
    try:
        await asyncio.wait_for(task, 0.01)
    except TimeoutError as error:
        assert isinstance(error, asyncio.TimeoutError) and task.cancelled()
    else:
        raise AssertionError("no timeout")
    try:
        await asyncio.wait_for(asyncio.sleep(1), 0)
    except TimeoutError:
        pass
    else:
        raise AssertionError("no timeout")


async def test_timeout():
    try:
        async with asyncio.timeout(0.01) as limit:
            await asyncio.sleep(10)
    except TimeoutError:
        assert limit.expired()
    else:
        raise AssertionError("no timeout")
    async with asyncio.timeout(1) as limit:
        await asyncio.sleep(0.01)
    assert not limit.expired()
    async with asyncio.timeout(None) as limit:
        assert limit.when() is None
        limit.reschedule(asyncio.get_running_loop().time() + 5)
        assert "active" in repr(limit), repr(limit)
    loop = asyncio.get_running_loop()
    try:
        async with asyncio.timeout_at(loop.time() - 1):
            await asyncio.sleep(0)
            await asyncio.sleep(0)
    except TimeoutError:
        pass
    else:
        raise AssertionError("no timeout")
    try:
        async with asyncio.timeout(0.01):
            try:
                async with asyncio.timeout(1):
                    await asyncio.sleep(10)
            except TimeoutError:
                raise AssertionError("the outer one")
    except TimeoutError:
        pass
    assert asyncio.current_task().cancelling() == 0


async def test_shield():
    inner = asyncio.create_task(value("kept", 0.03))

    async def outer():
        return await asyncio.shield(inner)

    task = asyncio.create_task(outer())
    await asyncio.sleep(0.01)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        assert not inner.done()
    assert await inner == "kept"
    assert await asyncio.shield(value(1)) == 1


async def test_as_completed():
    found = [await one for one in asyncio.as_completed([value(3, 0.03), value(1, 0.01),
                                                        value(2, 0.02)])]
    assert found == [1, 2, 3], found
    slow = asyncio.create_task(asyncio.sleep(10))
    try:
        for one in asyncio.as_completed([slow], timeout=0.01):
            await one
    except TimeoutError:
        slow.cancel()
    else:
        raise AssertionError("no timeout")


async def test_to_thread_and_executors():
    main = threading.get_ident()

    def work(a, b=0):
        time.sleep(0.02)
        assert threading.get_ident() != main
        return a + b

    ticks = []

    async def tick():
        while len(ticks) < 3:
            ticks.append(1)
            await asyncio.sleep(0.005)

    other = asyncio.create_task(tick())
    assert await asyncio.to_thread(work, 1, b=2) == 3
    assert len(ticks) == 3
    await other
    from concurrent.futures import ThreadPoolExecutor
    loop = asyncio.get_running_loop()
    with ThreadPoolExecutor(2) as pool:
        found = await asyncio.gather(*(loop.run_in_executor(pool, work, n) for n in range(3)))
    assert found == [0, 1, 2]
    assert await loop.run_in_executor(None, work, 5) == 5

    def breaks():
        raise ValueError("in a thread")

    try:
        await asyncio.to_thread(breaks)
    except ValueError as error:
        assert str(error) == "in a thread"
    else:
        raise AssertionError("no error")


async def test_run_coroutine_threadsafe():
    loop = asyncio.get_running_loop()
    found = []

    def work():
        found.append(asyncio.run_coroutine_threadsafe(value("from afar"), loop).result(5))

    thread = threading.Thread(target=work)
    thread.start()
    while thread.is_alive():
        await asyncio.sleep(0.005)
    assert found == ["from afar"]
    event = asyncio.Event()
    thread = threading.Thread(target=lambda: loop.call_soon_threadsafe(event.set))
    thread.start()
    await event.wait()
    thread.join()


async def main():
    for name, test in list(globals().items()):
        if name.startswith("test_"):
            await test()


asyncio.run(main())
print("ok")
