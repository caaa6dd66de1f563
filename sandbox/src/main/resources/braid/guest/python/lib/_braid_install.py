"""Puts the stand-ins in the place of the standard modules, before the user's code runs.

`_thread` and `time` are built into the interpreter and are found before any path, so they have to
be taken out of `sys.modules` and loaded from this folder; the originals stay reachable for the
stand-ins as `_braid_original_thread` and `_braid_original_time`.
"""

import sys

STAND_INS = ("_thread", "time", "threading", "_queue", "queue")


def install():
    """Replaces the standard modules. `_braid` must be in `sys.modules` already."""
    import _thread
    import time
    sys.modules["_braid_original_thread"] = _thread
    sys.modules["_braid_original_time"] = time
    sys.modules["_datetime"] = None  # so that `datetime` is written in Python and asks our `time`
    for name in STAND_INS:
        sys.modules.pop(name, None)
    for name in STAND_INS:
        _load(name)


def _load(name):
    from importlib._bootstrap import module_from_spec
    from importlib._bootstrap_external import PathFinder
    spec = PathFinder.find_spec(name, [__file__.rpartition("/")[0]])
    module = module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
