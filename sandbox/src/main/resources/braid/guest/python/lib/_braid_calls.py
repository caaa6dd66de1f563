"""Methods of containers and files: what each of them reads and changes.

Read `_braid_accesses` first.
"""

import builtins
from types import FunctionType

import _braid
from _braid_accesses import (ATOMIC_INSERT, ATOMIC_READ, ATOMIC_WRITE, kind_of, MAPPINGS, owner_of,
                             part, UNORDERED_READ, value, whole_access)
from _braid_callees import FLUSHING, LOOKING_IN, READING, TAKING_IN
from _braid_looking import look, looking, show, tell
from _braid_opened import reach

_OF_ONE_KEY = frozenset(("get", "setdefault", "pop"))


def begin():
    builtins.__braid_do__ = do
    builtins.__braid_seen__ = seen
    builtins.__braid_summed__ = summed


def _pop_of_nothing(index=-1):
    raise IndexError("pop from empty list")


def do(method, line, *arguments, **named):
    """Calls a method of a container, or whatever else has a method of that name."""
    container = getattr(method, "__self__", None)
    kind = kind_of(type(container))
    is_librarys = type(method) is FunctionType and method.__module__ != "__main__"
    name = getattr(method, "__name__", "")
    if kind is None:
        if is_librarys:
            return looking("whole", method, line, *arguments, **named)
        return method(*arguments, **named)
    if name in TAKING_IN or name in FLUSHING:
        reach(container, name in FLUSHING, line)
    access = ATOMIC_READ if name in READING else ATOMIC_INSERT if name == "setdefault" \
        else ATOMIC_WRITE
    if kind is list and name == "pop" and not container and type(container) is list:
        method = _pop_of_nothing
    touched = [(container, access)]
    if kind in MAPPINGS and name in _OF_ONE_KEY and arguments:
        wanted = part(container, arguments[0], access, line)
    else:
        if is_librarys or name in LOOKING_IN:
            for argument in arguments:
                look(argument, "whole", touched)
        wanted = tell(touched, line)
    try:
        return method(*arguments, **named)
    finally:
        if name == "sort" and "key" in named:
            _braid.memory_ends(owner_of(container), access, line)
        if wanted:
            show(touched)


def seen(method, line):
    """Calls `keys`, `values` or `items` for such a function, or whatever else has that name."""
    table = getattr(method, "__self__", None)
    if kind_of(type(table)) is None:
        return do(method, line)
    if whole_access(table, UNORDERED_READ, line):
        value(table)
    return method()


def summed(method, line):
    """As `seen`, for `sum`: that of fractions depends on the order."""
    table = getattr(method, "__self__", None)
    is_exact = isinstance(table, dict) and all(type(each) is int for each in dict.values(table))
    return seen(method, line) if is_exact else do(method, line)
