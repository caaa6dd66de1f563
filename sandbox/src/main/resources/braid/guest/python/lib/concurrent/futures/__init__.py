"""Stand-in for `concurrent.futures`: futures and pools are objects of the kernel.

Source of the behaviour: the documentation of Python 3.12's `concurrent.futures`.
"""

from concurrent.futures._base import (FIRST_COMPLETED, FIRST_EXCEPTION, ALL_COMPLETED,
                                      CancelledError, TimeoutError, InvalidStateError,
                                      BrokenExecutor, Future, Executor, wait, as_completed)

__all__ = ("FIRST_COMPLETED", "FIRST_EXCEPTION", "ALL_COMPLETED", "CancelledError", "TimeoutError",
           "BrokenExecutor", "Future", "Executor", "wait", "as_completed", "ProcessPoolExecutor",
           "ThreadPoolExecutor")

_HOMES = {"ProcessPoolExecutor": "process", "ThreadPoolExecutor": "thread"}


def __dir__():
    return __all__ + ("__author__", "__doc__")


def __getattr__(name):
    """The two pools are imported when they are asked for."""
    home = _HOMES.get(name)
    if home is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    if home == "thread":
        from concurrent.futures.thread import ThreadPoolExecutor as found
    else:
        from concurrent.futures.process import ProcessPoolExecutor as found
    globals()[name] = found
    return found
