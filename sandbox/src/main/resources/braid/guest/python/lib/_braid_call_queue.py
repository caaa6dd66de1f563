"""Which calls of a ProcessPoolExecutor have left its reach, as in CPython.

There a thread hands calls on to the workers' queue ahead of need: one more than there are workers.
From then on a future counts as running and cannot be cancelled, although nobody works on it yet.
"""

import _braid
from _braid_futures import shown
from concurrent.futures import _base

_AHEAD = 1


class Future(_base.Future):
    """A future whose callbacks are called at home."""

    __module__ = "concurrent.futures.process"

    def cancel(self):
        _braid.look()
        _braid.thing_touch(self._thing, False)
        return super().cancel()

    def add_done_callback(self, fn):
        if not self.done():
            self._pool._start_handler()
        super().add_done_callback(fn)

    def _invoke_callbacks(self):
        if self._state != _base.FINISHED:
            super()._invoke_callbacks()
        elif self._done_callbacks:
            self._pool._results.append(self)
            _braid.put(self._pool._results_id, shown(self._result), -1)


class Call:
    """What a worker calls."""

    def __init__(self, fn, args, kwargs):
        self.fn, self.args, self.kwargs = fn, args, kwargs


class CallItem:
    """A call to be made by a worker, and the future of its outcome."""

    def __init__(self, future, data):
        self.future, self.data = future, data
        self.is_handed_on = False


class CallQueue:
    """The calls of one pool that are handed on, or will be."""

    def __init__(self, workers_max):
        self._room = workers_max + _AHEAD
        self._waiting = []
        self._next = 0

    def add(self, item):
        self._waiting.append(item)
        self.fill()

    def fill(self):
        """Hands on as many as there is room for; the pool's thread does so when it is woken."""
        waiting = self._waiting
        while self._room and self._next < len(waiting):
            item = waiting[self._next]
            self._next += 1
            _braid.thing_touch(item.future._thing, True)
            if item.future._state == "PENDING":
                item.future._state = "RUNNING"
                item.is_handed_on = True
                self._room -= 1
        if self._next == len(waiting):
            waiting.clear()
            self._next = 0

    def begin(self, item):
        """A worker takes a call; False when it was cancelled before, or the pool is broken."""
        if not item.is_handed_on:
            return item.future._state != _base.FINISHED \
                and item.future.set_running_or_notify_cancel()
        self._room += 1
        is_begun = _braid.work(item.future._id)
        if not is_begun and item.future._state == _base.CANCELLED:
            item.future.set_running_or_notify_cancel()  # just when it was handed on
        return is_begun

    @staticmethod
    def not_cancelled(items):
        """Cancels all that are not handed on yet; gives the others, in their order."""
        kept = []
        for item in filter(None, items):
            if item.future.cancel():
                item.future.set_running_or_notify_cancel()
            else:
                kept.append(item)
        return kept
