"""Stand-in for `multiprocessing.synchronize`: locks that several processes share.

Source of the behaviour: the documentation of Python 3.12's `multiprocessing`. They are the kernel's
primitives; what goes to another process is only their number there.
"""

import threading as _threading

import _braid
from _braid_names import made as _made
from _braid_pickling import assert_spawning as _assert_spawning
from _braid_seconds import FOREVER, SHORTEST_NANOS, patience as _patience
from multiprocessing import process as _process

__all__ = ["Lock", "RLock", "Semaphore", "BoundedSemaphore", "Condition", "Event", "Barrier"]

SEM_VALUE_MAX = 2147483647
_TOO_MANY = "semaphore or lock released too many times"


class _Shared:
    """Something of the kernel's that goes to a process only when that is started."""

    def __getstate__(self):
        _assert_spawning(self)
        return self.__dict__.copy()

    def __setstate__(self, state):
        self.__dict__.update(state)


class SemLock(_Shared):
    """What locks and semaphores have in common."""

    def acquire(self, block=True, timeout=None):
        """Takes it; False when that was not possible in time."""
        return _braid.acquire(self._id, _patience(timeout) if block else 0)

    def __enter__(self):
        return self.acquire()

    def __exit__(self, *args):
        self.release()

    def _is_mine(self):
        return _braid.holder(self._id) == _braid.current()

    def _owner(self):
        """Who holds a lock, in the words of its repr."""
        holder = _braid.holder(self._id)
        if holder == _braid.current():
            name = _process.current_process().name
            thread = _threading.current_thread().name
            return name if thread == "MainThread" else f"{name}|{thread}"
        if holder == -1:
            return "None"
        here = any(thread._task == holder for thread in _threading.enumerate())
        return "SomeOtherThread" if here else "SomeOtherProcess"


class Lock(SemLock):
    """A lock that any process may release."""

    def __init__(self, *, ctx=None):
        self._id = _braid.mutex(*_made("Lock"), False)

    def release(self):
        if not _braid.release(self._id, 1):
            raise ValueError(_TOO_MANY)

    def __repr__(self):
        return f"<{type(self).__name__}(owner={self._owner()})>"


class RLock(SemLock):
    """A lock that its holder may take again."""

    def __init__(self, *, ctx=None):
        self._id = _braid.mutex(*_made("RLock"), True)

    def release(self):
        if not _braid.release(self._id, 1):
            raise AssertionError("attempt to release recursive lock not owned by thread")

    def __repr__(self):
        owner = self._owner()
        count = "nonzero" if owner.startswith("SomeOther") else _braid.depth(self._id)
        return f"<{type(self).__name__}({owner}, {count})>"


class Semaphore(SemLock):
    """A number of permits."""

    _is_bounded = False

    def __init__(self, value=1, *, ctx=None):
        if not 0 <= value <= SEM_VALUE_MAX:
            raise OSError(22, "Invalid argument")
        self._initial = value
        self._id = _braid.semaphore(value, self._is_bounded, *_made(type(self).__name__))

    def get_value(self):
        return _braid.value(self._id)

    def release(self):
        if not _braid.release(self._id, 1):
            raise ValueError(_TOO_MANY)

    def __repr__(self):
        return f"<{type(self).__name__}(value={self.get_value()})>"


class BoundedSemaphore(Semaphore):
    """A semaphore that refuses more permits than it started with."""

    _is_bounded = True

    def __repr__(self):
        return f"<{type(self).__name__}(value={self.get_value()}, maxvalue={self._initial})>"


class _Count:
    """A number where CPython has a semaphore."""

    def __init__(self, value):
        self._value = value

    def get_value(self):
        return self._value


class Condition(_Shared):
    """A waiting room beside a lock."""

    def __init__(self, lock=None, *, ctx=None):
        name, line = _made("Condition")
        if lock is None:
            lock = RLock.__new__(RLock)
            lock._id = _braid.mutex(name and name + ".lock", line, True)
        self._lock = lock
        self._id = _braid.condition(lock._id, name, line)

    def acquire(self, block=True, timeout=None):
        return self._lock.acquire(block, timeout)

    def release(self):
        self._lock.release()

    def __enter__(self):
        return self._lock.__enter__()

    def __exit__(self, *args):
        return self._lock.__exit__(*args)

    def __repr__(self):
        return f"<{type(self).__name__}({self._lock}, {_braid.waiting(self._id)})>"

    @property
    def _sleeping_count(self):
        return _Count(_braid.waiting(self._id))

    @property
    def _woken_count(self):
        return _Count(0)

    def wait(self, timeout=None):
        """Gives the lock back, waits to be notified, and takes it again; False when too late."""
        assert self._lock._is_mine(), "must acquire() condition before using wait()"
        return bool(_braid.wait(self._id, _patience(timeout) or SHORTEST_NANOS))

    def wait_for(self, predicate, timeout=None):
        """Waits until the predicate holds, or the time is over; returns its last value."""
        end = FOREVER if timeout is None else _braid.now() + _patience(timeout)
        result = predicate()
        while not result:
            left = None
            if end != FOREVER:
                left = (end - _braid.now()) / 1e9
                if left <= 0:
                    break
            self.wait(left)
            result = predicate()
        return result

    def notify(self, n=1):
        assert self._lock._is_mine(), "lock is not owned"
        _braid.notify(self._id, n)

    def notify_all(self):
        assert self._lock._is_mine(), "lock is not owned"
        _braid.notify(self._id, -1)


class Event(_Shared):
    """A flag that processes can wait for."""

    def __init__(self, *, ctx=None):
        self._id = _braid.flag(*_made("Event"))

    def is_set(self):
        return _braid.is_set(self._id)

    def set(self):
        _braid.raise_(self._id)

    def clear(self):
        _braid.lower(self._id)

    def wait(self, timeout=None):
        """Waits until the flag is set; False when the time was over first."""
        return _braid.await_(self._id, _patience(timeout))

    def __repr__(self):
        status = "set" if self.is_set() else "unset"
        return f"<{type(self).__qualname__} at {id(self):#x} {status}>"


class Barrier(_threading.Barrier, _Shared):
    """A place where a fixed number of processes wait for each other."""

    __module__ = "multiprocessing.synchronize"
    __getstate__ = _Shared.__getstate__
    __setstate__ = _Shared.__setstate__

    def __init__(self, parties, action=None, timeout=None, *, ctx=None):
        super().__init__(parties, action, timeout)

    def __reduce_ex__(self, protocol):
        return object.__reduce_ex__(self, protocol)
