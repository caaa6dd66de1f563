"""Stand-in for `multiprocessing.util`: logging, and what happens when a process ends."""

import itertools as _itertools

import _braid_worlds as _worlds

__all__ = ["sub_debug", "debug", "info", "sub_warning", "get_logger", "log_to_stderr",
           "get_temp_dir", "register_after_fork", "is_exiting", "Finalize", "ForkAwareThreadLock",
           "ForkAwareLocal", "close_all_fds_except", "SUBDEBUG", "SUBWARNING"]

NOTSET, SUBDEBUG, DEBUG, INFO, SUBWARNING, WARNING = 0, 5, 10, 20, 25, 30
LOGGER_NAME = "multiprocessing"
DEFAULT_LOGGING_FORMAT = "[%(levelname)s/%(processName)s] %(message)s"

abstract_sockets_supported = False
_order = _itertools.count()


def _log(level, message, *args):
    logger = _worlds.here.state.get("mp_logger")
    if logger:
        logger.log(level, message, *args)


def sub_debug(msg, *args):
    _log(SUBDEBUG, msg, *args)


def debug(msg, *args):
    _log(DEBUG, msg, *args)


def info(msg, *args):
    _log(INFO, msg, *args)


def sub_warning(msg, *args):
    _log(SUBWARNING, msg, *args)


def get_logger():
    """The logger that multiprocessing writes to."""
    logger = _worlds.here.state.get("mp_logger")
    if not logger:
        import logging
        logger = _worlds.here.state["mp_logger"] = logging.getLogger(LOGGER_NAME)
        logger.propagate = 0
    return logger


def log_to_stderr(level=None):
    """Has multiprocessing's log written to stderr."""
    import logging
    logger = get_logger()
    handler = logging.StreamHandler()
    handler.setFormatter(logging.Formatter(DEFAULT_LOGGING_FORMAT))
    logger.addHandler(handler)
    if level:
        logger.setLevel(level)
    return logger


def is_exiting():
    return bool(_worlds.here.state.get("mp_exiting"))


def register_after_fork(obj, func):
    """Nothing: no process here is a fork."""


def close_all_fds_except(fds):
    """Nothing: no process here inherits descriptors."""


def get_temp_dir():
    """A folder for the files of this process."""
    here = _worlds.here.state
    if "mp_folder" not in here:
        import tempfile
        here["mp_folder"] = tempfile.mkdtemp(prefix="pymp-")
    return here["mp_folder"]


class Finalize:
    """Calls something once: when told to, or when the process ends (with an exit priority).

    Not when its object goes away: nobody could say when the interpreter would notice.
    """

    def __init__(self, obj, callback, args=(), kwargs=None, exitpriority=None):
        if exitpriority is not None and not isinstance(exitpriority, int):
            raise TypeError(f"Exitpriority ({exitpriority!r}) must be None or int, "
                            f"not {type(exitpriority)}")
        if obj is None and exitpriority is None:
            raise ValueError("Without object, exitpriority cannot be None")
        self._callback, self._args, self._kwargs = callback, args, kwargs or {}
        self._key = (exitpriority, next(_order))
        self._is_anyones = obj is not None
        _finalizers()[self._key] = self

    def __call__(self, wr=None):
        if _finalizers().pop(self._key, None) is None:
            sub_debug("finalizer no longer registered")
            return None
        sub_debug("finalizer calling %s with args %s and kwargs %s",
                  self._callback, self._args, self._kwargs)
        callback, args, kwargs = self._callback, self._args, self._kwargs
        self._forget()
        return callback(*args, **kwargs)

    def cancel(self):
        if _finalizers().pop(self._key, None) is not None:
            self._forget()

    def still_active(self):
        return self._key in _finalizers()

    def _forget(self):
        self._callback = self._args = self._kwargs = None

    def __repr__(self):
        name = type(self).__name__
        if self._callback is None or not self._is_anyones:
            return f"<{name} object, dead>"
        text = f"<{name} object, callback={getattr(self._callback, '__name__', self._callback)}"
        if self._args:
            text += f", args={self._args}"
        if self._kwargs:
            text += f", kwargs={self._kwargs}"
        if self._key[0] is not None:
            text += f", exitpriority={self._key[0]}"
        return text + ">"


def _finalizers():
    return _worlds.state("mp_finalizers", dict)


def _run_finalizers(least=None):
    held = _finalizers()
    due = (key for key in held if key[0] is not None and (least is None or key[0] >= least))
    keys = sorted(due, reverse=True)
    for key in keys:
        finalizer = held.get(key)
        if finalizer is not None:
            sub_debug("calling %s", finalizer)
            try:
                finalizer()
            except Exception:
                import traceback
                traceback.print_exc()
    if least is None:
        held.clear()


def _cleanup_tests():
    """What CPython's own tests do at the end; there are no helpers of ours to stop."""


def _exit_function():
    """The end of a process: its daemons are ended, its other children are waited for."""
    from multiprocessing.process import active_children
    if is_exiting():
        return
    _worlds.here.state["mp_exiting"] = True
    info("process shutting down")
    _run_finalizers(0)
    for child in active_children():
        if child.daemon:
            info("calling terminate() for daemon %s", child.name)
            child._popen.end(15)
    for child in active_children():
        info("calling join() for process %s", child.name)
        child.join()
    _run_finalizers()


class ForkAwareThreadLock:
    """A lock; there is no fork to be aware of."""

    def __init__(self):
        import threading
        self._lock = threading.Lock()
        self.acquire, self.release = self._lock.acquire, self._lock.release

    def __enter__(self):
        return self._lock.__enter__()

    def __exit__(self, *args):
        return self._lock.__exit__(*args)


def __getattr__(name):
    if name == "ForkAwareLocal":
        import threading
        return threading.local
    if name == "_finalizer_registry":
        return _finalizers()
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
