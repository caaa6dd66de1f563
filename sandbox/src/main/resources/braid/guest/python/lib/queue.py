"""Stand-in for `queue`: a queue is one object of the kernel; the items stay in `self.queue`.

Source of the behaviour: the documentation of Python 3.12's `queue`. The kernel counts and decides
who goes on; as no other task runs between its answer and the item's move here, they agree.
"""

import threading as _threading
from _collections import deque as _deque
from heapq import heappop as _heappop, heappush as _heappush

import _braid
from _braid import get as _get, put as _put
from _braid_names import label as _label, made as _made
from _braid_seconds import FOREVER, nanos as _nanos
from _braid_simple_queue import Empty, SimpleQueue

__all__ = ["Empty", "Full", "Queue", "PriorityQueue", "LifoQueue", "SimpleQueue"]

SHOWN_MAX = 32
_PySimpleQueue = SimpleQueue
_ORDERED = frozenset((int, str, float, bool, bytes))


class Full(Exception):
    """A queue had no room in time."""


class Queue:
    """A queue with room for `maxsize` items, first in first out; 0 or less is unbounded."""

    _order = "fifo"

    def __init__(self, maxsize=0):
        name, line = _made(type(self).__name__)
        self.maxsize = maxsize
        self._init(maxsize)
        self._id = _braid.channel(self._order, _capacity(maxsize), name, line)
        kind = type(self)
        self._is_plain = (kind._put, kind._get, kind._qsize) in _PLAIN_HOOKS
        self._turn = None if kind._put in _SAFE_PUTS else _own_lock()
        self._parts = None

    def __reduce_ex__(self, _protocol):
        raise TypeError("cannot pickle '_thread.lock' object")

    def put(self, item, block=True, timeout=None):
        """Puts an item, waiting for room if need be; raises Full when there is none in time."""
        limit = self._limit(block, timeout) if self.maxsize > 0 else FOREVER
        if not _put(self._id, _label(item), limit):
            raise Full
        if self._is_plain:
            self.queue.append(item)
        else:
            self._place(item)

    def get(self, block=True, timeout=None):
        """Takes an item, waiting for one if need be; raises Empty when there is none in time."""
        limit = self._limit(block, timeout)
        while True:
            if not _get(self._id, limit):
                raise Empty
            if not self._is_plain:
                return self._take()
            if self.queue:
                return self._get()
            self._show()

    def put_nowait(self, item):
        return self.put(item, block=False)

    def get_nowait(self):
        return self.get(block=False)

    def task_done(self):
        """Says that an item taken from the queue has been worked on."""
        if not _braid.task_done(self._id):
            raise ValueError("task_done() called too many times")

    def join(self):
        """Waits until every item that was put has been worked on."""
        _braid.drain(self._id)

    def qsize(self):
        _braid.look_at(self._id)
        return self._qsize()

    def empty(self):
        _braid.look_at(self._id)
        return not self._qsize()

    def full(self):
        _braid.look_at(self._id)
        return 0 < self.maxsize <= self._qsize()

    @property
    def unfinished_tasks(self):
        return _braid.unfinished(self._id)

    @unfinished_tasks.setter
    def unfinished_tasks(self, count):
        while _braid.unfinished(self._id) > count and _braid.task_done(self._id):
            pass

    def _limit(self, block, timeout):
        if not block:
            return 0
        if timeout is None:
            return FOREVER
        if timeout < 0:
            raise ValueError("'timeout' must be a non-negative number")
        return _nanos(timeout)

    def _init(self, maxsize):
        self.queue = _deque()

    def _qsize(self):
        return len(self.queue)

    def _put(self, item):
        self.queue.append(item)

    def _get(self):
        return self.queue.popleft()

    def _place(self, item):
        """Puts through a hook; code of the user's in it must not meet another task's."""
        if self._turn is None and not _is_ordered(item):
            self._turn = _own_lock()
        try:
            if self._turn is None:
                self._put(item)
            else:
                with self._turn:
                    self._put(item)
        except BaseException:
            self._show()
            _braid.task_done(self._id)
            raise
        self._show()

    def _take(self):
        while True:
            with self._turn or _NO_TURN:
                if self._qsize():
                    try:
                        return self._get()
                    finally:
                        self._show()
            _braid.sleep(0)

    def _show(self):
        held = getattr(self, "queue", ())
        try:
            first = sorted(held) if self._turn is None and len(held) <= SHOWN_MAX \
                and type(held) is list and self._order == "priority" else held
            labels = [_label(item) for item, _ in zip(first, range(SHOWN_MAX))]
        except TypeError:
            labels = []
        _braid.describe(self._id, self._qsize(), labels)

    @property
    def mutex(self):
        return self._inner()[0]

    @property
    def not_empty(self):
        return self._inner()[1]

    @property
    def not_full(self):
        return self._inner()[2]

    @property
    def all_tasks_done(self):
        return self._inner()[3]

    def _inner(self):
        """The lock and conditions CPython's queue is made of, for code that looks inside."""
        if self._parts is None:
            mutex = _Mutex(self)
            self._parts = (mutex,) + tuple(_threading.Condition(mutex) for _ in range(3))
        return self._parts

    @classmethod
    def __class_getitem__(cls, item):
        import types
        return types.GenericAlias(cls, item)


class PriorityQueue(Queue):
    """A queue that gives the smallest item first."""

    _order = "priority"

    def _init(self, maxsize):
        self.queue = []

    def _put(self, item):
        _heappush(self.queue, item)

    def _get(self):
        return _heappop(self.queue)


class LifoQueue(Queue):
    """A queue that gives the newest item first."""

    _order = "lifo"

    def _init(self, maxsize):
        self.queue = []

    def _put(self, item):
        self.queue.append(item)

    def _get(self):
        return self.queue.pop()


class _Mutex:
    """A queue's own lock: what was changed inside while it was held is told to the kernel."""

    def __init__(self, queue):
        self._lock = _own_lock()
        self._queue = queue

    def acquire(self, blocking=True, timeout=-1):
        return self._lock.acquire(blocking, timeout)

    def release(self):
        self._queue._show()
        self._lock.release()

    def locked(self):
        return self._lock.locked()

    def __enter__(self):
        return self._lock.acquire()

    def __exit__(self, *_):
        self.release()

    def __repr__(self):
        return repr(self._lock)


class _NoTurn:
    def __enter__(self):
        pass

    def __exit__(self, *_):
        pass


_NO_TURN = _NoTurn()
_PLAIN_HOOKS = ((Queue._put, Queue._get, Queue._qsize),
                (LifoQueue._put, LifoQueue._get, Queue._qsize))
_SAFE_PUTS = (Queue._put, LifoQueue._put, PriorityQueue._put)


def _capacity(maxsize):
    """Whole places; 0 for no bound, also where `maxsize` is something else than a number."""
    try:
        return max(0, -int(-maxsize // 1))
    except (TypeError, ValueError, OverflowError):
        return 0


def _own_lock():
    return _threading.Lock()


def _is_ordered(item):
    """Whether comparing the item runs no code of the user's."""
    kind = type(item)
    return kind in _ORDERED or (kind is tuple and all(map(_is_ordered, item)))
