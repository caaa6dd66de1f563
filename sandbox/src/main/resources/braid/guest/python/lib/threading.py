"""Stand-in for `threading`: every thread of the program is a task of the kernel.

Source of the behaviour: the documentation of Python 3.12's `threading`.
"""

import sys as _sys

import _braid
import _thread
from _braid_condition import Condition
from _braid_gates import Barrier, BoundedSemaphore, BrokenBarrierError, Event, Semaphore
from _braid_thread import (_DummyThread, _MainThread, Thread, Timer,
                           active as _active, current_thread, deprecated as _deprecated,
                           hooks as _hooks, living as _living, main_thread as _main_thread)
from _thread import (_excepthook as excepthook, _ExceptHookArgs as ExceptHookArgs,
                     _is_main_interpreter, _local as local, allocate_lock as Lock,
                     daemon_threads_allowed as _daemon_threads_allowed, error as ThreadError,
                     get_ident, get_native_id, RLock as _CRLock, stack_size,
                     start_new_thread as _start_new_thread, TIMEOUT_MAX)

__all__ = ["get_ident", "active_count", "Condition", "current_thread", "enumerate", "main_thread",
           "TIMEOUT_MAX", "Event", "Lock", "RLock", "Semaphore", "BoundedSemaphore", "Thread",
           "Barrier", "BrokenBarrierError", "Timer", "ThreadError", "setprofile", "settrace",
           "local", "stack_size", "excepthook", "ExceptHookArgs", "gettrace", "getprofile",
           "setprofile_all_threads", "settrace_all_threads", "get_native_id"]

__excepthook__ = excepthook
_HAVE_THREAD_NATIVE_ID = True
_limbo = {}
_threading_atexits = []
_SHUTTING_DOWN = False


def RLock(*args, **kwargs):
    """A lock that the thread holding it may take again."""
    return _CRLock(*args, **kwargs)


class _RLock(_CRLock):
    """The lock CPython has for where there is none in C."""

    __slots__ = ()


_PyRLock = _RLock


def __getattr__(name):
    """`_dangling`: the threads that have not ended, for tests that look for those left over."""
    if name == "_dangling":
        return set(_active.values())
    raise AttributeError(f"module 'threading' has no attribute {name!r}")


def setprofile(func):
    """Sets a profile function for all threads started from now on."""
    _hooks["profile"] = func


def setprofile_all_threads(func):
    setprofile(func)
    _sys.setprofile(func)


def getprofile():
    return _hooks["profile"]


def settrace(func):
    """Sets a trace function for all threads started from now on."""
    _hooks["trace"] = func


def settrace_all_threads(func):
    settrace(func)
    _sys.settrace(func)


def gettrace():
    return _hooks["trace"]


def currentThread():
    _deprecated("currentThread() is deprecated, use current_thread() instead")
    return current_thread()


def main_thread():
    """The Thread object the program began with."""
    return _main_thread


def enumerate():
    """All Thread objects that are alive."""
    return _living()


def active_count():
    return len(_living())


def activeCount():
    _deprecated("activeCount() is deprecated, use active_count() instead")
    return active_count()


def _register_atexit(func, *args, **kwargs):
    """Has `func` called at the end, before the threads are waited for."""
    if _SHUTTING_DOWN:
        raise RuntimeError("can't register atexit after shutdown")
    _threading_atexits.append(lambda: func(*args, **kwargs))


def _shutdown():
    """The end of the main thread: what was registered, then waiting for all non-daemon threads."""
    global _SHUTTING_DOWN
    if _main_thread._is_stopped:
        return
    _SHUTTING_DOWN = _thread._is_ending = True
    for call in reversed(_threading_atexits):
        call()
    _main_thread._stop()
    while True:
        running = [t for t in _active.values() if t is not _main_thread and not t._daemonic]
        if not running:
            return
        for thread in running:
            _braid.join(thread._task, -1)
            _active.pop(thread._ident, None)


def _after_fork():
    """Nothing: a process of the program is a world of its own from the start."""


current_thread.__module__ = __name__
