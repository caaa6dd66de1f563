"""Stand-in for `multiprocessing`: every process of the program is a lane with a world of its own.

Source of the behaviour: the documentation of Python 3.12's `multiprocessing`, start method spawn.
"""

import atexit as _atexit
import sys as _sys

from multiprocessing import context, process, util as _util

_context = context._default_context
_NAMES = [name for name in dir(_context) if not name.startswith("_") and name != "reducer"]
globals().update((name, getattr(_context, name)) for name in _NAMES)
__all__ = [*_NAMES, "reducer"]
SUBDEBUG, SUBWARNING = 5, 25

if "__main__" in _sys.modules:
    _sys.modules["__mp_main__"] = _sys.modules["__main__"]

_atexit.register(_util._exit_function)


def __getattr__(name):
    if name == "reducer":
        return _context.reducer
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
