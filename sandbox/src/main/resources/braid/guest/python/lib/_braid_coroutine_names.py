"""`coroutine.__name__`, put right: the interpreter's coroutines and async generators have no names.

Where the source asks something for its name, a coroutine is answered for by its code. What a
program asks by `getattr`, or writes to such a name, stays as the interpreter has it. Closing an
async generator is asked for in the same way (`_braid_async_closing`).
"""

import _ast as ast
import builtins
import types

from _braid_source import callee, inserted, nodes, parsed

WRAP = "__braid_named__"
_ASKED = ("__name__", "__qualname__", "cr_origin", "aclose")
_CODE = {types.CoroutineType: "cr_code", types.AsyncGeneratorType: "ag_code"}


def is_needed(source):
    return any("." + name in source for name in _ASKED)


def watch(source, file):
    """The source with calls around what is asked. Raises SyntaxError as compiling it would."""
    found = []
    for node in nodes(parsed(source, file)):
        if type(node) is ast.Attribute and node.attr in _ASKED \
                and type(node.ctx) is ast.Load and callee(node.value) != "type":
            asked = node.value
            found.append((asked.lineno, asked.col_offset, f"{WRAP}("))
            found.append((asked.end_lineno, asked.end_col_offset, ")"))
    setattr(builtins, WRAP, named)
    return inserted(source, found)


def named(value):
    """The value itself, or what answers for it."""
    code = _CODE.get(type(value))
    return value if code is None else _Named(value, getattr(value, code).co_name)


class _Named:
    """Answers for a coroutine. Its whole name stands in what it is shown as, and nowhere else."""

    cr_origin = None

    def __init__(self, value, name):
        whole = repr(value).partition(" object ")[2].rpartition(" at 0x")[0]
        self.__qualname__ = whole or name
        self.__name__ = name
        self._value = value

    @property
    def aclose(self):
        if type(self._value) is types.CoroutineType:
            return self._value.aclose
        from _braid_async_closing import Closing
        return Closing(self._value).aclose
