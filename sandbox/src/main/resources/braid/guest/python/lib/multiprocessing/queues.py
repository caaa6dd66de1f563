"""Stand-in for `multiprocessing.queues`: queues whose items cross between processes as pickles.

Source of the behaviour: the documentation of Python 3.12's `multiprocessing`. An item is pickled
when it is put, not some time later by a thread.
"""

import sys as _sys
import types as _types
from queue import Empty, Full

import _braid
import _braid_stores as _stores
import _braid_worlds as _worlds
from _braid_names import made as _made
from _braid_pickling import assert_spawning as _assert_spawning, dumps as _dumps, loads as _loads
from _braid_seconds import FOREVER, patience as _patience
from _braid_uncaught import show as _show

__all__ = ["Queue", "SimpleQueue", "JoinableQueue"]

_SIZE_MAX = 2147483647


class _Handle:
    """What a process has of a queue, until it is closed there."""

    def _open(self):
        self._life = _braid.thing()
        self._closed = False

    def _close(self):
        _braid.look()
        _braid.thing_touch(self._life, True)
        self._closed = True

    def _is_closed(self):
        _braid.thing_touch(self._life, False)
        return self._closed


class Queue(_Handle):
    """A queue of pickled items, with room for `maxsize` of them."""

    def __init__(self, maxsize=0, *, ctx=None):
        if maxsize <= 0:
            maxsize = _SIZE_MAX
        self._maxsize = maxsize
        name, line = _made(type(self).__name__)
        self._id = _stores.made(name, line, 0 if maxsize == _SIZE_MAX else maxsize).channel
        self._open()

    def __getstate__(self):
        _assert_spawning(self)
        return self._maxsize, self._id

    def __setstate__(self, state):
        self._maxsize, self._id = state
        self._open()

    def _check_open(self):
        if self._is_closed():
            raise ValueError(f"Queue {self!r} is closed")

    def put(self, obj, block=True, timeout=None):
        """Puts an item; what cannot be pickled is reported on stderr, as its feeder would do."""
        self._check_open()
        try:
            data = _dumps(obj)
        except Exception as error:
            error.__traceback__ = None
            self._on_queue_feeder_error(error, obj)
            return
        limit = _patience(timeout) if block else 0
        if not _stores.at(self._id).put(data, _stores.shown(obj), limit):
            raise Full
        self._join_at_exit()

    @staticmethod
    def _on_queue_feeder_error(e, obj):
        _show(e, _sys.stderr)

    def _join_at_exit(self):
        joins = _worlds.state("queues", dict)
        if self._id not in joins:
            from multiprocessing.util import Finalize
            joins[self._id] = Finalize(self, self._flush, exitpriority=-5)

    def _flush(self):
        _stores.at(self._id).flush()

    def get(self, block=True, timeout=None):
        """Takes an item, waiting for one if need be; raises Empty when there is none in time."""
        self._check_open()
        data = _stores.at(self._id).get(_patience(timeout) if block else 0)
        if data is None:
            raise Empty
        return _loads(data)

    def qsize(self):
        return _braid.size(self._id)

    def empty(self):
        return not _braid.size(self._id)

    def full(self):
        return _braid.size(self._id) >= self._maxsize

    def get_nowait(self):
        return self.get(False)

    def put_nowait(self, obj):
        return self.put(obj, False)

    def close(self):
        """Says that this process puts nothing more."""
        self._close()

    def join_thread(self):
        """Waits until what was put is on its way; only after `close`."""
        assert self._is_closed(), f"Queue {self!r} not closed"
        if self._id in _worlds.state("queues", dict):
            self._flush()

    def cancel_join_thread(self):
        """Lets the process end even if what it put is not yet on its way."""
        self._join_at_exit()
        _worlds.state("queues", dict)[self._id].cancel()

    __class_getitem__ = classmethod(_types.GenericAlias)


class JoinableQueue(Queue):
    """A queue that knows when everything put into it has been worked on."""

    def task_done(self):
        if not _braid.task_done(self._id):
            raise ValueError("task_done() called too many times")

    def join(self):
        """Waits until every item has been worked on."""
        _braid.drain(self._id)


class SimpleQueue(_Handle):
    """An unbounded queue with little to it."""

    def __init__(self, *, ctx=None):
        self._id = _stores.made(*_made("SimpleQueue")).channel
        self._open()

    def __getstate__(self):
        _assert_spawning(self)
        return self._id

    def __setstate__(self, state):
        self._id = state
        self._open()

    def _check_open(self):
        if self._is_closed():
            raise OSError("handle is closed")

    def put(self, obj):
        data = _dumps(obj)
        self._check_open()
        _stores.at(self._id).put(data, _stores.shown(obj), FOREVER)

    def get(self):
        self._check_open()
        return _loads(_stores.at(self._id).get(FOREVER))

    def empty(self):
        self._check_open()
        return not _braid.size(self._id)

    def close(self):
        self._close()

    __class_getitem__ = classmethod(_types.GenericAlias)
