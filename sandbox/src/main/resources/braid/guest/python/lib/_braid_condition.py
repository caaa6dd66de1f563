"""Condition variables of `threading`, thin over the kernel's.

Source of the behaviour: the documentation of Python 3.12's `threading`.
"""


import _braid
import _thread
from _braid import acquire as _acquire, release as _release
from _braid_names import made as _made
from _braid_seconds import SECOND_NANOS, SHORTEST_NANOS, patience as _patience

_PLAIN_LOCK, _RLOCK = _thread.LockType, _thread.RLock


class Condition:
    """A condition variable over a lock of the caller's or an RLock of its own."""

    __module__ = "threading"

    def __init__(self, lock=None):
        name, line = _made("Condition")
        if lock is None:
            lock = _thread._lock_of_condition(name and name + ".lock", line)
        self._lock = lock
        self.acquire = lock.acquire
        self.release = lock.release
        self._waiting = 0
        if type(lock) is _RLOCK or type(lock) is _PLAIN_LOCK:
            self._lock_id = lock._id
            self._id = _braid.condition(lock._id, name, line)
        else:
            self._foreign = _Foreign(lock)
            self._lock_id = self._id = None

    def __enter__(self):
        if self._id is None:
            return self._lock.__enter__()
        return _acquire(self._lock_id, -1)

    def __exit__(self, kind=None, value=None, traceback=None):
        if self._id is None:
            return self._lock.__exit__(kind, value, traceback)
        if not _release(self._lock_id, 1):
            self._lock.release()

    def __repr__(self):
        waiting = self._waiting if self._id is not None else len(self._foreign.waiters)
        return f"<Condition({self._lock}, {waiting})>"

    def wait(self, timeout=None):
        """Gives the lock back, waits to be notified, and takes it again; False when too late."""
        if self._id is None:
            return self._foreign.wait(timeout)
        limit = _patience(timeout) or SHORTEST_NANOS  # the lock is given back in any case
        self._waiting += 1
        notified = _braid.wait(self._id, limit)
        if not notified:
            self._waiting -= 1
            if notified is None:
                raise RuntimeError("cannot wait on un-acquired lock")
        return notified

    def wait_for(self, predicate, timeout=None):
        """Waits until the predicate holds, or the time is over; returns its last value."""
        end, left = None, timeout
        result = predicate()
        while not result:
            if left is not None:
                now = _braid.now() / SECOND_NANOS
                if end is None:
                    end = now + left
                else:
                    left = end - now
                    if left <= 0:
                        break
            self.wait(left)
            result = predicate()
        return result

    def notify(self, n=1):
        """Wakes up to n threads that wait on this condition."""
        if self._id is None:
            return self._foreign.notify(n)
        n = max(n, 0)
        if not _braid.notify(self._id, n):
            raise RuntimeError("cannot notify on un-acquired lock")
        self._waiting = max(0, self._waiting - n)

    def notify_all(self):
        """Wakes every thread that waits on this condition."""
        if self._id is None:
            return self._foreign.notify(len(self._foreign.waiters))
        if not _braid.notify(self._id, -1):
            raise RuntimeError("cannot notify on un-acquired lock")
        self._waiting = 0

    def notifyAll(self):
        import warnings
        warnings.warn("notifyAll() is deprecated, use notify_all() instead",
                      DeprecationWarning, stacklevel=2)
        self.notify_all()

    def _is_owned(self):
        if self._id is None:
            return self._foreign.is_owned()
        return _braid.holder(self._lock_id) == _braid.current()

    def _at_fork_reinit(self):
        self._lock._at_fork_reinit()
        self.__init__(self._lock)


class _Foreign:
    """What a condition does over a lock that is not ours: one lock per waiter, as in CPython."""

    def __init__(self, lock):
        self.lock = lock
        self.waiters = []
        self.release_save = getattr(lock, "_release_save", lambda: lock.release())
        self.acquire_restore = getattr(lock, "_acquire_restore", lambda state: lock.acquire())
        self.is_owned = getattr(lock, "_is_owned", self._is_locked)

    def _is_locked(self):
        if self.lock.acquire(False):
            self.lock.release()
            return False
        return True

    def wait(self, timeout):
        if not self.is_owned():
            raise RuntimeError("cannot wait on un-acquired lock")
        waiter = _thread.allocate_lock()
        waiter.acquire()
        self.waiters.append(waiter)
        saved = self.release_save()
        notified = False
        try:
            notified = _acquire(waiter._id, _patience(timeout))
            return notified
        finally:
            self.acquire_restore(saved)
            if not notified and waiter in self.waiters:
                self.waiters.remove(waiter)

    def notify(self, count):
        if not self.is_owned():
            raise RuntimeError("cannot notify on un-acquired lock")
        for waiter in self.waiters[:max(count, 0)]:
            self.waiters.remove(waiter)
            waiter.release()
