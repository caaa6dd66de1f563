"""Async generators that wait while they clean up, however they are closed."""
import asyncio
import contextlib

left_over = []


async def counting(log):
    try:
        for number in range(3):
            yield number
    finally:
        await asyncio.sleep(0.01)
        log.append("half")
        await asyncio.sleep(0.01)
        log.append("whole")


async def deaf():
    try:
        yield 1
    except GeneratorExit:
        yield 2


async def failing():
    try:
        yield 1
    finally:
        await asyncio.sleep(0)
        raise LookupError("while cleaning up")


async def main():
    log = []
    numbers = counting(log)
    assert await anext(numbers) == 0
    await numbers.aclose()
    assert log == ["half", "whole"]
    await numbers.aclose()
    try:
        await anext(numbers)
    except StopAsyncIteration:
        log.clear()
    assert log == []

    await counting(log).aclose()
    assert log == []  # it had not begun

    async with contextlib.aclosing(counting(log)) as numbers:
        async for _ in numbers:
            break
    assert log == ["half", "whole"]

    log.clear()
    async with contextlib.AsyncExitStack() as stack:
        numbers = counting(log)
        stack.push_async_callback(numbers.aclose)
        await anext(numbers)
    assert log == ["half", "whole"]

    log.clear()
    numbers = counting(log)
    await anext(numbers)
    try:
        await numbers.athrow(ValueError("thrown"))
    except ValueError as error:
        assert str(error) == "thrown" and log == ["half", "whole"]

    numbers = deaf()
    await anext(numbers)
    try:
        await numbers.aclose()
    except RuntimeError as error:
        assert str(error) == "async generator ignored GeneratorExit"
    else:
        raise AssertionError("it yielded")

    numbers = failing()
    await anext(numbers)
    try:
        await numbers.aclose()
    except LookupError as error:
        assert str(error) == "while cleaning up"
    else:
        raise AssertionError("it did not fail")

    kept = counting(left_over), failing()
    for generator in kept:
        await anext(generator)
    asyncio.get_running_loop().set_exception_handler(lambda _, context: told.append(context))
    return kept


told = []
kept = asyncio.run(main())
assert left_over == ["half", "whole"]
assert [(context["asyncgen"], str(context["exception"])) for context in told] == \
    [(kept[1], "while cleaning up")]
assert told[0]["message"].startswith("an error occurred during closing of asynchronous generator")
print("ok")
