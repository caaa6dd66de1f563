"""Methods of containers and files: what each of them reads and changes.

Read `_braid_accesses` first.
"""

import builtins
from types import FunctionType

from _braid_accesses import (ATOMIC_INSERT, ATOMIC_READ, ATOMIC_WRITE, kind_of, MAPPINGS, part,
                             value, whole, whole_access)
from _braid_callees import FLUSHING, LOOKING_IN, READING, TAKING_IN
from _braid_opened import reach

_OF_ONE_KEY = frozenset(("get", "setdefault", "pop"))


def begin():
    builtins.__braid_do__ = do


def _pop_of_nothing(index=-1):
    raise IndexError("pop from empty list")


def do(method, line, *arguments, **named):
    """Calls a method of a container, or whatever else has a method of that name."""
    container = getattr(method, "__self__", None)
    kind = kind_of(type(container))
    is_librarys = type(method) is FunctionType and method.__module__ != "__main__"
    name = getattr(method, "__name__", "")
    if is_librarys or (kind is not None and name in LOOKING_IN):
        for argument in arguments:
            whole(argument, line)
    if kind is None:
        return method(*arguments, **named)
    if name in TAKING_IN or name in FLUSHING:
        reach(container, name in FLUSHING, line)
    access = ATOMIC_READ if name in READING else ATOMIC_INSERT if name == "setdefault" \
        else ATOMIC_WRITE
    if kind in MAPPINGS and name in _OF_ONE_KEY and arguments:
        wanted = part(container, arguments[0], access, line)
    else:
        wanted = whole_access(container, access, line)
    if kind is list and name == "pop" and not container and type(container) is list:
        method = _pop_of_nothing
    if not wanted:
        return method(*arguments, **named)
    try:
        return method(*arguments, **named)
    finally:
        value(container)
