# asyncio: run, Runner, loops, callbacks, handlers, async generators and context managers.
import asyncio
import contextvars


def test_run_and_runner():
    async def main():
        return asyncio.get_running_loop()

    loop = asyncio.run(main())
    assert loop.is_closed() and not loop.is_running()
    assert "running=False closed=True debug=False" in repr(loop), repr(loop)
    with asyncio.Runner() as runner:
        assert runner.run(main()) is runner.get_loop()
        assert runner.run(main()) is runner.get_loop()
    for use in (lambda: asyncio.run(main), lambda: asyncio.run(None)):
        try:
            use()
        except ValueError as error:
            assert str(error).startswith("a coroutine was expected, got "), error
        else:
            raise AssertionError("no coroutine")


def test_run_within_a_loop_is_refused():
    async def nothing():
        pass

    async def main():
        coroutine = nothing()
        try:
            asyncio.run(coroutine)
        except RuntimeError as error:
            assert str(error) == "asyncio.run() cannot be called from a running event loop"
        else:
            raise AssertionError("nested")
        coroutine.close()

    asyncio.run(main())


def test_what_is_left_is_cancelled_at_the_end():
    seen = []

    async def forever():
        try:
            await asyncio.sleep(1000)
        except asyncio.CancelledError:
            seen.append("cancelled")
            raise

    async def main():
        asyncio.create_task(forever())
        await asyncio.sleep(0)
        return "done"

    assert asyncio.run(main()) == "done" and seen == ["cancelled"]


def test_there_is_no_running_loop_outside():
    try:
        asyncio.get_running_loop()
    except RuntimeError as error:
        assert str(error) == "no running event loop"
    else:
        raise AssertionError("a loop runs")


def test_callbacks_run_in_order():
    loop = asyncio.new_event_loop()
    seen = []
    start = loop.time()
    loop.call_later(0.02, seen.append, "later")
    loop.call_at(start + 0.01, seen.append, "at")
    loop.call_soon(seen.append, "first")
    loop.call_soon(seen.append, "second")
    loop.call_soon(seen.append, "never").cancel()
    gone = loop.call_later(0.01, seen.append, "never")
    gone.cancel()
    assert gone.cancelled() and gone.when() >= start
    loop.call_later(0.03, loop.stop)
    loop.run_forever()
    assert seen == ["first", "second", "at", "later"], seen
    assert 0.03 <= loop.time() - start < 1
    loop.close()
    try:
        loop.call_soon(print)
    except RuntimeError as error:
        assert str(error) == "Event loop is closed"
    else:
        raise AssertionError("closed")


def test_callbacks_of_one_time_keep_their_order():
    loop = asyncio.new_event_loop()
    seen = []
    when = loop.time() + 0.01
    for n in range(20):
        loop.call_soon(seen.append, n)
    loop.call_at(when, loop.stop)
    loop.run_forever()
    assert seen == list(range(20)), seen
    loop.close()


def test_run_until_complete():
    loop = asyncio.new_event_loop()
    asyncio.set_event_loop(loop)
    assert asyncio.get_event_loop() is loop

    async def work():
        assert asyncio.get_running_loop() is loop and loop.is_running()
        return 42

    assert loop.run_until_complete(work()) == 42
    future = loop.create_future()
    loop.call_soon(future.set_result, "f")
    assert loop.run_until_complete(future) == "f"
    stopped = loop.create_future()
    loop.call_soon(loop.stop)
    try:
        loop.run_until_complete(stopped)
    except RuntimeError as error:
        assert str(error) == "Event loop stopped before Future completed."
    else:
        raise AssertionError("stopped")
    loop.close()
    asyncio.set_event_loop(None)


def test_exception_handler():
    seen = []

    async def main():
        loop = asyncio.get_running_loop()
        loop.set_exception_handler(lambda loop, context: seen.append(
            (context["message"][:21], type(context.get("exception")))))
        assert loop.get_exception_handler() is not None
        loop.call_soon(lambda: 1 / 0)
        await asyncio.sleep(0)
        loop.call_exception_handler({"message": "mine"})
        try:
            loop.set_exception_handler(1)
        except TypeError:
            pass

    asyncio.run(main())
    assert seen == [("Exception in callback", ZeroDivisionError), ("mine", type(None))], seen


