"""Stand-in for `threading`: every thread of the program is a task of the kernel.

Source of the behaviour: the documentation of Python 3.12's `threading`.
"""

import sys as _sys

import _braid
import _braid_names
import _thread
from _braid_seconds import patience as _patience
from _braid_sync import (Barrier, BoundedSemaphore, BrokenBarrierError, Condition, Event,
                         Semaphore, named_event as _named_event)
from _thread import (_excepthook as excepthook, _ExceptHookArgs as ExceptHookArgs, _ident,
                     _is_main_interpreter, _launch, _local as local, _NATIVE_FIRST,
                     allocate_lock as Lock, daemon_threads_allowed as _daemon_threads_allowed,
                     error as ThreadError, get_ident, get_native_id, RLock as _CRLock,
                     stack_size, TIMEOUT_MAX)

__all__ = ["get_ident", "active_count", "Condition", "current_thread", "enumerate", "main_thread",
           "TIMEOUT_MAX", "Event", "Lock", "RLock", "Semaphore", "BoundedSemaphore", "Thread",
           "Barrier", "BrokenBarrierError", "Timer", "ThreadError", "setprofile", "settrace",
           "local", "stack_size", "excepthook", "ExceptHookArgs", "gettrace", "getprofile",
           "setprofile_all_threads", "settrace_all_threads", "get_native_id"]

_braid_names.own(_sys._getframe())

__excepthook__ = excepthook
_HAVE_THREAD_NATIVE_ID = True
_profile_hook = _trace_hook = None
_active = {}
_limbo = {}
_threading_atexits = []
_SHUTTING_DOWN = False
_started_count = _dummy_count = 0
_main_over = None


def RLock(*args, **kwargs):
    """A lock that the thread holding it may take again."""
    return _CRLock(*args, **kwargs)


_RLock = _CRLock


def _newname(template):
    global _started_count, _dummy_count
    if template.startswith("Dummy"):
        _dummy_count += 1
        return template % _dummy_count
    _started_count += 1
    return template % _started_count


def setprofile(func):
    """Sets a profile function for all threads started from now on."""
    global _profile_hook
    _profile_hook = func


def setprofile_all_threads(func):
    setprofile(func)
    _sys.setprofile(func)


def getprofile():
    return _profile_hook


def settrace(func):
    """Sets a trace function for all threads started from now on."""
    global _trace_hook
    _trace_hook = func


def settrace_all_threads(func):
    settrace(func)
    _sys.settrace(func)


def gettrace():
    return _trace_hook


class _Mark:
    """Whether a thread was started: what `Thread._started` is asked for."""

    __slots__ = ("_is_set",)

    def __init__(self):
        self._is_set = False

    def is_set(self):
        return self._is_set

    def set(self):
        self._is_set = True

    def wait(self, timeout=None):
        return self._is_set


class Thread:
    """A thread of control: a callable given as target, or a subclass that overrides `run`."""

    _initialized = False

    def __init__(self, group=None, target=None, name=None, args=(), kwargs=None, *, daemon=None):
        assert group is None, "group argument must be None for now"
        if name:
            name = str(name)
        else:
            name = _newname("Thread-%d")
            if target is not None:
                try:
                    name += f" ({target.__name__})"
                except AttributeError:
                    pass
        self._target = target
        self._name = name
        self._args = args
        self._kwargs = {} if kwargs is None else kwargs
        self._daemonic = current_thread().daemon if daemon is None else daemon
        self._ident = self._native_id = self._task = self._tstate_lock = None
        self._started = _Mark()
        self._is_stopped = False
        self._initialized = True
        self._stderr = _sys.stderr

    def __repr__(self):
        assert self._initialized, "Thread.__init__() was not called"
        status = "initial"
        if self._started.is_set():
            status = "started" if self.is_alive() else "stopped"
        if self._daemonic:
            status += " daemon"
        if self._ident is not None:
            status += f" {self._ident}"
        return f"<{self.__class__.__name__}({self._name}, {status})>"

    def start(self):
        """Starts the thread; at most once per object."""
        if not self._initialized:
            raise RuntimeError("thread.__init__() not called")
        if self._started.is_set():
            raise RuntimeError("threads can only be started once")
        task = _braid.task(self._name, bool(self._daemonic))
        self._identify(task)
        self._started.set()
        _launch(task, self._bootstrap)

    def _identify(self, task):
        self._task = task
        self._ident = _ident(task)
        self._native_id = _NATIVE_FIRST + task
        _active[self._ident] = self

    def run(self):
        """What the thread does; a subclass may override it."""
        try:
            if self._target is not None:
                self._target(*self._args, **self._kwargs)
        finally:
            del self._target, self._args, self._kwargs

    def _bootstrap(self):
        self._bootstrap_inner()

    def _bootstrap_inner(self):
        try:
            if _trace_hook:
                _sys.settrace(_trace_hook)
            if _profile_hook:
                _sys.setprofile(_profile_hook)
            try:
                self.run()
            except BaseException as error:
                _report(error, self)
        finally:
            _active.pop(self._ident, None)

    def _stop(self):
        self._is_stopped = True

    def join(self, timeout=None):
        """Waits until the thread has ended, or for so many seconds."""
        if not self._initialized:
            raise RuntimeError("Thread.__init__() not called")
        if not self._started.is_set():
            raise RuntimeError("cannot join thread before it is started")
        if self is current_thread():
            raise RuntimeError("cannot join current thread")
        limit = -1 if timeout is None else _patience(max(timeout, 0))
        if not self._is_stopped and self._join(limit):
            self._stop()

    def _join(self, limit):
        return _braid.join(self._task, limit)

    def is_alive(self):
        """Whether it was started and has not ended."""
        assert self._initialized, "Thread.__init__() not called"
        if self._is_stopped or not self._started.is_set():
            return False
        if not _braid.alive(self._task):
            self._stop()
        return not self._is_stopped

    @property
    def name(self):
        assert self._initialized, "Thread.__init__() not called"
        return self._name

    @name.setter
    def name(self, name):
        assert self._initialized, "Thread.__init__() not called"
        self._name = str(name)
        if self._task is not None:
            _braid.rename(self._task, self._name)

    @property
    def ident(self):
        assert self._initialized, "Thread.__init__() not called"
        return self._ident

    @property
    def native_id(self):
        assert self._initialized, "Thread.__init__() not called"
        return self._native_id

    @property
    def daemon(self):
        assert self._initialized, "Thread.__init__() not called"
        return self._daemonic

    @daemon.setter
    def daemon(self, daemonic):
        if not self._initialized:
            raise RuntimeError("Thread.__init__() not called")
        if self._started.is_set():
            raise RuntimeError("cannot set daemon status of active thread")
        self._daemonic = daemonic

    def isDaemon(self):
        _deprecated("isDaemon() is deprecated, get the daemon attribute instead")
        return self.daemon

    def setDaemon(self, daemonic):
        _deprecated("setDaemon() is deprecated, set the daemon attribute instead")
        self.daemon = daemonic

    def getName(self):
        _deprecated("getName() is deprecated, get the name attribute instead")
        return self.name

    def setName(self, name):
        _deprecated("setName() is deprecated, set the name attribute instead")
        self.name = name


