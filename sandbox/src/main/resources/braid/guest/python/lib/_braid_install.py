"""Puts the stand-ins in the place of the standard modules, before the user's code runs.

Some of those modules are built into the interpreter and are found before any path, so they are
taken out of `sys.modules` and looked for in this folder first; the originals stay reachable for
the stand-ins as `_braid_original_<name>`.
"""

import marshal
import sys
from _io import FileIO
from importlib import _bootstrap_external
from importlib._bootstrap import ModuleSpec, module_from_spec
from importlib._bootstrap_external import _path_isfile, PathFinder

import _braid

AT_ONCE = ("_thread", "time", "threading")
WHEN_IMPORTED = ("_queue", "queue", "_datetime", "_random", "_contextvars", "atexit", "signal",
                 "tracemalloc")
PACKAGES = ("concurrent.futures", "ctypes", "multiprocessing")
# Extensions of the interpreter that are written in C, which cannot be loaded here; it says so in
# other words each time.
IN_C = frozenset(("_ctypes_test", "_sqlite3", "_testbuffer", "_testcapi", "_testmultiphase",
                  "_testsinglephase", "pyexpat", "termios"))
looked_for = []  # modules that were not loaded when they were imported
FOLDER = __file__.rpartition("/")[0]


class StandIns:
    """Finds a stand-in before anything else of its name is found."""

    @staticmethod
    def find_spec(name, path=None, target=None):
        looked_for.append(name)
        if name.startswith("_braid_") or name in WHEN_IMPORTED:
            return _spec(name)
        if name in IN_C:
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)
        if name in PACKAGES:
            return PathFinder.find_spec(name, ["/".join((FOLDER, *name.split(".")[:-1]))])
        if name.startswith("asyncio"):
            return _asyncio(name)
        if name in DRESSED:
            spec = PathFinder.find_spec(name, path)
            spec.loader = Dressed(spec.loader)
            return spec
        return None


class Bytecode:
    """Loads the compiled form of a stand-in from where the build has put it, without the search
    and the checks that cost more than the loading."""

    @staticmethod
    def create_module(_spec):
        return None

    @staticmethod
    def exec_module(module):
        exec(_braid.library_code(module.__spec__.cached), module.__dict__)

    @staticmethod
    def get_source(name):
        with FileIO(f"{FOLDER}/{name}.py") as file:
            return file.readall().decode()


def _spec(name):
    bytecode = f"{FOLDER}/__pycache__/{name}.{sys.implementation.cache_tag}.pyc"
    if IS_COMPILING or not _path_isfile(bytecode):
        return PathFinder.find_spec(name, [FOLDER])
    spec = ModuleSpec(name, Bytecode, origin=f"{FOLDER}/{name}.py")
    spec.has_location = True
    spec.cached = bytecode
    return spec


# While the build fills the worker's folder, the ordinary loader writes the bytecode.
IS_COMPILING = not sys.dont_write_bytecode


def _asyncio(name):
    """The spec of a module of `asyncio` that is ours, or of the package, which we dress."""
    import _braid_asyncio
    if name in _braid_asyncio.PARTS:
        return _braid_asyncio.find_part(name)
    if name != "asyncio":
        return None
    spec = PathFinder.find_spec(name)
    spec.loader = _braid_asyncio.Loader(spec.loader)
    return spec


class Dressed:
    """Loads a standard module as it is, then changes what has to be different here."""

    def __init__(self, loader):
        self._loader = loader

    def __getattr__(self, name):
        return getattr(self._loader, name)

    def create_module(self, spec):
        return None

    def exec_module(self, module):
        self._loader.exec_module(module)
        DRESSED[module.__name__](module)


def _dress_traceback(module):
    """It shows no frame of a stand-in."""
    import _braid_frames
    _braid_frames.dress(module)


def _dress_by(function):
    def dress(module):
        import _braid_os
        getattr(_braid_os, function)(module)
    return dress


def _dress_linecache(_module):
    """It knows the user's file, which may exist nowhere but here."""
    import _braid_names
    _braid_names.remember_lines()


def _dress_platform(module):
    """It asks no other process for the processor, which Debian does not tell."""
    module._Processor.get = staticmethod(lambda: "")


def _dress_http(module):
    """Its connections reach the simulated internet."""
    import _braid_http
    _braid_http.dress(module)


def _dress_request(module):
    """It opens no address of FTP."""
    import _braid_http
    _braid_http.dress_request(module)


def _dress_dis(module):
    """It shows what CPython's bytecode would be; the engine has other."""
    def dis(x=None, *, file=None, depth=None, show_caches=False, adaptive=False):
        import _braid_dis
        _braid_dis.show(module, x, file)

    def get_instructions(x, *, first_line=None, show_caches=False, adaptive=False):
        import _braid_dis
        return _braid_dis.instructions(module, x)

    module.dis, module.get_instructions = dis, get_instructions


DRESSED = {"dis": _dress_dis, "traceback": _dress_traceback, "linecache": _dress_linecache,
           "os": _dress_by("dress_os"), "platform": _dress_platform,
           "socket": _dress_by("dress_socket"), "subprocess": _dress_by("dress_subprocess"),
           "http.client": _dress_http, "urllib.request": _dress_request}


def _share_code():
    """Has the library's code unmarshalled once for all worlds of this process."""
    unmarshalled = _bootstrap_external._compile_bytecode

    def _compile_bytecode(data, name=None, bytecode_path=None, source_path=None):
        code = None
        if bytecode_path is not None and not IS_COMPILING:
            code = _braid.library_code(bytecode_path)
        return unmarshalled(data, name, bytecode_path, source_path) if code is None else code

    _braid.unmarshal_by(marshal.loads)
    _bootstrap_external._compile_bytecode = _compile_bytecode


def install():
    """Replaces the standard modules. `_braid` must be in `sys.modules` already."""
    _share_code()
    import _contextvars
    import _random
    import _thread
    import time
    for module in (_contextvars, _random, _thread, time):
        name = module.__name__.lstrip("_")
        sys.modules[f"_braid_original_{name}"] = module
    for name in AT_ONCE + WHEN_IMPORTED + tuple(DRESSED):
        sys.modules.pop(name, None)
    sys.executable = "/usr/bin/python3"
    sys.meta_path.insert(0, StandIns)
    for name in AT_ONCE:
        _load(name)


def _load(name):
    spec = _spec(name)
    module = module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
