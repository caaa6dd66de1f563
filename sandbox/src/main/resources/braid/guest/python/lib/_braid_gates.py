"""Semaphores, events and barriers of `threading`, thin over the kernel's primitives.

Source of the behaviour: the documentation of Python 3.12's `threading`. Each is one object for the
kernel, not the locks and conditions CPython builds them from.
"""


import _braid
import _braid_names
from _braid import acquire as _acquire, release as _release
from _braid_names import made as _made
from _braid_seconds import FOREVER, SHORTEST_NANOS
from _braid_seconds import patience as _patience, permit_patience as _permit_patience


def _unpicklable(_self, _protocol):
    """CPython's have a lock inside, which cannot be pickled."""
    raise TypeError("cannot pickle '_thread.lock' object")


class Semaphore:
    """A number of permits; `acquire` takes one and waits while there is none."""

    __module__ = "threading"
    __reduce_ex__ = _unpicklable
    _bounded = False

    def __init__(self, value=1):
        if value < 0:
            raise ValueError("semaphore initial value must be >= 0")
        name, line = _made(type(self).__name__)
        self._id = _braid.semaphore(int(value), self._bounded, name, line)

    @property
    def _value(self):
        return _braid.value(self._id)

    def __repr__(self):
        kind = type(self)
        return f"<{kind.__module__}.{kind.__qualname__} at {id(self):#x}: value={self._value}>"

    def acquire(self, blocking=True, timeout=None):
        """Takes a permit; False when there was none in time."""
        if timeout is None:
            return _acquire(self._id, -1 if blocking else 0)
        return _acquire(self._id, _permit_patience(blocking, timeout))

    __enter__ = acquire

    def release(self, n=1):
        """Gives n permits back."""
        if n < 1:
            raise ValueError("n must be one or more")
        if not _release(self._id, n):
            raise ValueError("Semaphore released too many times")

    def __exit__(self, kind, value, traceback):
        self.release()


class BoundedSemaphore(Semaphore):
    """A semaphore that refuses to hold more permits than it started with."""

    __module__ = "threading"
    _bounded = True

    def __init__(self, value=1):
        super().__init__(value)
        self._initial_value = value

    def __repr__(self):
        kind = type(self)
        return (f"<{kind.__module__}.{kind.__qualname__} at {id(self):#x}: "
                f"value={self._value}/{self._initial_value}>")


class Event:
    """A flag that threads can wait for."""

    __module__ = "threading"
    __reduce_ex__ = _unpicklable

    def __init__(self):
        name, line = _made(type(self).__name__)
        self._id = _braid.flag(name, line)

    def __repr__(self):
        kind = type(self)
        status = "set" if _braid.is_set(self._id) else "unset"
        return f"<{kind.__module__}.{kind.__qualname__} at {id(self):#x}: {status}>"

    def is_set(self):
        return _braid.is_set(self._id)

    def isSet(self):
        import warnings
        warnings.warn("isSet() is deprecated, use is_set() instead",
                      DeprecationWarning, stacklevel=2)
        return self.is_set()

    def set(self):
        """Sets the flag and wakes all who wait for it."""
        _braid.raise_(self._id)

    def clear(self):
        _braid.lower(self._id)

    def wait(self, timeout=None):
        """Waits until the flag is set; False when the time was over first."""
        return _braid.await_(self._id, -1 if timeout is None else _patience(timeout))

    def _at_fork_reinit(self):
        self._id = _braid.flag("", 0)


def named_event(name):
    """An event of the library's own, under a name that does not stand in the program."""
    made = Event.__new__(Event)
    made._id = _braid.flag(name, _braid_names.line())
    return made


class BrokenBarrierError(RuntimeError):
    """The barrier was reset or broken while somebody waited."""

    __module__ = "threading"


class Barrier:
    """A place where a fixed number of threads wait for each other."""

    __module__ = "threading"
    __reduce_ex__ = _unpicklable

    def __init__(self, parties, action=None, timeout=None):
        if parties < 1:
            raise ValueError("parties must be > 0")
        name, line = _made(type(self).__name__)
        self._id = _braid.barrier(parties, name, line)
        self._action = action
        self._timeout = timeout
        self._parties = parties

    def __repr__(self):
        kind = type(self)
        where = f"<{kind.__module__}.{kind.__qualname__} at {id(self):#x}"
        if self.broken:
            return f"{where}: broken>"
        return f"{where}: waiters={self.n_waiting}/{self.parties}>"

    def wait(self, timeout=None):
        """Waits for all parties; returns a number from 0 to parties - 1, different for each."""
        timeout = _patience(self._timeout if timeout is None else timeout) or SHORTEST_NANOS
        index = _braid.arrive(self._id, FOREVER)
        if index < 0:
            raise BrokenBarrierError
        if index == self._parties - 1:
            timeout = FOREVER
            if self._action is not None:
                self._act()
        self._wait(timeout)
        return index

    def _wait(self, nanos):
        passed = _braid.pass_(self._id, nanos)
        if passed:
            if passed == 2:
                _braid.abort(self._id)
            raise BrokenBarrierError

    def _act(self):
        try:
            self._action()
        except BaseException:
            _braid.abort(self._id)
            _braid.pass_(self._id, 0)
            raise

    def reset(self):
        """Empties the barrier; those who wait get BrokenBarrierError."""
        _braid.reset(self._id)

    def abort(self):
        """Breaks the barrier, for those who wait and those to come."""
        _braid.abort(self._id)

    @property
    def parties(self):
        return self._parties

    @property
    def n_waiting(self):
        return _braid.waiting(self._id)

    @property
    def broken(self):
        return _braid.broken(self._id)
