"""`aclose()` of async generators, put right: the interpreter's cannot wait for anything while a
generator cleans up, its `athrow()` can.

Closing is asked for in three places: in the program's source (`_braid_coroutine_names`), by
`contextlib.aclosing`, and by the event loop for generators that nobody has finished.
"""

import contextlib


class Closing:
    """An async generator to whoever closes it."""

    def __init__(self, generator):
        self._generator = generator

    def aclose(self):
        return _closed(self._generator)

    def __repr__(self):
        return repr(self._generator)


async def _closed(generator):
    if generator.ag_frame is None:
        return
    try:
        await generator.athrow(GeneratorExit)
    except (GeneratorExit, StopAsyncIteration):
        return
    raise RuntimeError("async generator ignored GeneratorExit")


def _answering(thing):
    return Closing(thing) if hasattr(thing, "ag_frame") else thing


def dress(loop):
    """Has the library close generators so; `loop` is the class of the standard event loop."""
    from asyncio import gather

    async def shutdown_asyncgens(self):
        self._asyncgens_shutdown_called = True
        left = list(self._asyncgens)
        self._asyncgens.clear()
        outcomes = await gather(*map(_closed, left), return_exceptions=True) if left else ()
        for generator, outcome in zip(left, outcomes):
            if isinstance(outcome, Exception):
                self.call_exception_handler({
                    "message": "an error occurred during closing of asynchronous generator "
                               f"{generator!r}",
                    "exception": outcome, "asyncgen": generator})

    async def __aexit__(self, *_):
        await _answering(self.thing).aclose()

    loop.shutdown_asyncgens = shutdown_asyncgens
    contextlib.aclosing.__aexit__ = __aexit__
