"""Attributes whose names are values: what `getattr`, `setattr` and `delattr` do.

Read `_braid_accesses` first.
"""

import builtins

from _braid_accesses import attribute, value

TELLING = frozenset(("getattr", "setattr", "delattr"))


def begin():
    builtins.__braid_getattr__ = _get
    builtins.__braid_setattr__ = _set
    builtins.__braid_delattr__ = _delete


def _get(line, thing, name, *default):
    if type(name) is str and attribute(thing, name, False, line):
        return value(getattr(thing, name, *default))
    return getattr(thing, name, *default)


def _set(line, thing, name, new):
    if type(name) is str and attribute(thing, name, True, line):
        value(new)
    setattr(thing, name, new)


def _delete(line, thing, name):
    if type(name) is str and attribute(thing, name, True, line):
        value(None)
    delattr(thing, name)
