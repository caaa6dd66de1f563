"""What a coroutine and an asynchronous generator are called."""
import asyncio


async def fetch(after=0):
    await asyncio.sleep(after)
    return after


async def count(end):
    for number in range(end):
        yield number


class Service:
    async def start(self):
        return (self.start.__name__, type(self).__name__, Service.__qualname__)


def local():
    async def inner():
        pass
    return inner()


def logged(function):
    async def wrapper(*args):
        return function.__name__, await function(*args)
    wrapper.__name__ = function.__name__
    return wrapper


@logged
async def answer():
    return 42


async def main():
    coroutine, counting, nested = fetch(), count(3), local()
    assert coroutine.__name__ == coroutine.__qualname__ == "fetch"
    assert counting.__name__ == counting.__qualname__ == "count"
    assert (nested.__name__, nested.__qualname__) == ("inner", "local.<locals>.inner")
    assert f"{coroutine.__name__} and {counting.__name__!r:>9}" == "fetch and   'count'"
    assert coroutine.cr_origin is None
    task = asyncio.create_task(coroutine, name="first")
    assert task.get_coro().__name__ == "fetch" and (task.get_coro()
                                                    .__qualname__) == "fetch"
    assert await task == 0
    await nested
    starting = Service().start()
    assert starting.__qualname__ == "Service.start"
    assert await starting == ("start", "Service", "Service")
    assert [number async for number in counting] == [0, 1, 2]
    assert answer.__name__ == "answer" and await answer() == ("answer", 42)
    try:
        (1).__name__
    except AttributeError as error:
        assert str(error) == "'int' object has no attribute '__name__'"
    assert {value.__name__ for value in (fetch, Service, asyncio)} == \
        {"fetch", "Service", "asyncio"}
    print("ok")


asyncio.run(main())
