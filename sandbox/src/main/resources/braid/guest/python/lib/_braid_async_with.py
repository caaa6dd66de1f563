"""`async with`, put right: the interpreter leaves a block whose entering has failed, too.

Each manager in the source is wrapped in a `Guard`, on the same line; the locks of `asyncio`, which
library code enters as well, remember themselves whose entering has failed.
"""

import _ast as ast
import builtins

from _braid_source import inserted, parsed, statements

WRAP = "__braid_entered__"
_GENERATOR = type(_ for _ in ())  # it can be a coroutine of the older kind


def watch(source, file):
    """The source with guards. Raises SyntaxError as compiling it would."""
    found = []
    for node in statements(parsed(source, file)):
        if type(node) is ast.AsyncWith:
            for item in node.items:
                manager = item.context_expr
                found.append((manager.lineno, manager.col_offset, f"{WRAP}("))
                found.append((manager.end_lineno, manager.end_col_offset, ")"))
    setattr(builtins, WRAP, Guard)
    return inserted(source, found)


class Guard:
    """Enters a manager, and leaves it only if it was entered."""

    __slots__ = ("_manager", "_leave", "_is_entered")

    def __init__(self, manager):
        kind = type(manager)
        for name, missed in (("__aenter__", ""), ("__aexit__", " (missed __aexit__ method)")):
            if not hasattr(kind, name):
                raise TypeError(f"'{kind.__name__}' object does not support the asynchronous"
                                f" context manager protocol{missed}")
        self._manager = manager
        self._leave = kind.__aexit__
        self._is_entered = False

    async def __aenter__(self):
        manager = self._manager
        value = await _awaitable(type(manager).__aenter__(manager), "__aenter__")
        self._is_entered = True
        return value

    async def __aexit__(self, kind, error, traceback):
        if not self._is_entered:
            return False
        self._is_entered = False
        return await _awaitable(self._leave(self._manager, kind, error, traceback), "__aexit__")


def _awaitable(value, method):
    """What such a method has returned, if it can be awaited: `async def` is easily forgotten."""
    kind = type(value)
    if hasattr(kind, "__await__") or kind is _GENERATOR:
        return value
    raise TypeError(f"'async with' received an object from {method} that does not implement"
                    f" __await__: {kind.__name__}")


def dress(mixin, present):
    """Has the locks of `asyncio` release only what was acquired on entering."""
    enter, leave = mixin.__aenter__, mixin.__aexit__
    failed = set()

    async def __aenter__(self):
        key = (id(self), id(present()))
        failed.discard(key)
        try:
            await self.acquire()
        except BaseException:
            failed.add(key)
            raise

    async def __aexit__(self, kind, error, traceback):
        key = (id(self), id(present()))
        if error is not None and key in failed:
            failed.discard(key)
            return
        self.release()

    for made, standard in ((__aenter__, enter), (__aexit__, leave)):
        made.__qualname__, made.__module__ = standard.__qualname__, standard.__module__
        setattr(mixin, made.__name__, made)
