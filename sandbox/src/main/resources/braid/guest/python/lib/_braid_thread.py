"""The Thread objects of a program: each is a task of the kernel once it is started.

Source of the behaviour: the documentation of Python 3.12's `threading`.
"""

import sys as _sys

import _braid
from _braid_gates import named_event as _named_event
from _braid_seconds import patience as _patience
from _braid_uncaught import _excepthook, _ExceptHookArgs, show as _show, tell as _tell
from _thread import _ident, _launch, _NATIVE_FIRST, _refuse_at_the_end, _this_thread as get_ident

active = {}
ending = []  # those that have left `active` and may not be over yet
ended = []  # the tasks of those that are
hooks = {"trace": None, "profile": None}
_counts = {"Thread": 0, "Dummy": 0}
_NAMES = {}  # those given before: a program that is executed again gives them again


def _new_name(kind, of=None):
    _braid.names_touch()
    _counts[kind] += 1
    key = kind, _counts[kind], of
    name = _NAMES.get(key)
    if name is None:
        name = _NAMES[key] = f"{kind}-{_counts[kind]}" + ("" if of is None else f" ({of})")
    return name


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


def _spread(function, args):
    from _braid_error_words import spread
    return spread(function, args)


class Thread:
    """A thread of control: a callable given as target, or a subclass that overrides `run`."""

    __module__ = "threading"
    _initialized = False
    _is_first = False

    def __init__(self, group=None, target=None, name=None, args=(), kwargs=None, *, daemon=None):
        assert group is None, "group argument must be None for now"
        if name:
            name = str(name)
        else:
            name = _new_name("Thread", getattr(target, "__name__", None))
        self._target = target
        self._name = name
        self._args = args if type(args) is tuple else _spread(target, args)
        self._kwargs = {} if kwargs is None else kwargs
        self._daemonic = current_thread().daemon if daemon is None else daemon
        self._ident = self._native_id = self._task = self._tstate_lock = None
        self._started = _Mark()
        self._start_thing = -1 if self._is_first else _braid.thing()
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
        _refuse_at_the_end()
        _forget_ended()
        self._identify(_braid.task(self._name, bool(self._daemonic)))
        _launch(self._task, self._bootstrap)
        self._begin()

    def _identify(self, task):
        self._task = task
        self._ident = _ident(task)
        self._native_id = _NATIVE_FIRST + task

    def _begin(self):
        """It is among the threads that are alive, unless it has ended in the meantime."""
        if not self._started.is_set():
            _braid.threads_touch(False)
            _braid.thing_touch(self._start_thing, True)
            self._started.set()
            active[self._ident] = self

    def run(self):
        """What the thread does; a subclass may override it."""
        try:
            if self._target is not None:
                self._target(*self._args, **self._kwargs)
        finally:
            del self._target, self._args, self._kwargs

    def _bootstrap(self):
        self._begin()
        self._bootstrap_inner()

    def _bootstrap_inner(self):
        try:
            if hooks["trace"]:
                _sys.settrace(hooks["trace"])
            if hooks["profile"]:
                _sys.setprofile(hooks["profile"])
            try:
                self.run()
            except BaseException as error:
                _report(error, self)
        finally:
            active.pop(self._ident, None)
            ending.append(self)

    def join(self, timeout=None):
        """Waits until the thread has ended, or for so many seconds."""
        if not self._initialized:
            raise RuntimeError("Thread.__init__() not called")
        if not self._started.is_set():
            raise RuntimeError("cannot join thread before it is started")
        if self is current_thread():
            raise RuntimeError("cannot join current thread")
        if self._join(-1 if timeout is None else _patience(max(timeout, 0))):
            self._is_stopped = True
            _forget_ended()

    def _join(self, limit):
        return _braid.join(self._task, limit)

    def is_alive(self):
        """Whether it was started and has not ended."""
        assert self._initialized, "Thread.__init__() not called"
        _braid.look()
        _braid.thing_touch(self._start_thing, False)
        return self._started.is_set() and _braid.lives(self._task)

    def _is_listed(self):
        """Whether it is among the threads, of which nobody can become one now, or cease to be."""
        return _braid.lives(self._task)

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
        deprecated("isDaemon() is deprecated, get the daemon attribute instead")
        return self.daemon

    def setDaemon(self, daemonic):
        deprecated("setDaemon() is deprecated, set the daemon attribute instead")
        self.daemon = daemonic

    def getName(self):
        deprecated("getName() is deprecated, get the name attribute instead")
        return self.name

    def setName(self, name):
        deprecated("setName() is deprecated, set the name attribute instead")
        self.name = name


