"""Methods of containers that are called later, as by `Thread(target=found.append)`."""

import builtins

from _braid_accesses import kind_of
from _braid_calls import do


def begin():
    builtins.__braid_bound__ = bound


def bound(method, line):
    """A method that changes a container, to be called later, as `Thread(target=found.append)`."""
    if kind_of(type(getattr(method, "__self__", None))) is not None:
        return _Bound(method, line)
    return method


class _Bound:
    """A container's method whose calls are told."""

    __slots__ = ("_method", "_line")

    def __init__(self, method, line):
        self._method, self._line = method, line

    def __call__(self, *arguments, **named):
        return do(self._method, self._line, *arguments, **named)

    def __getattr__(self, name):
        return getattr(self._method, name)

    def __repr__(self):
        return repr(self._method)

    def __eq__(self, other):
        return self._method == (other._method if type(other) is _Bound else other)

    def __hash__(self):
        return hash(self._method)
