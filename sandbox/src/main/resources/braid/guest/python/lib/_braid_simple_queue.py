"""`queue.SimpleQueue` over a channel of the kernel, and `queue.Empty`."""

from _collections import deque as _deque

import _braid
from _braid import get as _get, put as _put
from _braid_names import label as _label, made as _made
from _braid_seconds import FOREVER, nanos as _nanos


class Empty(Exception):
    """A queue had no item in time."""

    __module__ = "_queue"


class SimpleQueue:
    """An unbounded queue, first in first out."""

    __slots__ = ("_id", "_items", "__weakref__")
    __module__ = "_queue"

    def __new__(cls, *args, **kwargs):
        if args or kwargs:
            raise TypeError(f"{cls.__name__}() takes no arguments")
        made = object.__new__(cls)
        name, line = _made(cls.__name__)
        made._items = _deque()
        made._id = _braid.channel("fifo", 0, name, line)
        return made

    def put(self, item, block=True, timeout=None):
        """Puts an item; never waits, the other arguments are there for `Queue`'s sake."""
        _put(self._id, _label(item), FOREVER)
        self._items.append(item)

    def __reduce_ex__(self, _protocol):
        raise TypeError(f"cannot pickle '_queue.{type(self).__name__}' object")

    def put_nowait(self, item):
        self.put(item)

    def get(self, block=True, timeout=None):
        """Takes the oldest item; raises Empty when there is none in time."""
        if not _get(self._id, _limit(block, timeout)):
            raise Empty
        return self._items.popleft()

    def get_nowait(self):
        return self.get(False)

    def empty(self):
        return not self.qsize()

    def qsize(self):
        _braid.look_at(self._id)
        return len(self._items)

    @classmethod
    def __class_getitem__(cls, item):
        import types
        return types.GenericAlias(cls, item)


def _limit(block, timeout):
    if not block:
        return 0
    if timeout is None:
        return FOREVER
    whole = _nanos(timeout)
    if whole < 0:
        raise ValueError("'timeout' must be a non-negative number")
    return whole
