"""Puts the stand-ins in the place of the standard modules, before the user's code runs.

Some of those modules are built into the interpreter and are found before any path, so they are
taken out of `sys.modules` and looked for in this folder first; the originals stay reachable for
the stand-ins as `_braid_original_<name>`.
"""

import sys
from importlib._bootstrap import module_from_spec
from importlib._bootstrap_external import PathFinder

AT_ONCE = ("_thread", "time", "threading")
WHEN_IMPORTED = ("_queue", "queue", "_datetime", "_random")
FOLDER = __file__.rpartition("/")[0]


class StandIns:
    """Finds a stand-in before anything else of its name is found."""

    @staticmethod
    def find_spec(name, path=None, target=None):
        if name in WHEN_IMPORTED:
            return PathFinder.find_spec(name, [FOLDER])
        if name == "traceback":
            spec = PathFinder.find_spec(name)
            spec.loader = Dressed(spec.loader)
            return spec
        return None


class Dressed:
    """Loads the standard `traceback`, then has it show no frame of a stand-in."""

    def __init__(self, loader):
        self._loader = loader

    def __getattr__(self, name):
        return getattr(self._loader, name)

    def create_module(self, spec):
        return None

    def exec_module(self, module):
        self._loader.exec_module(module)
        import _braid_uncaught
        _braid_uncaught.dress(module)


def install():
    """Replaces the standard modules. `_braid` must be in `sys.modules` already."""
    import _random
    import _thread
    import os
    import time
    for module in (_random, _thread, time):
        name = module.__name__.lstrip("_")
        sys.modules[f"_braid_original_{name}"] = module
    for name in AT_ONCE + WHEN_IMPORTED + ("traceback",):
        sys.modules.pop(name, None)
    sys.meta_path.insert(0, StandIns)
    for name in AT_ONCE:
        _load(name)
    import _braid_chance
    os.urandom = _braid_chance.urandom


def _load(name):
    spec = PathFinder.find_spec(name, [FOLDER])
    module = module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
