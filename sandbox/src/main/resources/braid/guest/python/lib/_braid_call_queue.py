"""Which calls of a ProcessPoolExecutor have left its reach, as in CPython.

There a thread hands calls on to the workers' queue ahead of need: one more than there are workers.
From then on a future counts as running and cannot be cancelled, although nobody works on it yet.
"""

import _braid

_AHEAD = 1


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
            if item.future._state == "PENDING":
                item.future._state = "RUNNING"
                item.is_handed_on = True
                self._room -= 1
        if self._next == len(waiting):
            waiting.clear()
            self._next = 0

    def begin(self, item):
        """A worker takes a call; False when it was cancelled before."""
        if not item.is_handed_on:
            return item.future.set_running_or_notify_cancel()
        self._room += 1
        _braid.work(item.future._id)
        return True

    @staticmethod
    def not_cancelled(items):
        """Cancels all that are not handed on yet; gives the others, in their order."""
        kept = []
        for item in filter(None, items):
            if item.is_handed_on:
                kept.append(item)
            elif item.future.cancel():
                item.future.set_running_or_notify_cancel()
        return kept
