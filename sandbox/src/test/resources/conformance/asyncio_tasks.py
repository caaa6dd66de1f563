# asyncio: tasks, their names, callbacks, results and cancellation.
import asyncio


async def value(result, delay=0.01):
    await asyncio.sleep(delay)
    return result


async def fails(error, delay=0.01):
    await asyncio.sleep(delay)
    raise error


async def test_a_task_runs_when_its_maker_waits():
    seen = []

    async def work():
        seen.append("work")

    task = asyncio.create_task(work())
    assert seen == [] and not task.done()
    await asyncio.sleep(0)
    assert seen == ["work"] and task.done() and task.result() is None


async def test_names_and_repr():
    task = asyncio.create_task(value(1), name="bob")
    assert task.get_name() == "bob"
    task.set_name(7)
    assert task.get_name() == "7"
    assert asyncio.current_task().get_name().startswith("Task-")
    assert "pending name='7' coro=<value()" in repr(task), repr(task)
    assert await task == 1
    assert "finished name='7' coro=<value() done, defined at" in repr(task), repr(task)
    assert repr(task).endswith("result=1>"), repr(task)
    assert task in {task} and task.get_coro() is not None


async def test_result_and_exception_of_an_unfinished_task():
    task = asyncio.create_task(value(1))
    for ask in (task.result, task.exception):
        try:
            ask()
        except asyncio.InvalidStateError as error:
            assert "not" in str(error)
        else:
            raise AssertionError("asked too early")
    assert await task == 1 and task.exception() is None
    for forbidden in (lambda: task.set_result(1), lambda: task.set_exception(ValueError())):
        try:
            forbidden()
        except RuntimeError as error:
            assert "does not support" in str(error)
        else:
            raise AssertionError("a task's result is its own")


async def test_callbacks_are_called_in_order_and_can_be_removed():
    seen = []
    task = asyncio.create_task(value(1))
    first = lambda t: seen.append(("first", t.result()))
    second = lambda t: seen.append("second")
    task.add_done_callback(first)
    task.add_done_callback(second)
    task.add_done_callback(second)
    assert task.remove_done_callback(second) == 2
    task.add_done_callback(second)
    await task
    await asyncio.sleep(0)
    assert seen == [("first", 1), "second"], seen
    task.add_done_callback(lambda t: seen.append("late"))
    assert "late" not in seen
    await asyncio.sleep(0)
    assert seen[-1] == "late"


async def test_cancel_throws_where_the_task_waits():
    seen = []

    async def work():
        try:
            await asyncio.sleep(10)
        except asyncio.CancelledError as error:
            seen.append(error.args)
            raise
        finally:
            seen.append("finally")

    task = asyncio.create_task(work())
    await asyncio.sleep(0)
    assert task.cancel("enough") is True and not task.cancelled() and task.cancelling() == 1
    try:
        await task
    except asyncio.CancelledError as error:
        assert error.args == ("enough",), error.args
    assert task.cancelled() and task.done() and seen == [("enough",), "finally"], seen
    assert task.cancel() is False
    try:
        task.result()
    except asyncio.CancelledError:
        seen.append("result")
    assert seen[-1] == "result"


async def test_a_cancelled_task_that_never_began_does_not_begin():
    seen = []

    async def work():
        seen.append("began")

    task = asyncio.create_task(work())
    task.cancel()
    await asyncio.wait([task])
    assert task.cancelled() and seen == []


async def test_a_task_may_refuse_to_be_cancelled():
    async def stubborn():
        try:
            await asyncio.sleep(1)
        except asyncio.CancelledError:
            asyncio.current_task().uncancel()
            return "survived"

    task = asyncio.create_task(stubborn())
    await asyncio.sleep(0)
    task.cancel()
    assert task.cancelling() == 1
    assert await task == "survived" and task.cancelling() == 0 and not task.cancelled()


async def test_awaiting_a_task_that_awaits_a_task_cancels_the_inner_one():
    inner = asyncio.create_task(asyncio.sleep(10))

    async def outer():
        await inner

    task = asyncio.create_task(outer())
    await asyncio.sleep(0)
    task.cancel()
    await asyncio.wait([task])
    assert inner.cancelled() and task.cancelled()


async def test_a_task_cannot_await_itself():
    box = []

    async def work():
        await box[0]

    box.append(asyncio.create_task(work()))
    try:
        await box[0]
    except RuntimeError as error:
        assert str(error).startswith("Task cannot await on itself"), error
    else:
        raise AssertionError("it did")


async def test_all_tasks_and_current_task():
    async def work():
        assert asyncio.current_task() is task
        await asyncio.sleep(0.01)

    task = asyncio.create_task(work())
    assert asyncio.all_tasks() == {task, asyncio.current_task()}
    await task
    assert asyncio.all_tasks() == {asyncio.current_task()}


async def test_futures():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    assert repr(future) == "<Future pending>" and future.get_loop() is loop
    loop.call_later(0.01, future.set_result, "x")
    assert await future == "x" and repr(future) == "<Future finished result='x'>"
    try:
        future.set_result("y")
    except asyncio.InvalidStateError:
        pass
    else:
        raise AssertionError("set twice")
    other = asyncio.Future()
    other.set_exception(KeyError("k"))
    try:
        await other
    except KeyError as error:
        assert error.args == ("k",)
    third = loop.create_future()
    assert third.cancel() and third.cancelled()
    assert asyncio.isfuture(third) and not asyncio.isfuture(1)
    fourth = loop.create_future()
    try:
        fourth.set_exception(StopIteration)
    except TypeError as error:
        assert "StopIteration" in str(error)
    fourth.cancel()


async def test_create_task_wants_a_coroutine():
    try:
        asyncio.create_task(1)
    except TypeError as error:
        assert str(error) == "a coroutine was expected, got 1", error
    else:
        raise AssertionError("1 is no coroutine")
    assert asyncio.iscoroutinefunction(value) and not asyncio.iscoroutinefunction(len)


async def test_task_group():
    async with asyncio.TaskGroup() as group:
        one = group.create_task(value(1))
        two = group.create_task(value(2, 0.02), name="two")
    assert (one.result(), two.result(), two.get_name()) == (1, 2, "two")
    sleeper = None
    try:
        async with asyncio.TaskGroup() as group:
            sleeper = group.create_task(asyncio.sleep(10))
            group.create_task(fails(ValueError("v")))
            group.create_task(fails(TypeError("t")))
    except* ValueError as errors:
        assert [str(e) for e in errors.exceptions] == ["v"]
    except* TypeError as errors:
        assert [str(e) for e in errors.exceptions] == ["t"]
    assert sleeper.cancelled()
    try:
        group.create_task(value(1))
    except RuntimeError as error:
        assert "is finished" in str(error) or "closed" in str(error), error
    else:
        raise AssertionError("it is over")


async def test_a_group_whose_body_fails_cancels_its_tasks():
    task = None
    try:
        async with asyncio.TaskGroup() as group:
            task = group.create_task(asyncio.sleep(10))
            await asyncio.sleep(0)
            raise KeyError("body")
    except BaseExceptionGroup as error:
        assert isinstance(error, ExceptionGroup), error
        assert [type(e) for e in error.exceptions] == [KeyError]
    assert task.cancelled()


async def main():
    for name, test in list(globals().items()):
        if name.startswith("test_"):
            await test()


asyncio.run(main())
print("ok")
