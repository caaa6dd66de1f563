"""Reading an item of what an expression gave: a table may make what it has not.

Read `_braid_accesses` first.
"""

import builtins
from collections import defaultdict

import _braid
from _braid_accesses import ATOMIC_INSERT, ATOMIC_READ, READ, is_users, lacks, part, value


def begin():
    builtins.__braid_item_of__ = item_of


def item_of(container, key, line):
    """An item of what an expression gave."""
    if type(container) is defaultdict and container.default_factory is not None:
        return _item_made(container, key, line)
    if part(container, key, READ, line):
        return value(container[key])
    return container[key]


def _item_made(container, key, line):
    """As `item_of`, of a table that makes what it has not: in one piece, unless the user's code
    does so."""
    make = container.default_factory
    is_missing = lacks(dict, container, key)
    is_users_code = is_missing and (type(make) is not type or is_users(make))
    access = ATOMIC_INSERT if is_missing and not is_users_code else ATOMIC_READ
    is_wanted = part(container, key, access, line)
    if is_users_code and lacks(dict, container, key):
        if is_wanted:
            _braid.memory_value("…")
        made = make()
        is_wanted = part(container, key, ATOMIC_INSERT, line)
        container[key] = made
    found = container[key]
    return value(found) if is_wanted else found