def test_task_factory_and_eager_tasks():
    async def main():
        loop = asyncio.get_running_loop()
        made = []

        def factory(loop, coroutine, context=None):
            task = asyncio.Task(coroutine, loop=loop)
            made.append(task)
            return task

        loop.set_task_factory(factory)
        task = asyncio.create_task(asyncio.sleep(0, "x"), name="n")
        assert made == [task] and await task == "x" and task.get_name() == "n"
        loop.set_task_factory(asyncio.eager_task_factory)
        order = []

        async def eager(n):
            order.append(n)
            await asyncio.sleep(0)
            order.append(-n)

        tasks = [asyncio.create_task(eager(n)) for n in (1, 2)]
        order.append("made")
        await asyncio.gather(*tasks)
        assert order == [1, 2, "made", -1, -2], order
        async def at_once():
            return 5
        done = asyncio.create_task(at_once())
        assert done.done() and done.result() == 5
        loop.set_task_factory(None)

    asyncio.run(main())


def test_async_generators():
    closed = []

    async def count(n):
        try:
            for i in range(n):
                await asyncio.sleep(0)
                got = yield i
                if got is not None:
                    closed.append(got)
        finally:
            closed.append("closed")

    async def main():
        assert [i async for i in count(3)] == [0, 1, 2]
        assert [i * i async for i in count(4) if i % 2] == [1, 9]
        generator = count(5)
        assert await anext(generator) == 0
        assert await generator.asend("sent") == 1
        await generator.aclose()
        assert closed == ["closed", "closed", "sent", "closed"], closed
        assert await anext(count(0), "none") == "none"
        closed.clear()
        broken = count(3)
        await anext(broken)
        try:
            await broken.athrow(KeyError("k"))
        except KeyError:
            assert closed == ["closed"]
        async for i in (left := count(3)):
            break
        await left.aclose()

    asyncio.run(main())


def test_a_generator_left_open_is_closed_at_the_end():
    closed = []

    async def endless():
        try:
            while True:
                yield 1
        finally:
            await asyncio.sleep(0)
            closed.append("closed")

    kept = []

    async def main():
        kept.append(endless())
        assert await anext(kept[0]) == 1

    asyncio.run(main())
    assert closed == ["closed"], closed


def test_async_context_managers():
    from contextlib import asynccontextmanager, AsyncExitStack
    seen = []

    @asynccontextmanager
    async def opened(name):
        seen.append("open " + name)
        await asyncio.sleep(0)
        try:
            yield name
        finally:
            seen.append("close " + name)

    class Door:
        async def __aenter__(self):
            seen.append("enter")
            return self

        async def __aexit__(self, kind, error, traceback):
            seen.append(kind)
            return kind is KeyError

    async def main():
        async with opened("a") as a, opened("b") as b:
            assert a + b == "ab"
        async with Door():
            raise KeyError
        async with AsyncExitStack() as stack:
            await stack.enter_async_context(opened("c"))

    asyncio.run(main())
    assert seen == ["open a", "open b", "close b", "close a", "enter", KeyError,
                    "open c", "close c"], seen


def test_each_task_has_its_own_context():
    variable = contextvars.ContextVar("variable", default="none")
    seen = []

    async def work(value):
        variable.set(value)
        await asyncio.sleep(0.001)
        seen.append(variable.get())

    async def main():
        variable.set("main")
        await asyncio.gather(work("a"), work("b"))
        assert variable.get() == "main"
        inner = contextvars.copy_context()
        inner.run(variable.set, "inner")
        task = asyncio.create_task(reads(), context=inner)
        assert await task == "inner"
        loop = asyncio.get_running_loop()
        loop.call_soon(lambda: seen.append(variable.get()), context=inner)
        await asyncio.sleep(0)
        assert await asyncio.to_thread(variable.get) == "main"

    async def reads():
        return variable.get()

    asyncio.run(main())
    assert seen == ["a", "b", "inner"], seen
    assert variable.get() == "none"


for name, test in list(globals().items()):
    if name.startswith("test_"):
        test()
print("ok")
