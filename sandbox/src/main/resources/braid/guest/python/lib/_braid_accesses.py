"""What a program whose memory is told calls: each call is an access, and others may go first.

Things with parts (objects of the user's classes, containers, the variables of a function's call)
have an owner in the kernel, made by the task that first touches them. A call that answers True
wants the value to be told. Operations of containers are atomic, as CPython's are: they conflict,
but are no data race. Read `_braid_memory` first.
"""

import builtins
from array import array
from collections import ChainMap, deque, UserDict, UserList
from io import BufferedRandom, BufferedWriter, BytesIO, StringIO, TextIOWrapper
from itertools import islice
from sys import _getframe, exception
from types import FunctionType, GetSetDescriptorType

import _braid
from _braid_error_words import reword
from _braid_labels import label

READ, WRITE, ATOMIC_READ, ATOMIC_WRITE, UNORDERED_READ, INSERT, ATOMIC_INSERT = range(7)
_OF_WHAT_IS_THERE = {INSERT: WRITE, ATOMIC_INSERT: ATOMIC_WRITE}
MAPPINGS = frozenset((dict, UserDict, ChainMap))
_BASES = frozenset((list, dict, set, deque, bytearray, array, UserDict, UserList, ChainMap,
                    StringIO, BytesIO, TextIOWrapper, BufferedWriter, BufferedRandom))
_access, _place, _all = _braid.memory_access, _braid.memory_place, _braid.memory_all
OWNER, _THING, _KIND = "", None, 0
_INSIDE_MAX = 256

_owned = {}
_containers = {}
_kinds = {}
_named = {}


def is_users(of):
    """Whether a class is the user's own, or one whose objects are bags of attributes."""
    return getattr(of, "__module__", "") in ("__main__", "__mp_main__", "types")


class _Kind:
    """What is known of a class: whether it is the user's, and what its attributes are."""

    __slots__ = ("is_users", "computed", "shared")

    def __init__(self, of):
        self.is_users = is_users(of) or of is FunctionType
        self.computed, self.shared = set(), set()
        for each in of.__mro__:
            for name, value in each.__dict__.items():
                if is_users(each) and type(value) is GetSetDescriptorType:
                    continue  # of __slots__, or __dict__ itself
                if hasattr(type(value), "__set__"):
                    self.computed.add(name)
                elif not hasattr(type(value), "__get__"):
                    self.shared.add(name)


def kind_of(of):
    """The kind of container that a class is, or is derived from; None for none."""
    try:
        return _containers[of]
    except KeyError:
        kind = _containers[of] = next((each for each in of.__mro__ if each in _BASES), None)
        return kind


def lacks(kind, table, key):
    """Whether a table of this kind is going to get a key that it has not: after all it has."""
    if kind is dict:
        return not dict.__contains__(table, key)
    return key not in (table.data if kind is UserDict else table.maps[0])


def begin(names, functions):
    """A program begins whose globals have these names, by their numbers, and its functions."""
    _braid.memory_globals(list(names))
    _braid.memory_functions(functions)
    for name, function in (
            ("global", _braid.memory_global), ("at", _braid.at), ("point", _braid.point),
            ("watching", _braid.watching), ("found_nothing", _braid.found_nothing),
            ("turned", _braid.turned),
            ("called", called), ("caught", caught), ("value", value),
            ("attribute", attribute), ("get", get),
            ("item", item), ("whole", whole), ("in", in_),
            ("scope", scope), ("cell", cell), ("own", own_all)):
        setattr(builtins, f"__braid_{name}__", function)


def forget():
    """The next execution knows nothing of the things of this one."""
    _owned.clear()
    _named.clear()


def called(result, line):
    """What a call gave, under a GIL: others may go on before it is used."""
    _braid.point(line)
    return result


def caught():
    """A handler begins: its exception says what CPython's says, and others may see its frame in
    the exception's traceback while it goes on."""
    reword(exception())
    _getframe(1)


def value(told):
    """The value of the access just made; gives it back."""
    _braid.memory_value(label(told))
    return told


def own(thing, name, line=0):
    """The parts of a thing that is the present task's to name, if it has no name yet."""
    parts = _owned.get(id(thing))
    if parts is None:
        count = _named[name] = _named.get(name, 0) + 1
        shown = name if count == 1 else f"{name} #{count}"
        parts = _owned[id(thing)] = {OWNER: _braid.memory_own(shown), _THING: thing}
    return parts


def own_all(thing, name, line=0):
    """The same for a container, those in it, and an object of the user's classes: whoever is the
    first to touch one of them, it is known as the same in every execution."""
    kind = kind_of(type(thing))
    if kind is None and type(thing) is not tuple:
        if is_users(type(thing)) and id(thing) not in _owned:
            own(thing, type(thing).__name__)
        return
    if kind is not None:
        if id(thing) in _owned:
            return
        own(thing, name)
    for key, inner in islice(_inside(thing), _INSIDE_MAX):
        if kind_of(type(inner)) is not None or type(inner) is tuple:
            own_all(inner, f"{name}[{label(key)}]")


