"""Has the standard `asyncio` run on the virtual clock, with each task a lane of the run.

The standard modules stay as they are, except that three parts which need an operating system are
ours (`PARTS`), that modules it hardly ever needs are loaded when first used, and that its tasks,
locks and queues tell what they do.
"""

import builtins
import sys
import types
from importlib._bootstrap_external import SourceFileLoader, spec_from_file_location

import _braid

FOLDER = __file__.rpartition("/")[0]
PARTS = {"asyncio.unix_events": "_braid_unix_events", "asyncio.sslproto": "_braid_no_tls",
         "asyncio.log": "_braid_asyncio_log"}


class Later(types.ModuleType):
    """A module that is imported when something in it is first asked for."""

    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        if sys.modules.get(self.__name__) is self:
            del sys.modules[self.__name__]
        from importlib import import_module
        return getattr(import_module(self.__name__), name)


class Signals(types.ModuleType):
    """What `asyncio.run` asks `signal` for: there are none, so it installs no handler."""

    SIGINT = 2
    default_int_handler = None

    @staticmethod
    def getsignal(_signal):
        return NotImplemented


def find_part(name):
    """The spec of one of `PARTS`."""
    path = f"{FOLDER}/{PARTS[name]}.py"
    return spec_from_file_location(name, path, loader=SourceFileLoader(name, path))


class Loader:
    """Loads the standard package, then dresses it."""

    def __init__(self, loader):
        self._loader = loader

    def __getattr__(self, name):
        return getattr(self._loader, name)

    def create_module(self, spec):
        return None

    def exec_module(self, module):
        lean = {name: part for name, part in _lean().items() if name not in sys.modules}
        sys.modules.update(lean)
        try:
            self._loader.exec_module(module)
        finally:
            for name, part in lean.items():
                if sys.modules.get(name) is part:
                    del sys.modules[name]
        import _braid_async_closing
        import _braid_awaiting
        import _braid_lanes
        module.tasks._CTask = module.tasks.Task  # where CPython has one in C, and so a second
        module.tasks.Task.__module__ = module.futures.Future.__module__ = "_asyncio"
        _braid_lanes.dress()
        _braid_awaiting.dress()
        _braid_async_closing.dress(module.base_events.BaseEventLoop)
        builtins.anext = _anext
        if _braid.is_portable():
            import _braid_portable_things
            _braid_portable_things.dress()


_standard_anext = builtins.anext


def _anext(iterator, /, *default):
    """The interpreter's own cannot be awaited where it is given a default."""
    awaitable = _standard_anext(iterator)
    if not default:
        return awaitable
    if len(default) > 1:
        raise TypeError(f"anext expected at most 2 arguments, got {1 + len(default)}")
    return _next_or(awaitable, default[0])


async def _next_or(awaitable, default):
    try:
        return await awaitable
    except StopAsyncIteration:
        return default


_anext.__name__ = _anext.__qualname__ = "anext"


class LaterLogger:
    """A logger that is made when something is first logged."""

    def __init__(self, name):
        self._name = name

    def __getattr__(self, name):
        import logging
        return getattr(logging.getLogger(self._name), name)


class _Hint:
    """What stands in annotations that nobody reads."""

    def __class_getitem__(cls, _item):
        return cls


def _lean():
    """Modules that `asyncio` imports and seldom needs, with what its definitions mention."""
    inspect, traceback, logging = Later("inspect"), Later("traceback"), Later("logging")
    logging.DEBUG, logging.getLogger = 10, LaterLogger
    subprocess, socket, typing = Later("subprocess"), Later("socket"), Later("typing")
    subprocess.PIPE, subprocess.STDOUT, subprocess.DEVNULL = -1, -2, -3
    socket.AF_UNSPEC, socket.AF_UNIX, socket.AF_INET, socket.AF_INET6 = 0, 1, 2, 10
    socket.SOCK_STREAM, socket.SOCK_DGRAM, socket.AI_PASSIVE = 1, 2, 1
    socket.IPPROTO_TCP, socket.IPPROTO_UDP, socket.TCP_NODELAY = 6, 17, 1
    socket.socket = type("socket", (), {})
    typing.final, typing.Optional, typing.Type = (lambda kind: kind), _Hint, _Hint
    return {"inspect": inspect, "traceback": traceback, "logging": logging, "ssl": None,
            "subprocess": subprocess, "socket": socket, "typing": typing,
            "signal": Signals("signal")}
