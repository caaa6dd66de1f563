"""Puts mirrors beside the locks, events, semaphores, barriers and queues of `asyncio`.

Each method of the standard classes that matters is wrapped: it does what it always did, and says
so. Objects that the library makes for itself have no mirror and say nothing.
"""

from asyncio import locks, queues

import _braid
import _braid_async_with
from _braid_labels import label
from _braid_lanes import note, present
from _braid_names import made
from _braid_operations import (act, BarrierMirror, ConditionMirror, EventMirror, LockMirror,
                               Operation, perform, QueueMirror, SemaphoreMirror, Waiting)


def dress():
    """Wraps the methods of the standard classes."""
    _braid_async_with.dress(locks._ContextManagerMixin, present)
    for kind in (locks.Lock, locks.Event, locks.Condition, locks.Semaphore, locks.Barrier,
                 queues.Queue):
        kind._braid = None
    for wrappers in (_Lock, _Event, _Condition, _Semaphore, _Bounded, _Barrier, _Queue):
        standard = wrappers.standard
        for name, wrap in wrappers.__dict__.items():
            if not name.startswith("_") and name != "standard":
                name = "__init__" if name == "init" else name
                before = getattr(standard, name)
                wrapped = wrap(before)
                wrapped.__name__, wrapped.__qualname__ = name, before.__qualname__
                wrapped.__doc__, wrapped.__module__ = before.__doc__, before.__module__
                setattr(standard, name, wrapped)


def _begin(mirrored, word=None):
    """Wraps `__init__`: an object with a name gets its mirror, made by `mirrored`."""
    def wrap(standard):
        def method(self, *args, **kwargs):
            standard(self, *args, **kwargs)
            name, line = made(word or type(self).__name__)
            if name:
                self._braid = mirrored(self, name, line)
        return method
    return wrap


def _operation(word, *after, kind=Operation):
    """Wraps a coroutine method that is one operation; `after` it may be told by another word."""
    def wrap(standard):
        async def method(self):
            lane, mirror = present(), self._braid
            if mirror is None or lane is None or lane.operation is not None:
                return await standard(self)
            return await perform(kind(word, mirror), lane, standard(self), *after)
        return method
    return wrap


def _action(word):
    """Wraps a method that happens at once."""
    def wrap(standard):
        def method(self):
            return act(self._braid, word, "", standard, self)
        return method
    return wrap


class _Lock:
    standard = locks.Lock

    init = _begin(lambda lock, *made_as: LockMirror(lock, _braid.mirror_lock(*made_as)), "Lock")

    def acquire(standard):
        async def method(self):
            lane, mirror = present(), self._braid
            if mirror is None or lane is None:
                return await standard(self)
            operation = lane.operation
            if operation is not None:
                result = await standard(self)
                mirror.owner = lane.id
                return result

            def taken():
                mirror.owner = lane.id
            return await perform(Operation("acquire", mirror), lane, standard(self), None, taken)
        return method

    def release(standard):
        def method(self):
            mirror = self._braid
            if mirror is None:
                return standard(self)
            lane, owner = present(), mirror.owner
            if self._locked:
                mirror.owner = -1
            if lane is not None and lane.operation is not None:
                return standard(self)
            return act(mirror, "release", "", standard, self)
        return method


class _Event:
    standard = locks.Event

    init = _begin(lambda event, *made_as: EventMirror(event, _braid.mirror_event(*made_as)), "Event")

    set = _action("set")
    clear = _action("clear")
    wait = _operation("await")


class _Condition:
    standard = locks.Condition

    def init(standard):
        def method(self, lock=None):
            name, line = made("Condition")
            if lock is None and name:
                lock = locks.Lock()
                lock._braid = LockMirror(lock, _braid.mirror_lock(f"{name}.lock", line))
            standard(self, lock)
            inner = lock._braid if lock is not None else None
            if name and inner is not None:
                number = _braid.mirror_condition(inner.id, name, line)
                self._braid = ConditionMirror(self, number)
                self._braid.lock = inner
        return method

    wait = _operation("wait", "resume", kind=Waiting)

    def notify(standard):
        def method(self, n=1):
            return act(self._braid, "notify", str(n), standard, self, n)
        return method

    def notify_all(standard):
        def method(self):
            mirror, self._braid = self._braid, None
            try:
                return act(mirror, "notify", "-1", standard, self)
            finally:
                self._braid = mirror
        return method


def _semaphore(semaphore, name, line):
    is_bounded = isinstance(semaphore, locks.BoundedSemaphore)
    number = _braid.mirror_semaphore(_whole(semaphore._value), is_bounded, name, line)
    return SemaphoreMirror(semaphore, number)


class _Semaphore:
    standard = locks.Semaphore

    init = _begin(_semaphore)
    acquire = _operation("acquire")
    release = _action("release")


class _Bounded:
    standard = locks.BoundedSemaphore

    def release(standard):
        def method(self):
            if self._value >= self._bound_value:
                return act(self._braid, "release", "", standard, self)
            return standard(self)
        return method


def _barrier(barrier, name, line):
    return BarrierMirror(barrier, _braid.mirror_barrier(barrier._parties, name, line))


class _Barrier:
    standard = locks.Barrier

    init = _begin(_barrier, "Barrier")

    def wait(standard):
        async def method(self):
            lane, mirror = present(), self._braid
            if mirror is None or lane is None or lane.operation is not None:
                return await standard(self)
            is_last = self._count == self._parties - 1
            return await perform(
                Operation("arrive", mirror), lane, standard(self), "arrive" if is_last else "pass")
        return method

    def abort(standard):
        async def method(self):
            await standard(self)
            act(self._braid, "abort", "", _nothing)
        return method

    def reset(standard):
        async def method(self):
            await standard(self)
            act(self._braid, "reset", "", _nothing)
        return method


def _queue(queue, name, line):
    order = "lifo" if isinstance(queue, queues.LifoQueue) else \
        "priority" if isinstance(queue, queues.PriorityQueue) else "fifo"
    number = _braid.mirror_queue(order, max(0, _whole(queue._maxsize)), name, line)
    mirror = QueueMirror(queue, number)
    mirror.putting = []
    return mirror


class _Queue:
    standard = queues.Queue

    init = _begin(_queue)

    def put(standard):
        async def method(self, item):
            lane, mirror = present(), self._braid
            if mirror is None or lane is None or lane.operation is not None:
                return await standard(self, item)
            operation = Operation("put", mirror, label(item))
            operation.line_of = mirror.putting
            return await perform(operation, lane, standard(self, item), "")
        return method

    get = _operation("get", "")

    def put_nowait(standard):
        def method(self, item):
            _leave_line(self)
            return act(self._braid, "put", label(item) if self._braid else "", standard, self, item)
        return method

    def get_nowait(standard):
        def method(self):
            mirror = self._braid
            if mirror is None or not self.qsize():
                return act(mirror, "get", "", standard, self)
            _leave_line(self)
            item = standard(self)
            mirror.tell()
            note("get", mirror.id, label(item))
            return item
        return method

    task_done = _action("taskdone")
    join = _operation("drain")


def _leave_line(queue):
    """Who puts or gets now waits no longer."""
    lane, mirror = present(), queue._braid
    if lane is not None and mirror is not None:
        for line in (mirror.waiting, mirror.putting):
            if lane.id in line:
                line.remove(lane.id)


def _whole(number):
    try:
        return int(number)
    except (TypeError, ValueError, OverflowError):
        return 0


def _nothing():
    pass
