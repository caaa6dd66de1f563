"""Going on with an iterator that tasks may share: an access of all of it, as `next` and loops do.

An iterator written in C goes on in one piece. A generator executes the user's code: from being
asked until it has given its value others may ask it too, and get CPython's ValueError. Read
`_braid_accesses` next.
"""

import builtins
from types import GeneratorType

import _braid
from _braid_accesses import (ATOMIC_READ, ATOMIC_WRITE, is_users, kind_of, own, owned, value,
                             whole_access)
from _braid_opened import reach

_IS_EXECUTING = "is executing"

_known = {}


def begin():
    builtins.__braid_next__ = next_
    builtins.__braid_resumed__ = resumed
    builtins.__braid_iterated__ = iterated


def is_iterator(of):
    """Whether things of a class are iterators whose `__next__` is not the user's own code."""
    known = _known.get(of)
    if known is None:
        known = _known[of] = hasattr(of, "__next__") and not is_users(of)
    return known


def next_(line, *arguments):
    """What the function `next` does."""
    if arguments and is_iterator(type(arguments[0])):
        return _go_on(arguments[0], next, arguments, line)
    return next(*arguments)


def resumed(method, line, *arguments, **named):
    """Calls a method by which an iterator goes on, or whatever else has a method of that name."""
    iterator = getattr(method, "__self__", None)
    if named or not is_iterator(type(iterator)):
        return method(*arguments, **named)
    return _go_on(iterator, method, arguments, line)


def _go_on(iterator, function, arguments, line):
    parts = own(iterator, getattr(iterator, "__name__", type(iterator).__name__))
    wanted = whole_access(iterator, ATOMIC_WRITE, line)
    if type(iterator) is not GeneratorType:
        found = function(*arguments)
        if wanted:
            value(found)
        return found
    if wanted:
        _braid.memory_value("…")
    if parts.get(_IS_EXECUTING):
        raise ValueError("generator already executing")
    parts[_IS_EXECUTING] = True
    found = None
    try:
        found = function(*arguments)
        return found
    finally:
        if whole_access(iterator, ATOMIC_WRITE, line):
            value(found)
        parts[_IS_EXECUTING] = False


def iterated(found, is_new, line):
    """What a loop goes through: each step of it is an access of what tasks share. What a call has
    just given is the loop's own, unless it is known already."""
    of = type(found)
    if kind_of(of) is not None:
        if is_new and not owned(found):
            return found
        reach(found, False, line)
        return _steps(found, line)
    if is_iterator(of) and (not is_new or owned(found)):
        return steps_of_iterator(found, line)
    return found


def _steps(container, line):
    iterator = None
    while True:
        wanted = whole_access(container, ATOMIC_READ, line)
        if iterator is None:
            iterator = iter(container)
        try:
            found = next(iterator)
        except StopIteration:
            if wanted:
                _braid.memory_value("…")
            return
        if wanted:
            value(found)
        yield found


def steps_of_iterator(iterator, line):
    while True:
        try:
            found = _go_on(iterator, next, (iterator,), line)
        except StopIteration:
            return
        yield found
