"""The worlds of processes: each process of a program sees its own modules' state.

All processes run in one interpreter. What differs between them (the main module, the threads, the
environment, the seed of `random` …) is laid aside when a task of another process gets control, and
put back when it returns. Modules of the standard library are shared as far as they are not listed
here. Enters: the number of a process. Leaves: an interpreter that looks like that process.
"""

import sys

import _braid


class World:
    """What one process sees: its modules' attributes while it is away, and state of stand-ins."""

    def __init__(self, process, name, environment=None):
        self.process = process
        self.name = name
        self.environment = environment
        self.laid_aside = {}
        self.main = (None, None)
        self.state = {}


_worlds = {0: World(0, "")}
here = _worlds[0]
_places = []
_modules_seen = 0
RANDOM_METHODS = (
    "seed random uniform triangular randint choice randrange sample shuffle choices normalvariate "
    "lognormvariate expovariate vonmisesvariate gammavariate gauss betavariate binomialvariate "
    "paretovariate weibullvariate getstate setstate getrandbits randbytes").split()


def begin(process, name):
    """A new process, made by the one that is seen now."""
    if len(_worlds) == 1:
        _braid.tell_process(enter)
    os = sys.modules.get("os")
    environment = None if os is None else dict(os.environ._data)
    _worlds[process] = World(process, name, environment)


def is_main():
    return here.process == 0


def state(key, make):
    """What the present process keeps under `key`."""
    return _kept(here, key, make)


def _kept(world, key, make):
    held = world.state.get(key)
    if held is None:
        held = world.state[key] = make()
    return held


def enter(process):
    """From now on the interpreter looks like that process."""
    global here
    entered = _worlds.get(process)
    if entered is None or entered is here:
        return
    if len(sys.modules) != _modules_seen:
        _look_for_places()
    left, here = here, entered
    _braid.memory_process(process)
    aside, back = left.laid_aside, entered.laid_aside
    for name, held, keys in _places:
        aside[name] = {key: held[key] for key in keys}
        saved = back.get(name)
        held.update(_FRESH[name](entered) if saved is None else saved)
    logging = sys.modules.get("logging")
    if logging is not None:
        _swap_loggers(logging, aside, back)
    modules = sys.modules
    left.main = modules.get("__main__"), modules.get("__mp_main__")
    modules["__main__"], modules["__mp_main__"] = entered.main


def _look_for_places():
    """Which of the modules that differ are imported by now."""
    global _modules_seen
    _modules_seen = len(sys.modules)
    _places[:] = [(name, sys.modules[name].__dict__, keys) for name, keys in _ATTRIBUTES.items()
                  if name in sys.modules]
    random = sys.modules.get("random")
    if random is not None and not hasattr(random, "_braid_here"):
        _share_random(random)


def _swap_loggers(logging, aside, back):
    logger = logging.Logger
    aside["Logger"] = logger.root, logger.manager
    saved = back.get("Logger")
    if saved is None:
        saved = logging.root, logging.Manager(logging.root)
    logger.root, logger.manager = saved


def _share_random(random):
    """The functions of `random` ask the generator of the process that calls them."""
    first = random._inst
    _worlds[0].state["random"] = first
    random._braid_here = own = lambda: state("random", random.Random)

    def shared(method):
        def call(*args, **kwargs):
            return getattr(own(), method)(*args, **kwargs)
        call.__name__ = call.__qualname__ = method
        return call

    for method in RANDOM_METHODS:
        if hasattr(random, method):
            setattr(random, method, shared(method))


def state_of(process, key, make):
    """What another process keeps under `key`."""
    return _kept(_worlds[process], key, make)


class inside:
    """For a moment, and without a call of the kernel, another world than that of the task."""

    def __init__(self, world):
        self._world = world

    def __enter__(self):
        self._back = here.process
        enter(self._world)

    def __exit__(self, *_):
        enter(self._back)


def _fresh_sys(_):
    output = type(sys.__stdout__)
    stdout, stderr = (output(name, number, _braid)
                      for name, number in (("stdout", 1), ("stderr", 2)))
    import io
    stdin = io.StringIO("")
    return {"stdout": stdout, "__stdout__": stdout, "stderr": stderr, "__stderr__": stderr,
            "stdin": stdin, "__stdin__": stdin, "excepthook": sys.__excepthook__,
            "argv": list(sys.argv), "path": list(sys.path)}


def _fresh_threads(_):
    threading = sys.modules["threading"]
    here.state["threads"] = {}, {"trace": None, "profile": None}
    active, hooks = here.state["threads"]
    return {"_main_thread": None, "_SHUTTING_DOWN": False, "_threading_atexits": [],
            "excepthook": threading.__excepthook__, "_active": active, "_hooks": hooks}


def _fresh_thread_parts(world):
    active, hooks = world.state["threads"]
    return {"main_thread": None, "active": active, "ending": [], "ended": [], "hooks": hooks,
            "_counts": {"Thread": 0, "Dummy": 0}}


def _fresh_environment(world):
    import os
    own = object.__new__(type(os.environ))
    own.__dict__.update(os.environ.__dict__)
    own._data = dict(world.environment or {})
    return {"environ": own}


def _fresh_logging(_):
    import logging
    import weakref
    return {"root": logging.RootLogger(logging.WARNING), "_handlerList": [],
            "_handlers": weakref.WeakValueDictionary()}


_ATTRIBUTES = {
    "sys": ("stdout", "__stdout__", "stderr", "__stderr__", "stdin", "__stdin__", "excepthook",
            "argv", "path"),
    "threading": ("_main_thread", "_SHUTTING_DOWN", "_threading_atexits", "excepthook", "_active",
                  "_hooks"),
    "_braid_thread": ("main_thread", "active", "ending", "ended", "hooks", "_counts"),
    "_thread": ("_is_ending", "_running"),
    "os": ("environ",),
    "atexit": ("_registered",),
    "logging": ("root", "_handlers", "_handlerList"),
    "concurrent.futures.thread": ("_number",),
    "asyncio.events": ("_event_loop_policy",),
    "_braid_names": ("_where", "_used"),
    "_braid_watch": ("_cells", "_counts"),
}
_FRESH = {
    "sys": _fresh_sys,
    "threading": _fresh_threads,
    "_braid_thread": _fresh_thread_parts,
    "_thread": lambda _: {"_is_ending": False, "_running": 0},
    "os": _fresh_environment,
    "atexit": lambda _: {"_registered": []},
    "logging": _fresh_logging,
    "concurrent.futures.thread": lambda _: {"_number": 0},
    "asyncio.events": lambda _: {"_event_loop_policy": None},
    "_braid_names": lambda world: {"_where": f" ({world.name})", "_used": {}},
    "_braid_watch": lambda _: {"_cells": {}, "_counts": {}},
}


def main_module():
    """The main module of the program itself, whichever process asks."""
    main = _worlds[0]
    return sys.modules["__main__"] if main is here else main.main[0]
