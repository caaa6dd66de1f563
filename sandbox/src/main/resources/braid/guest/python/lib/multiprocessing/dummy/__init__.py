"""Stand-in for `multiprocessing.dummy`: the interface of multiprocessing over threads.

Source of the behaviour: the documentation of Python 3.12's `multiprocessing`.
"""

import array as _array
import threading
from queue import Queue
from threading import (Barrier, BoundedSemaphore, Condition, Event, Lock, RLock, Semaphore,
                       current_thread as current_process)

from multiprocessing.dummy.connection import Pipe

__all__ = ["Process", "current_process", "active_children", "freeze_support", "Lock", "RLock",
           "Semaphore", "BoundedSemaphore", "Condition", "Event", "Barrier", "Queue", "Manager",
           "Pipe", "Pool", "JoinableQueue"]

JoinableQueue = Queue
list, dict = list, dict
_children = []


class DummyProcess(threading.Thread):
    """A thread that looks like a process."""

    def __init__(self, group=None, target=None, name=None, args=(), kwargs={}):
        threading.Thread.__init__(self, group, target, name, args, kwargs)
        self._start_called = False

    def start(self):
        self._start_called = True
        _children.append(self)
        threading.Thread.start(self)

    @property
    def exitcode(self):
        return 0 if self._start_called and not self.is_alive() else None


Process = DummyProcess


def active_children():
    _children[:] = [child for child in _children if child.is_alive()]
    return _children[:]


def freeze_support():
    """Nothing: no program here is frozen."""


class Namespace:
    """An object with the attributes it is given."""

    def __init__(self, /, **kwds):
        self.__dict__.update(kwds)

    def __repr__(self):
        held = sorted(f"{name}={value!r}" for name, value in self.__dict__.items()
                      if not name.startswith("_"))
        return f"{type(self).__name__}({', '.join(held)})"


class Value:
    """A value of a type that is not looked at."""

    def __init__(self, typecode, value, lock=True):
        self._typecode, self.value = typecode, value

    def __repr__(self):
        return f"<{type(self).__name__}({self._typecode!r}, {self.value!r})>"


def Array(typecode, sequence, lock=True):
    return _array.array(typecode, sequence)


def Manager():
    import sys
    return sys.modules[__name__]


def shutdown():
    """Nothing: there is no other process."""


def Pool(processes=None, initializer=None, initargs=()):
    from multiprocessing.pool import ThreadPool
    return ThreadPool(processes, initializer, initargs)
