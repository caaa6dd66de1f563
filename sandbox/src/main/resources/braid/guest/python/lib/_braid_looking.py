"""Calls and operators that look into several things, or change one and look into others.

What they touch is told when all operands are there, right before they happen: one access of all of
it, and nobody comes between. Read `_braid_accesses` and `_braid_iterators` first.
"""

import builtins
from collections import OrderedDict
from types import GeneratorType

import _braid
from _braid_accesses import (ATOMIC_READ, ATOMIC_WRITE, is_users, kind_of, owner_of, READ,
                             UNORDERED_READ, whole, whole_access)
from _braid_iterators import is_iterator, steps_of_iterator
from _braid_labels import label

_GOING_THROUGH = frozenset(("stepped", "drained", "gathered"))
_UNORDERED = frozenset(("counted", "gathered", "compared"))
_DEEP = frozenset(("shown", "compared"))
_LOGGING = "logging"


def begin():
    builtins.__braid_looking__ = looking
    builtins.__braid_beside__ = beside
    builtins.__braid_formatted__ = formatted
    builtins.__braid_shown__ = shown
    builtins.__braid_drained__ = drained
    builtins.__braid_counted__ = counted


def looking(hows, function, line, *arguments, **named):
    """Calls a function that looks into its arguments: into each as `hows` says, or into all so."""
    touched = []
    if type(hows) is str:
        if hows == "logged":
            hows = "shown" if getattr(function, "__module__", "") == _LOGGING else None
        hows = (hows,) * len(arguments)
    taken = [_taken(found, how, line, touched) for how, found in zip(hows, arguments)]
    if "shown" in hows:
        for found in named.values():
            look(found, "shown", touched)
        if function is print and "file" in named:
            look(named["file"], "changed", touched)
    _tell_and_show(touched, line)
    return function(*taken, *arguments[len(hows):], **named)


def beside(how, left, right, line):
    """The right operand, before an operator looks into both, or changes the left one."""
    touched = []
    look(left, "changed" if how == "grown" else how, touched)
    look(right, "whole" if how == "grown" else how, touched)
    _tell_and_show(touched, line)
    return right


def formatted(line, *arguments):
    """The operands of `%` that are given as a tuple."""
    touched = []
    for found in arguments:
        look(found, "shown", touched)
    _tell_and_show(touched, line)
    return arguments


def shown(found, line):
    """What is going to be made a text, with all that is in it."""
    touched = []
    look(found, "shown", touched)
    _tell_and_show(touched, line)
    return found


def drained(found, line):
    """What is going to be read to its end: an iterator goes on, a container is read."""
    touched = []
    taken = _taken(found, "drained", line, touched)
    _tell_and_show(touched, line)
    return taken


def counted(found, line):
    """A container that is asked for what its keys' order does not change, as `len` does."""
    return whole(found, line, _reading(found, "counted"))


def _taken(found, how, line, touched):
    """What the function is to be given in place of an argument."""
    if how in _GOING_THROUGH and is_iterator(type(found)):
        if how == "stepped" or type(found) is GeneratorType:
            return steps_of_iterator(found, line)
        touched.append((found, ATOMIC_WRITE))
    else:
        look(found, how, touched)
    return found


def look(found, how, touched):
    """Adds the accesses of a container, as a function does that takes it so."""
    kind = kind_of(type(found))
    if how is None:
        return
    if how == "changed":
        if kind is not None:
            touched.append((found, ATOMIC_WRITE))
        return
    if kind is not None:
        touched.append((found, _reading(found, how)))
    if how in _DEEP:
        _look_inside(found, touched, {id(found)})


def _reading(found, how):
    is_free = how in _UNORDERED and not isinstance(found, OrderedDict)
    return UNORDERED_READ if is_free else ATOMIC_READ


def _look_inside(found, touched, seen):
    """Things inside of others are looked into as well."""
    for inner in _parts_of(found, touched):
        of = type(inner)
        if of in _PLAIN or id(inner) in seen:
            continue
        seen.add(id(inner))
        if kind_of(of) is not None:
            touched.append((inner, ATOMIC_READ))
        _look_inside(inner, touched, seen)


def _parts_of(found, touched):
    if isinstance(found, dict):
        return list(dict.values(found))
    if isinstance(found, (list, tuple, set, frozenset)) or kind_of(type(found)) is not None:
        return list(found) if hasattr(type(found), "__len__") else ()
    if _is_record(type(found)):
        touched.append((found, READ))
        return [getattr(found, name, None) for name in type(found).__dataclass_fields__]
    return ()


def _is_record(of):
    """Whether it is a dataclass that shows itself as such."""
    return "__dataclass_fields__" in of.__dict__ and is_users(of) \
        and hasattr(of.__repr__, "__wrapped__")


_PLAIN = frozenset((int, str, float, bool, bytes, type(None)))


def tell(touched, line):
    """All of these at once; true when their values are to be shown."""
    if len(touched) == 1:
        return whole_access(*touched[0], line)
    return bool(touched) and _braid.memory_together([owner_of(found) for found, _ in touched],
                                                    [access for _, access in touched], line)


def show(touched):
    """The values of what has just been told; an iterator has none that could be shown."""
    for number, (found, _) in enumerate(touched):
        has_value = kind_of(type(found)) is not None or not is_iterator(type(found))
        _braid.memory_value_of(number, label(found) if has_value else "…")


def _tell_and_show(touched, line):
    if tell(touched, line):
        show(touched)