def _deprecated(message):
    import warnings
    warnings.warn(message, DeprecationWarning, stacklevel=3)


def _report(error, thread):
    """Hands an exception that ended a thread to `threading.excepthook`."""
    hook = excepthook if excepthook is not None else __excepthook__
    try:
        hook(ExceptHookArgs((type(error), error, error.__traceback__, thread)))
    except Exception as failure:
        failure.__suppress_context__ = True
        print("Exception in threading.excepthook:", file=_sys.stderr or thread._stderr, flush=True)
        (_sys.excepthook or _sys.__excepthook__)(type(failure), failure, failure.__traceback__)
        _braid.uncaught(type(error).__name__, _thread._message(error),
                        _braid_names.line_of_traceback(error.__traceback__))


class Timer(Thread):
    """Calls a function after so many seconds, unless it is cancelled first."""

    def __init__(self, interval, function, args=None, kwargs=None):
        Thread.__init__(self)
        self.interval = interval
        self.function = function
        self.args = args if args is not None else []
        self.kwargs = kwargs if kwargs is not None else {}
        self.finished = _named_event(f"{self._name}.finished")

    def cancel(self):
        """Stops the timer if it still waits."""
        self.finished.set()

    def run(self):
        self.finished.wait(self.interval)
        if not self.finished.is_set():
            self.function(*self.args, **self.kwargs)
        self.finished.set()


class _MainThread(Thread):
    """The thread the program began with; it ends when the others are waited for."""

    def __init__(self):
        Thread.__init__(self, name="MainThread", daemon=False)
        self._started.set()
        self._identify(_braid.current())

    def _join(self, limit):
        global _main_over
        if _main_over is None:
            _main_over = _named_event(self._name)
        return _braid.await_(_main_over._id, limit)


class _DummyThread(Thread):
    """Stands for a thread that was not started through this module."""

    def __init__(self):
        Thread.__init__(self, name=_newname("Dummy-%d"), daemon=True)
        self._started.set()
        self._identify(_braid.current())

    def _stop(self):
        pass

    def is_alive(self):
        assert not self._is_stopped and self._started.is_set()
        return True

    def join(self, timeout=None):
        assert False, "cannot join a dummy thread"


def current_thread():
    """The Thread object of the caller."""
    thread = _active.get(get_ident())
    return _DummyThread() if thread is None else thread


def currentThread():
    _deprecated("currentThread() is deprecated, use current_thread() instead")
    return current_thread()


def main_thread():
    """The Thread object the program began with."""
    return _main_thread


def enumerate():
    """All Thread objects that are alive."""
    return list(_active.values())


def active_count():
    return len(_active)


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
    _SHUTTING_DOWN = True
    for call in reversed(_threading_atexits):
        call()
    _main_thread._stop()
    if _main_over is not None:
        _main_over.set()
    while True:
        running = [t for t in _active.values() if t is not _main_thread and not t._daemonic]
        if not running:
            return
        for thread in running:
            _braid.join(thread._task, -1)
            _active.pop(thread._ident, None)


def _after_fork():
    """Nothing: a process of the program is a world of its own from the start."""


_main_thread = _MainThread.__new__(_MainThread)
_main_thread._daemonic = False
_active[get_ident()] = _main_thread
_MainThread.__init__(_main_thread)
_started_count = 0
