# asyncio: what is said of coroutines nobody awaits and of errors nobody asks for.
import asyncio
import contextlib
import io


async def foo():
    pass


class Kind:
    async def method(self):
        pass

    async def forgets(self):
        self.method()
        asyncio.sleep(1)


async def fails():
    raise ValueError("boom")


def said(coroutine):
    text = io.StringIO()
    with contextlib.redirect_stderr(text):
        asyncio.run(coroutine)
    return text.getvalue()


async def forgets():
    foo()


async def never_asks():
    task = asyncio.create_task(fails(), name="failing")
    await asyncio.sleep(0.01)
    del task


async def asks():
    task = asyncio.create_task(fails())
    await asyncio.wait([task])
    assert isinstance(task.exception(), ValueError)


async def callback_fails():
    asyncio.get_running_loop().call_soon(lambda: 1 / 0)
    await asyncio.sleep(0)


text = said(forgets())
assert ": RuntimeWarning: coroutine 'foo' was never awaited\n  foo()\n" in text, text
assert "RuntimeWarning: Enable tracemalloc to get the object allocation traceback\n" in text, text
text = said(Kind().forgets())
assert "coroutine 'Kind.method' was never awaited" in text, text
assert "coroutine 'sleep' was never awaited" in text, text
text = said(never_asks())
assert text.startswith("Task exception was never retrieved\nfuture: <Task finished name='failing'"
                       " coro=<fails() done, defined at "), text
assert "exception=ValueError('boom')>\nTraceback (most recent call last):\n" in text, text
assert text.endswith("ValueError: boom\n"), text
assert said(asks()) == ""
text = said(callback_fails())
assert text.startswith("Exception in callback callback_fails.<locals>.<lambda>() at "), text
assert "ZeroDivisionError: division by zero\n" in text
print("ok")
