"""`async with` over what is none: an `async` forgotten, or a method missed."""
import asyncio
import types


class EntersAtOnce:
    def __enter__(self):
        return self

    def __exit__(self, *_):
        return False


class EnterIsNoCoroutine:
    def __aenter__(self):
        return self

    async def __aexit__(self, *_):
        return False


class ExitIsNoCoroutine:
    async def __aenter__(self):
        return self

    def __aexit__(self, *_):
        return False


class HasNoExit:
    async def __aenter__(self):
        return self


class Older:
    """Its methods are coroutines of the kind there was before `async def`."""

    @types.coroutine
    def __aenter__(self):
        yield from asyncio.sleep(0).__await__()
        return 7

    @types.coroutine
    def __aexit__(self, kind, error, trace):
        yield from asyncio.sleep(0).__await__()
        return kind is KeyError


async def said(manager):
    try:
        async with manager:
            pass
    except TypeError as error:
        return str(error)


async def main():
    assert await said(EntersAtOnce()) == (
        "'EntersAtOnce' object does not support the asynchronous context manager protocol")
    assert await said(HasNoExit()) == (
        "'HasNoExit' object does not support the asynchronous context manager protocol"
        " (missed __aexit__ method)")
    assert await said(EnterIsNoCoroutine()) == (
        "'async with' received an object from __aenter__ that does not implement __await__:"
        " EnterIsNoCoroutine")
    assert await said(ExitIsNoCoroutine()) == (
        "'async with' received an object from __aexit__ that does not implement __await__: bool")
    async with Older() as value:
        assert value == 7
        raise KeyError("taken by the manager")
    try:
        async for _ in [1]:
            pass
    except TypeError as error:
        assert str(error) == "'async for' requires an object with __aiter__ method, got list"


asyncio.run(main())
print("ok")