def _inside(thing):
    """What is in it, by index or key: as it is kept, whatever the user's class makes of it."""
    if isinstance(thing, dict):
        return dict.items(thing)
    for of in (list, tuple):
        if isinstance(thing, of):
            return enumerate(of.__iter__(thing))
    return ()


def known_as(name):
    """The parts of what has its name from outside of the program, as a file on the disk."""
    parts = _owned.get(name)
    if parts is None:
        parts = _owned[name] = {OWNER: _braid.memory_own(name)}
    return parts


def all_of(parts, access, line):
    """An access of all parts at once, of which no value is shown."""
    if _all(parts[OWNER], access, line):
        _braid.memory_value("…")


def scope(function):
    """The variables of this call of a function."""
    return {OWNER: _braid.memory_own("")}


def cell(parts, name, is_write, line):
    place = parts.get(name)
    if place is None:
        place = parts[name] = _place(parts[OWNER], name)
    return _access(place, WRITE if is_write else READ, line)


def attribute(thing, name, is_write, line):
    of = type(thing)
    kind = _kinds.get(of)
    if kind is None:
        kind = _kinds[of] = _Kind(of)
    if of is type:
        if not is_users(thing):
            return False
        shown = thing.__name__
    elif not kind.is_users or name in kind.computed:
        return False
    elif name in kind.shared and not is_write and name not in thing.__dict__:
        return attribute(_class_with(of, name), name, False, line)
    else:
        shown = (thing if of is FunctionType else of).__name__
    parts = _owned.get(id(thing))
    if parts is None:
        parts = own(thing, shown if of is not type else f"class {shown}")
    place = parts.get(name)
    if place is None:
        place = parts[name] = _place(parts[OWNER], "." + name)
    return _access(place, WRITE if is_write else READ, line)


def _class_with(of, name):
    return next(each for each in of.__mro__ if name in each.__dict__)


def get(thing, name, line):
    """The attribute of what an expression gave."""
    if attribute(thing, name, False, line):
        return value(getattr(thing, name))
    return getattr(thing, name)


def item(container, key, is_stored, line):
    return part(container, key, INSERT if is_stored else WRITE, line)


def part(container, key, access, line):
    """An access of an item."""
    kind = kind_of(type(container))
    if kind not in MAPPINGS:
        access = _OF_WHAT_IS_THERE.get(access, access)
    if kind is None:
        return type(container) is memoryview and _part_of_block(container, key, access, line)
    parts = _owned.get(id(container))
    if parts is None:
        parts = own(container, type(container).__name__)
    if kind in MAPPINGS:
        try:
            hash(key)
        except TypeError:
            return False
    elif type(key) is int:
        key = key if key >= 0 else key + len(container)
    else:
        return _all(parts[OWNER], access, line)
    items = parts.get(_KIND)
    if items is None:
        items = parts[_KIND] = {}
    place = items.get(key)
    if place is None:
        place = items[key] = _place(parts[OWNER], f"[{label(key)}]")
    if access not in _OF_WHAT_IS_THERE:
        return _access(place, access, line)
    is_new = lacks(kind, container, key)
    is_wanted = _access(place, access if is_new else _OF_WHAT_IS_THERE[access], line)
    if lacks(kind, container, key):
        _braid.memory_inserted(parts[OWNER], line)
    return is_wanted


def _part_of_block(view, key, access, line):
    """Bytes that something else has as well: an item of a view of all of them, or all at once."""
    block = view.obj
    if type(block) is not bytearray:
        return False
    is_whole = type(key) is not int or view.itemsize != 1 or len(view) != len(block)
    return part(block, slice(None) if is_whole else key, access, line)


def owned(thing):
    """Whether a thing's accesses are told already."""
    return id(thing) in _owned


def owner_of(container):
    """The number of the owner of everything in it."""
    parts = _owned.get(id(container))
    if parts is None:
        parts = own(container, type(container).__name__)
    return parts[OWNER]


def whole_access(container, access, line):
    """An access of everything in it."""
    return _all(owner_of(container), access, line)


def whole(container, line, access=ATOMIC_READ):
    """A container that is going to be read as a whole; anything else as it is."""
    if kind_of(type(container)) is not None:
        if whole_access(container, access, line):
            value(container)
    return container


def touch(container):
    """A container is changed as a whole, by code that is not the user's."""
    if whole_access(container, ATOMIC_WRITE, 0):
        value(container)


def in_(key, container, line):
    kind = kind_of(type(container))
    if kind is not None:
        is_wanted = part(container, key, ATOMIC_READ, line) if kind in MAPPINGS \
            else whole_access(container, ATOMIC_READ, line)
        if is_wanted:
            value(key in container)
    return key in container
