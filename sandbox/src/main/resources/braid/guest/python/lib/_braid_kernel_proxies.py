"""The locks and queues of a manager: the kernel's own, which may go to any process at any time.

Source of the behaviour: the documentation of Python 3.12's `multiprocessing.managers`.
"""

import queue

import _braid
import _braid_stores as stores
from _braid_pickling import dumps, loads
from _braid_seconds import FOREVER, lock_patience, patience, permit_patience, SHORTEST_NANOS


class KernelProxy:
    """A lock or queue of a manager: it may go to any process, at any time."""

    __module__ = "multiprocessing.managers"
    _typeid = ""

    def __reduce__(self):
        return _kernel_rebuilt, (type(self), self.__dict__.copy())

    def __repr__(self):
        return f"<{self._kind} object, typeid {self._typeid!r} at {id(self):#x}>"


def _kernel_rebuilt(kind, state):
    made = kind.__new__(kind)
    made.__dict__.update(state)
    return made


def kernel_object(kind, typeid, args, kwds, name_line, server):
    """A lock, queue or the like, under the name the program gives it."""
    made = kind.__new__(kind)
    made._typeid, made._server = typeid, server
    made._begin(typeid, name_line, *args, **kwds)
    return made


def _lock_patience(blocking, timeout):
    """Those of a lock's; a manager does not pass None on."""
    return lock_patience(blocking, -1 if timeout is None else timeout)


class AcquirerProxy(KernelProxy):
    """A lock or semaphore, which takes the arguments of those of `threading`."""

    _kind = "AcquirerProxy"

    def _begin(self, typeid, name_line, value=1):
        if typeid.endswith("Semaphore"):
            if value < 0:
                raise ValueError("semaphore initial value must be >= 0")
            self._id = _braid.semaphore(value, typeid.startswith("Bounded"), *name_line)
            self._error = ValueError, "Semaphore released too many times"
        else:
            self._id = _braid.mutex(*name_line, typeid == "RLock")
            self._error = RuntimeError, "cannot release un-acquired lock" if typeid == "RLock" \
                else "release unlocked lock"

    def acquire(self, blocking=True, timeout=None):
        is_semaphore = self._typeid.endswith("Semaphore")
        limit = (permit_patience if is_semaphore else _lock_patience)(blocking, timeout)
        return _braid.acquire(self._id, limit)

    def release(self):
        if not _braid.release(self._id, 1):
            kind, text = self._error
            raise kind(text)

    def __enter__(self):
        return self.acquire()

    def __exit__(self, *_):
        self.release()


class ConditionProxy(AcquirerProxy):
    """A condition with its lock."""

    _kind = "ConditionProxy"

    def _begin(self, typeid, name_line, lock=None):
        name, line = name_line
        self._id = lock._id if lock is not None else _braid.mutex(name and name + ".lock", line, True)
        self._error = lock._error if lock is not None else \
            (RuntimeError, "cannot release un-acquired lock")
        self._room = _braid.condition(self._id, name, line)

    def wait(self, timeout=None):
        notified = _braid.wait(self._room, patience(timeout) or SHORTEST_NANOS)
        if notified is None:
            raise RuntimeError("cannot wait on un-acquired lock")
        return notified

    def wait_for(self, predicate, timeout=None):
        end = None if timeout is None else _braid.now() + patience(timeout)
        while not (result := predicate()):
            left = None if end is None else (end - _braid.now()) / 1e9
            if left is not None and left <= 0:
                break
            self.wait(left)
        return result

    def notify(self, n=1):
        if not _braid.notify(self._room, n):
            raise RuntimeError("cannot notify on un-acquired lock")

    def notify_all(self):
        self.notify(-1)


class EventProxy(KernelProxy):
    """A flag."""

    _kind = "EventProxy"

    def _begin(self, typeid, name_line):
        self._id = _braid.flag(*name_line)

    def is_set(self):
        return _braid.is_set(self._id)

    def set(self):
        _braid.raise_(self._id)

    def clear(self):
        _braid.lower(self._id)

    def wait(self, timeout=None):
        return _braid.await_(self._id, patience(timeout))


class BarrierProxy(KernelProxy):
    """A barrier; an action would be called by the last to arrive."""

    _kind = "BarrierProxy"

    def _begin(self, typeid, name_line, parties, action=None, timeout=None):
        import threading
        self._inner = threading.Barrier.__new__(threading.Barrier)
        self._inner.__dict__.update(_id=_braid.barrier(parties, *name_line), _action=action,
                                    _timeout=timeout, _parties=parties)

    def __reduce__(self):
        return _barrier_rebuilt, (self._typeid, dict(self._inner.__dict__))

    def __getattr__(self, name):
        if name in ("wait", "abort", "reset", "parties", "n_waiting", "broken"):
            return getattr(self._inner, name)
        raise AttributeError(f"'BarrierProxy' object has no attribute {name!r}")


def _barrier_rebuilt(typeid, state):
    import threading
    made = BarrierProxy.__new__(BarrierProxy)
    made._typeid = typeid
    made._inner = threading.Barrier.__new__(threading.Barrier)
    made._inner.__dict__.update(state)
    return made


def _limit(block, timeout):
    """Nanoseconds for the arguments of a queue's `put` and `get`."""
    if not block:
        return 0
    if timeout is not None and timeout < 0:
        raise ValueError("'timeout' must be a non-negative number")
    return FOREVER if timeout is None else patience(timeout)


class QueueProxy(KernelProxy):
    """A queue."""

    _kind = "AutoProxy[Queue]"

    def _begin(self, typeid, name_line, maxsize=0):
        self._maxsize = maxsize
        self._id = stores.made(*name_line, max(maxsize, 0)).channel

    def put(self, item, block=True, timeout=None):
        limit = _limit(block, timeout)
        if not stores.at(self._id).put(dumps(item), stores.shown(item), limit):
            raise queue.Full

    def get(self, block=True, timeout=None):
        data = stores.at(self._id).get(_limit(block, timeout))
        if data is None:
            raise queue.Empty
        return loads(data)

    def put_nowait(self, item):
        self.put(item, False)

    def get_nowait(self):
        return self.get(False)

    def qsize(self):
        return _braid.size(self._id)

    def empty(self):
        return not self.qsize()

    def full(self):
        return 0 < self._maxsize <= self.qsize()

    def task_done(self):
        if not _braid.task_done(self._id):
            raise ValueError("task_done() called too many times")

    def join(self):
        _braid.drain(self._id)
