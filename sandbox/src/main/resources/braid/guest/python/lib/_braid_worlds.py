"""The worlds of processes: each process of a program sees its own modules' state.

All processes run in one interpreter. What differs between them (the main module, the threads, the
environment, the seed of `random` …) is laid aside when a task of another process gets control, and
put back when it returns. Modules of the standard library are shared as far as they are not listed
here. Enters: the number of a process. Leaves: an interpreter that looks like that process.
"""

import sys

import _braid


class World:
    """What one process sees: attributes by module, contents by dictionary, and state of stand-ins."""

    def __init__(self, process, name, environment=None):
        self.process = process
        self.name = name
        self.attributes = {}
        self.contents = {}
        self.modules = {}
        self.state = {}
        self.environment = environment


_worlds = {0: World(0, "")}
here = _worlds[0]
_RANDOM = ("_inst seed random uniform triangular randint choice randrange sample shuffle choices "
           "normalvariate lognormvariate expovariate vonmisesvariate gammavariate gauss betavariate "
           "binomialvariate paretovariate weibullvariate getstate setstate getrandbits "
           "randbytes").split()


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
    held = here.state.get(key)
    if held is None:
        held = here.state[key] = make()
    return held


def enter(process):
    """From now on the interpreter looks like that process."""
    global here
    world = _worlds.get(process)
    if world is None or world is here:
        return
    left, here = here, world
    for name, attributes in _ATTRIBUTES.items():
        holder = _holder(name)
        if holder is not None:
            left.attributes[name] = {key: getattr(holder, key) for key in attributes}
            saved = world.attributes.get(name)
            for key, value in (_FRESH[name](world) if saved is None else saved).items():
                setattr(holder, key, value)
    for name, keys in _CONTENTS.items():
        module = sys.modules.get(name)
        if module is not None:
            for key in keys:
                _swap(getattr(module, key), left.contents, world.contents, (name, key))
    for name in ("__main__", "__mp_main__"):
        left.modules[name] = sys.modules.get(name)
        if world.modules.get(name) is None:
            sys.modules.pop(name, None)
        else:
            sys.modules[name] = world.modules[name]


class inside:
    """For a moment, and without a call of the kernel, another world than that of the task."""

    def __init__(self, world):
        self._world = world

    def __enter__(self):
        self._back = here.process
        enter(self._world)

    def __exit__(self, *_):
        enter(self._back)


def _holder(name):
    module, _, inner = name.partition(":")
    found = sys.modules.get(module)
    return getattr(found, inner) if found is not None and inner else found


def _swap(held, left, entered, key):
    left[key] = held.copy()
    held.clear()
    if key in entered:
        held.update(entered[key])
    elif key in _BEGINNINGS:
        held.update(_BEGINNINGS[key])


def _fresh_sys(_):
    output = type(sys.__stdout__)
    stdout, stderr = (output(name, number, _braid.print_)
                      for name, number in (("stdout", 1), ("stderr", 2)))
    import io
    stdin = io.StringIO("")
    return {"stdout": stdout, "__stdout__": stdout, "stderr": stderr, "__stderr__": stderr,
            "stdin": stdin, "__stdin__": stdin, "excepthook": sys.__excepthook__,
            "argv": list(sys.argv), "path": list(sys.path)}


def _fresh_random(_):
    import random
    own = random.Random()
    return {key: own if key == "_inst" else getattr(own, key)
            for key in _RANDOM if hasattr(random, key)}


def _fresh_threading(_):
    return {"_main_thread": None, "_SHUTTING_DOWN": False, "_threading_atexits": [],
            "excepthook": sys.modules["threading"].__excepthook__}


def _fresh_environment(world):
    return {"_data": dict(world.environment or {})}


def _fresh_logging(_):
    import logging
    import weakref
    root = logging.RootLogger(logging.WARNING)
    manager = logging.Manager(root)
    world_loggers = {"root": root, "_handlers": weakref.WeakValueDictionary(), "_handlerList": []}
    here.state["logger"] = {"root": root, "manager": manager}
    return world_loggers


def _counter():
    from itertools import count
    return count().__next__


_ATTRIBUTES = {
    "sys": ("stdout", "__stdout__", "stderr", "__stderr__", "stdin", "__stdin__", "excepthook",
            "argv", "path"),
    "random": tuple(_RANDOM),
    "threading": ("_main_thread", "_SHUTTING_DOWN", "_threading_atexits", "excepthook"),
    "_braid_thread": ("main_thread",),
    "_thread": ("_is_ending", "_running"),
    "os:environ": ("_data",),
    "atexit": ("_registered",),
    "logging": ("root", "_handlers", "_handlerList"),
    "logging:Logger": ("root", "manager"),
    "concurrent.futures.thread:ThreadPoolExecutor": ("_counter",),
    "asyncio.events": ("_event_loop_policy",),
    "_braid_names": ("_where",),
}
_FRESH = {
    "sys": _fresh_sys,
    "random": _fresh_random,
    "threading": _fresh_threading,
    "_braid_thread": lambda _: {"main_thread": None},
    "_thread": lambda _: {"_is_ending": False, "_running": 0},
    "os:environ": _fresh_environment,
    "atexit": lambda _: {"_registered": []},
    "logging": _fresh_logging,
    "logging:Logger": lambda world: world.state["logger"],
    "concurrent.futures.thread:ThreadPoolExecutor": lambda _: {"_counter": _counter()},
    "asyncio.events": lambda _: {"_event_loop_policy": None},
    "_braid_names": lambda world: {"_where": f" ({world.name})"},
}
_CONTENTS = {
    "_braid_thread": ("active", "hooks", "_counts"),
    "_braid_names": ("_used",),
    "_braid_watch": ("_cells", "_counts"),
}
_BEGINNINGS = {
    ("_braid_thread", "hooks"): {"trace": None, "profile": None},
    ("_braid_thread", "_counts"): {"Thread-%d": 0, "Dummy-%d": 0},
}


def main_module():
    """The main module of the program itself, whichever process asks."""
    main = _worlds[0]
    return sys.modules["__main__"] if main is here else main.modules["__main__"]
