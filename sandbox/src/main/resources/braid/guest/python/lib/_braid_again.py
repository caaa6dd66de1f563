"""Executing a program many times in one interpreter: what is as it was before the next begins.

Before the first execution everything is imported that the program may import; then the state of
all modules outside the interpreter's core is noted: their plain values, the contents of their
lists, sets and dictionaries, their counters. `begin` puts it back: that of stand-ins and of what
stands on them each time, that of others where a change was seen, and looked for now and then. A
module that the library loads only in the middle of an execution is loaded again in each. What
cannot be put back (attributes of library classes, objects deeper down) a program would have to
change on purpose.
"""

import _ast as ast
import sys
from importlib import import_module
from itertools import count
from _weakrefset import WeakSet

import _braid
from _braid_install import looked_for as _looked_for
from _braid_restoring import Changing
from _braid_source import nodes, parsed

_PLAIN = (int, str, bool, float, tuple, type(None))
_COUNTER = type(count().__next__)
_ITEMS_MAX = 256
CHECK_EVERY = 1 << 14
_STATIC = ("builtins", "_frozen_importlib", "_frozen_importlib_external", "encodings", "__main__",
           "posix", "_io", "marshal", "_ast", "_sre", "polyglot", "_braid", "_braid_restoring",
           __name__)
_OURS = __file__.rpartition("/")[0]
_PURE = ("_braid_addresses", "_braid_memory", "_braid_star", "_braid_statements", "_braid_width")
_LAZY = _PURE + ("_braid_processes",)
_LAZY_PARTS = (("concurrent.futures", "concurrent.futures.thread"),
               ("asyncio", "concurrent.futures.thread"), ("_braid_internet", "_braid_pages"))
_ON_OURS = ("asyncio", "concurrent", "logging", "weakref")
_NO_CONSTANTS = ("_SHUTTING_DOWN",)  # names of CPython's
_UNCHANGING = ("module", "function", "builtin_function_or_method")
_values = []
_containers = []
_counters = []
_dictionaries = []
_changing = Changing()
_noted = {id(sys.modules)}  # what stays where it is
_loaded = set()
_executions = 0
is_once = False  # the program will be executed here only once


def load_ahead():
    """Loads what makes no object of a kernel, which is not there yet."""
    for name in _PURE:
        import_module(name)


def prepare(source, file):
    """Imports what the program imports, and notes how everything stands if it is executed again:
    nobody records many executions."""
    _braid.loading(True)
    for name, parts in _imported(parsed(source, file)):
        try:
            module = import_module(name)
            for part in parts:
                getattr(module, part, None)
        except Exception:  # the program's own import will say so, where it stands
            continue
    for name in _LAZY:
        import_module(name)
    for package, part in _LAZY_PARTS:
        if package in sys.modules:
            import_module(part)
    _braid.loading(False)
    _loaded.update(sys.modules)
    _looked_for.clear()
    if not is_once and not _braid.is_recording():
        _note_all()


def _note_all():
    for name, module in sorted(sys.modules.items()):
        if module is not None and name.split(".")[0] not in _STATIC:
            _note(name, module)


def _imported(tree):
    """Modules, each with what is taken from it: some load a part when it is first asked for."""
    found = []
    for node in nodes(tree):
        if isinstance(node, ast.Import):
            found += [(alias.name, ()) for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            found.append((node.module, tuple(alias.name for alias in node.names)))
    return sorted(set(found))


def _note(name, module):
    is_ours = _is_ours(module)
    is_changing = is_ours or _is_on_ours(name)
    values = _changing.values if is_changing else _values
    containers = _changing.containers if is_changing else _containers
    if is_changing and "__getattr__" in module.__dict__ and "__path__" in module.__dict__:
        _dictionaries.append((module.__dict__, frozenset(module.__dict__)))
    for name, value in module.__dict__.items():
        is_constant = name.isupper() and (is_ours or not name.startswith("_")) \
            and name not in _NO_CONSTANTS
        if name.startswith("__") or is_ours and is_constant:
            continue
        if type(value) in _PLAIN:
            if not is_constant:
                values.append((module, name, value))
        elif not _has_noted(value, containers) and is_changing:
            _note_deeper(module, name, value)


def _is_ours(module):
    """Whether it is a stand-in: what it names in capitals never changes."""
    return (getattr(module, "__file__", None) or "").startswith(_OURS)


def _is_on_ours(name):
    return name.split(".")[0] in _ON_OURS


def _has_noted(value, containers):
    """Whether it is a container, whose contents are noted now."""
    if type(value) is WeakSet:
        value = value.data
    is_container = type(value) in (dict, list, set)
    if is_container and len(value) < _ITEMS_MAX and id(value) not in _noted:
        _noted.add(id(value))
        containers.append((value, value.copy()))
    return is_container


def _note_deeper(owner, name, value):
    """What a module or a class holds that has a state of its own: counters, objects, classes."""
    if type(value) is _COUNTER and type(value.__self__) is count:
        _counters.append((owner, name, value.__self__.__reduce__()[1][0]))
    elif isinstance(value, type):
        if value.__module__ == getattr(owner, "__name__", None):
            for part, held in value.__dict__.items():
                if type(held) not in _PLAIN and not part.startswith("__"):
                    _note_deeper(value, part, held)
    elif _is_library_object(value):
        _note_object(value)


def _is_library_object(value):
    """Whether it is an object with attributes, of a class of those modules."""
    module = getattr(type(value), "__module__", "")
    of = sys.modules.get(module)
    return of is not None and type(value).__name__ not in _UNCHANGING \
        and (_is_on_ours(module) or _is_ours(of)) and hasattr(value, "__dict__")


def _note_object(thing):
    if id(thing) in _noted:
        return
    _noted.add(id(thing))
    attributes = thing.__dict__.copy()
    if not _is_ours(sys.modules[type(thing).__module__]):
        _changing.objects.append((thing, attributes))
    for name, value in attributes.items():
        _changing.values.append((thing, name, value))
        if type(value) not in _PLAIN and not _has_noted(value, _changing.containers) \
                and _is_library_object(value):
            _note_object(value)


def _look_for_changes():
    """Looking at everything costs more than executing a small program."""
    for place in _values[:]:
        if getattr(place[0], place[1], _values) is not place[2]:
            _changing.values.append(place)
            _values.remove(place)
    for place in _containers[:]:
        if place[0] != place[1]:
            _changing.containers.append(place)
            _containers.remove(place)


def begin():
    """The next execution: everything as `prepare` left it, and new to the kernel."""
    global _executions
    _executions += 1
    if _executions & (_executions - 1) == 0 or _executions % CHECK_EVERY == 0:
        _look_for_changes()
    if _looked_for:
        _looked_for.clear()
        for name in sys.modules.keys() - _loaded:
            if not name.startswith("_braid"):
                del sys.modules[name]
    for dictionary, names in _dictionaries:
        if len(dictionary) > len(names):
            for name in dictionary.keys() - names:
                del dictionary[name]
    _changing.restore()
    for owner, name, first in _counters:
        setattr(owner, name, count(first).__next__)
    sys.modules["_braid_draws"].again()
    sys.modules["threading"]._main_thread = sys.modules["_braid_thread"].begin_main()
    sys.modules["_braid_accesses"].forget()
    for stream in (sys.stdout, sys.stderr):
        stream._held = ""
    sys.modules["_braid_names"].is_silent = not _braid.is_recording()
    _braid.remake()
