"""Executing a program many times in one interpreter: what is as it was before the next begins.

Before the first execution everything is imported that the program may import; then the state of
all modules outside the interpreter's core is noted: their plain values, and the contents of their
lists, sets and dictionaries. `begin` puts it back: that of stand-ins and of what stands on them each
time, that of others where a change was seen, and looked for now and then. What it cannot put back
(attributes of library classes, objects deeper down) a program would have to change on purpose.
"""

import _ast as ast
import sys
from importlib import import_module

import _braid
from _braid_source import nodes, parsed

_PLAIN = (int, str, bool, float, tuple, type(None))
_ITEMS_MAX = 256
CHECK_EVERY = 256
_STATIC = ("builtins", "_frozen_importlib", "_frozen_importlib_external", "encodings", "__main__",
           "posix", "_io", "marshal", "_ast", "_sre", "polyglot", __name__)
_OURS = __file__.rpartition("/")[0]
_ON_OURS = ("concurrent", "logging", "weakref")
_values = []
_containers = []
_objects = []
_changing_values = []
_changing_containers = []
_executions = 0


def prepare(source, file):
    """Imports what the program imports, and notes how everything stands."""
    _braid.loading(True)
    for name in _imported(parsed(source, file)):
        try:
            import_module(name)
        except Exception:  # the program's own import will say so, where it stands
            continue
    import _braid_memory  # noqa: F401
    _braid.loading(False)
    for name, module in sorted(sys.modules.items()):
        if module is not None and name.split(".")[0] not in _STATIC:
            _note(name, module)
    _note_object(sys.modules["threading"].main_thread())


def _imported(tree):
    found = []
    for node in nodes(tree):
        if isinstance(node, ast.Import):
            found += [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            found.append(node.module)
    return sorted(set(found))


def _note(name, module):
    is_ours = (getattr(module, "__file__", None) or "").startswith(_OURS)
    is_changing = is_ours or name.split(".")[0] in _ON_OURS
    values = _changing_values if is_changing else _values
    containers = _changing_containers if is_changing else _containers
    for name, value in module.__dict__.items():
        if name.startswith("__"):
            continue
        if type(value) in _PLAIN:
            if not name.isupper() or name.startswith("_"):
                values.append((module, name, value))
        elif type(value) in (dict, list, set) and len(value) < _ITEMS_MAX:
            containers.append((value, value.copy()))


def _note_object(thing):
    _objects.append((thing, thing.__dict__.copy()))


def _look_for_changes():
    """Looking at everything costs more than executing a small program."""
    for place in _values[:]:
        if getattr(place[0], place[1], _values) is not place[2]:
            _changing_values.append(place)
            _values.remove(place)
    for place in _containers[:]:
        if place[0] != place[1]:
            _changing_containers.append(place)
            _containers.remove(place)


def begin():
    """The next execution: everything as `prepare` left it, and new to the kernel."""
    global _executions
    _executions += 1
    if _executions & (_executions - 1) == 0 or _executions % CHECK_EVERY == 0:
        _look_for_changes()
    for module, name, value in _changing_values:
        if getattr(module, name, _values) is not value:
            setattr(module, name, value)
    for container, contents in _changing_containers:
        if container == contents:
            continue
        container.clear()
        if type(container) is list:
            container.extend(contents)
        else:
            container.update(contents)
    for thing, attributes in _objects:
        thing.__dict__.update(attributes)
    random = sys.modules.get("random")
    if random is not None:
        random.seed()
    accesses = sys.modules["_braid_accesses"]
    accesses.forget()
    for stream in (sys.stdout, sys.stderr):
        stream._held = ""
    sys.modules["_braid_names"].is_silent = not _braid.is_recording()
    _braid.remake()