def _report(error, thread):
    """Hands an exception that ended a thread to `threading.excepthook`."""
    hook = _sys.modules["threading"].excepthook or _excepthook
    try:
        hook(_ExceptHookArgs((type(error), error, error.__traceback__, thread)))
    except Exception as failure:
        failure.__suppress_context__ = True
        print("Exception in threading.excepthook:", file=_sys.stderr or thread._stderr, flush=True)
        hook = _sys.excepthook
        if hook is None or hook is _sys.__excepthook__:
            _show(failure, _sys.stderr or thread._stderr)
        else:
            hook(type(failure), failure, failure.__traceback__)
        _tell(error)


class Timer(Thread):
    """Calls a function after so many seconds, unless it is cancelled first."""

    __module__ = "threading"

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
            self.args = _spread(self.function, self.args)
            self.function(*self.args, **self.kwargs)
        self.finished.set()


class _MainThread(Thread):
    """The thread the program began with; it ends when the others are waited for."""

    __module__ = "threading"
    _is_first = True

    def __init__(self):
        Thread.__init__(self, name="MainThread", daemon=False)
        self._started.set()
        self._identify(_braid.current())

    _over = None

    def _join(self, limit):
        if not self.is_alive():
            return True
        if self._over is None:
            self._over = _named_event(self._name)
        return _braid.await_(self._over._id, limit)

    def _stop(self):
        _braid.threads_touch(False)
        self._is_stopped = True
        if self._over is not None:
            self._over.set()

    def is_alive(self):
        look_at_threads()
        return not self._is_stopped

    def _is_listed(self):
        return True


class _DummyThread(Thread):
    """Stands for a thread that was not started through this module."""

    __module__ = "threading"

    def __init__(self):
        Thread.__init__(self, name=_new_name("Dummy"), daemon=True)
        self._started.set()
        self._identify(_braid.current())
        active[self._ident] = self

    def _stop(self):
        pass

    def is_alive(self):
        assert not self._is_stopped and self._started.is_set()
        return True

    def _is_listed(self):
        return True

    def join(self, timeout=None):
        assert False, "cannot join a dummy thread"


def look_at_threads():
    """Others may go first; then the present thread sees which threads there are."""
    _braid.look()
    _braid.threads_touch(True)


def living():
    """The threads that are alive, in the order in which they were started."""
    look_at_threads()
    found = [each for each in (*active.values(), *ending) if each._is_listed()]
    for task in ended:
        _braid.lives(task)
    return sorted(found, key=lambda each: each._task)


def _forget_ended():
    """Those that are over are remembered by their tasks only."""
    for each in list(ending):
        if _braid.has_ended(each._task):
            ending.remove(each)
            ended.append(each._task)


def current_thread():
    """The Thread object of the caller."""
    thread = active.get(get_ident())
    return _DummyThread() if thread is None else thread


def deprecated(message):
    import warnings
    warnings.warn(message, DeprecationWarning, stacklevel=3)


def begin_main():
    """The first thread begins, and there is no other: gives its Thread object."""
    global main_thread
    main_thread = _MainThread.__new__(_MainThread)
    main_thread._daemonic = False
    active.clear()
    ending.clear()
    ended.clear()
    active[get_ident()] = main_thread
    _MainThread.__init__(main_thread)
    return main_thread


begin_main()
