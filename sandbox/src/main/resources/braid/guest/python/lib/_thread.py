"""Stand-in for `_thread`: locks and threads of the program are the kernel's mutexes and tasks.

No other task runs while this code runs, except inside a call of `_braid`.
"""

import sys as _sys

import _braid
from _braid import acquire as _acquire, current as _current, release as _release
from _braid_in_c import are_in_c as _are_in_c
from _braid_names import made as _made
from _braid_seconds import TIMEOUT_MAX, lock_patience as _patience
from _braid_local import _local
from _braid_uncaught import _excepthook, _ExceptHookArgs, ignored as _ignored, tell as _tell

error = RuntimeError
STACK_MIN_BYTES = 32768
_SIGNALS_MAX = 65
_IDENT_FIRST = 0x7F0000000000
_IDENT_STEP = 0x800000
_NATIVE_FIRST = 4096
_stack_bytes = 0
_sentinels = {}
_running = 0
_is_ending = False


class lock:
    """A lock, locked or unlocked, owned by nobody in particular."""

    __slots__ = ("_id", "__weakref__")
    __module__ = "_thread"

    def __new__(cls, *_, **__):
        raise TypeError("cannot create '_thread.lock' instances")

    def __init_subclass__(cls):
        raise TypeError("type '_thread.lock' is not an acceptable base type")

    def acquire(self, blocking=True, timeout=-1):
        if blocking is True and timeout == -1:
            return _acquire(self._id, -1)
        return _acquire(self._id, _patience(blocking, timeout))

    def release(self):
        if not _release(self._id, 1):
            raise RuntimeError("release unlocked lock")

    def __enter__(self):
        return _acquire(self._id, -1)

    def __exit__(self, kind=None, value=None, traceback=None):
        if not _release(self._id, 1):
            raise RuntimeError("release unlocked lock")

    def locked(self):
        return _braid.holder(self._id) != -1

    def __repr__(self):
        state = "locked" if _braid.holder(self._id) != -1 else "unlocked"
        return f"<{state} _thread.lock object at {id(self):#x}>"

    def __reduce_ex__(self, _):
        raise TypeError("cannot pickle '_thread.lock' object")

    def _at_fork_reinit(self):
        self._id = _braid.mutex("", 0, False)

    acquire_lock = acquire
    release_lock = release
    locked_lock = locked


LockType = lock
_new = object.__new__


def allocate_lock():
    """Creates a new, unlocked lock."""
    made = _new(lock)
    name, line = _made("Lock")
    made._id = _braid.mutex(name, line, False)
    return made


class RLock:
    """A lock that the task holding it may take again."""

    __slots__ = ("_id", "__weakref__")
    __module__ = "_thread"

    def __new__(cls, *_, **__):
        name, line = _made("RLock")
        return _rlock(cls, name, line)

    def __init__(self, *_, **__):
        pass

    def acquire(self, blocking=True, timeout=-1):
        if blocking is True and timeout == -1:
            return _acquire(self._id, -1)
        return _acquire(self._id, _patience(blocking, timeout))

    def release(self):
        if not _release(self._id, 1):
            raise RuntimeError("cannot release un-acquired lock")

    def __enter__(self):
        return _acquire(self._id, -1)

    def __exit__(self, kind=None, value=None, traceback=None):
        if not _release(self._id, 1):
            raise RuntimeError("cannot release un-acquired lock")

    def __repr__(self):
        holder, depth = _braid.holder(self._id), _braid.depth(self._id)
        state = "unlocked" if holder == -1 else "locked"
        owner = 0 if holder == -1 else _ident(holder)
        kind = type(self)
        word = kind.__qualname__ if kind.__module__ == "builtins" \
            else f"{kind.__module__}.{kind.__qualname__}"
        return f"<{state} {word} object owner={owner} count={depth} at {id(self):#x}>"

    def __reduce_ex__(self, _):
        raise TypeError(f"cannot pickle '{type(self).__module__}.{type(self).__name__}' object")

    def _is_owned(self):
        return _braid.holder(self._id) == _current()

    def _recursion_count(self):
        return _braid.depth(self._id) if self._is_owned() else 0

    def _release_save(self):
        if not self._is_owned():
            raise RuntimeError("cannot release un-acquired lock")
        depth = _braid.depth(self._id)
        for _ in range(depth):
            _release(self._id, 1)
        return depth, get_ident()

    def _acquire_restore(self, state):
        for _ in range(state[0]):
            _acquire(self._id, -1)

    def _at_fork_reinit(self):
        self._id = _braid.mutex("", 0, True)


def _rlock(cls, name, line):
    made = _new(cls)
    made._id = _braid.mutex(name, line, True)
    return made


def _lock_of_condition(name, line):
    made = _new(RLock)
    made._id = _braid.condition_lock(name, line)
    return made


def _ident(task):
    return _IDENT_FIRST + _IDENT_STEP * (task + 1)


def get_ident():
    """A non-zero integer that tells the current thread from every other."""
    return _IDENT_FIRST + _IDENT_STEP * (_current() + 1)


def get_native_id():
    """The number an operating system would know the current thread by."""
    return _NATIVE_FIRST + _current()


def start_new_thread(function, args, kwargs=None, /):
    """Starts a new thread and returns its identifier."""
    if not callable(function):
        raise TypeError("first arg must be callable")
    if not isinstance(args, tuple):
        raise TypeError("2nd arg must be a tuple")
    if kwargs is not None and not isinstance(kwargs, dict):
        raise TypeError("optional 3rd arg must be a dictionary")
    _refuse_at_the_end()
    task = _braid.task(str(getattr(function, "__name__", "thread")), True)
    _launch(task, lambda: _run(task, function, args, kwargs or {}))
    return _ident(task)


def _refuse_at_the_end():
    if _is_ending:
        raise RuntimeError("can't create new thread at interpreter shutdown")


def _launch(task, run):
    global _running

    def body():
        global _running
        _running += 1
        try:
            run()
        finally:
            _running -= 1
            sentinel = _sentinels.pop(task, None)
            if sentinel is not None and sentinel.locked():
                sentinel.release()

    _braid.start(task, body)


def _run(task, function, args, kwargs):
    try:
        function(*args, **kwargs)
    except SystemExit:
        pass
    except BaseException as error:
        if _ignored(error, "in thread started by", function):
            _tell(error)


def exit():
    """Ends the current thread quietly, by raising SystemExit."""
    raise SystemExit


def interrupt_main(signum=2, /):
    """Has the main thread do what it does on a signal, as soon as it goes on."""
    if not 0 < signum < _SIGNALS_MAX:
        raise ValueError("signal number out of range")
    from _braid_signals import simulate
    simulate(signum)


def stack_size(size=0, /):
    """Accepts a stack size for threads to come and returns the one before."""
    global _stack_bytes
    if size < 0:
        raise ValueError("size must be 0 or a positive value")
    if 0 < size < STACK_MIN_BYTES:
        raise ValueError(f"size not valid: {size} bytes")
    before, _stack_bytes = _stack_bytes, size
    return before


def daemon_threads_allowed():
    return True


def _count():
    return _running


def _is_main_interpreter():
    return True


def _set_sentinel():
    """A lock that is released when the current thread ends."""
    made = _new(lock)
    made._id = _braid.mutex("", 0, False)
    _sentinels[_current()] = made
    return made


_this_thread = get_ident
_are_in_c(globals(), "allocate_lock", "get_ident", "get_native_id", "start_new_thread", "exit",
          "stack_size", "_set_sentinel", "_count")
allocate = allocate_lock
start_new = start_new_thread
exit_thread = exit
