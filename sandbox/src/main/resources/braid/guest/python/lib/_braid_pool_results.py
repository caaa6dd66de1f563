"""What a pool's calls return: results to wait for, and iterators over values as they come.

Source of the behaviour: the documentation of Python 3.12's `multiprocessing.pool`.
"""

import types

import _braid
from _braid_seconds import FOREVER, patience
from multiprocessing.context import TimeoutError


class ApplyResult:
    """The value of a call that may not have ended yet."""

    __module__ = "multiprocessing.pool"

    def __init__(self, pool, job, callback, error_callback):
        self._pool = pool
        self._job = job
        self._callback, self._error_callback = callback, error_callback
        self._is_loaded = False
        job.result = self

    def ready(self):
        """Whether the call has ended."""
        _braid.look_at(self._job.id)
        return self._job.is_ready

    def successful(self):
        """Whether it ended without an exception."""
        if not self.ready():
            raise ValueError(f"{self!r} not ready")
        return self._job.error is None

    def wait(self, timeout=None):
        """Waits until the call has ended, or for so many seconds."""
        _braid.result(self._job.id, patience(timeout))

    def get(self, timeout=None):
        """The value of the call, which is waited for; raises what the call raised."""
        self.wait(timeout)
        if not self._job.is_ready:
            raise TimeoutError
        if not self._is_loaded:
            self._load()
        if self._job.error is None:
            return self._value
        raise self._value

    def _load(self):
        self._is_loaded = True
        unpack = self._job.shared.unpack
        if self._job.error is None:
            self._value = self._joined([unpack(piece) for piece in self._job.pieces])
        else:
            self._value = unpack(self._job.error)
        self._job.pieces = None
        self._pool._jobs.pop(self._job.id, None)
        self._pool = None

    def _joined(self, pieces):
        return pieces[0]

    def _call_back(self):
        """In the pool's thread: calls what is to be called, then lets the waiting go on."""
        from _braid_futures import shown
        self._load()
        call = self._callback if self._job.error is None else self._error_callback
        try:
            if call is not None:
                call(self._value)
        finally:
            self._job.settle(shown(self._value))

    __class_getitem__ = classmethod(types.GenericAlias)


AsyncResult = ApplyResult


class MapResult(ApplyResult):
    """The values of many calls."""

    __module__ = "multiprocessing.pool"

    def _joined(self, pieces):
        return [value for piece in pieces for value in piece]


class IMapIterator:
    """Values in the order of their calls."""

    __module__ = "multiprocessing.pool"

    def __init__(self, stream):
        self._stream = stream
        self._index = 0
        self._early = {}

    def __iter__(self):
        return self

    def next(self, timeout=None):
        """The next value, which is waited for."""
        limit = FOREVER if timeout is None else patience(timeout)
        outcome = None
        if self._index != self._stream.count:
            outcome = self._take(limit)
        else:
            _braid.look_at(self._stream.store.channel)
        if outcome is None:
            raise StopIteration from None
        self._index += 1
        is_success, data = outcome
        value = self._stream.shared.unpack(data)
        if is_success:
            return value
        raise value

    __next__ = next

    def _take(self, limit):
        """The outcome that is next, None when it turns out that there is none."""
        end = None if limit == FOREVER else _braid.now() + limit
        while self._index not in self._early:
            left = FOREVER if end is None else max(0, end - _braid.now())
            task = self._stream.store.get(left)
            if task is None:
                raise TimeoutError from None
            if task.index >= 0:
                self._early[self._place(task)] = task.job
            elif self._index == self._stream.count:
                return None
        return self._early.pop(self._index)

    def _place(self, task):
        return task.index


class IMapUnorderedIterator(IMapIterator):
    """Values in the order in which they come."""

    __module__ = "multiprocessing.pool"

    def _place(self, _task):
        return self._index
