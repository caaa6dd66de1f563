"""Files that tasks open by one name: what one writes another reads, though each has a file object.

What is written is there for others once the file is flushed or closed. Read `_braid_accesses`
first.
"""

import builtins
import os

from _braid_accesses import all_of, ATOMIC_READ, ATOMIC_WRITE, known_as, own

_CONTENT, _IS_WRITTEN = "content", "is written"


def begin():
    builtins.__braid_open__ = _open
    builtins.__braid_closing__ = _closing


def _open(line, file, mode="r", *arguments, **named):
    if type(file) is not str or type(mode) is not str:
        return open(file, mode, *arguments, **named)
    content, is_written = known_as(file), not set("wax+").isdisjoint(mode)
    if not ("a" in mode and os.path.exists(file)):
        _tell(content, "r" not in mode, line)
    opened = open(file, mode, *arguments, **named)
    own(opened, file).update({_CONTENT: content, _IS_WRITTEN: is_written})
    return opened


def _closing(file, line):
    reach(file, True, line)


def reach(file, is_flushing, line):
    """A file is going to write for others what it has, or to read what others have written."""
    parts = own(file, type(file).__name__)
    if _CONTENT in parts and (parts[_IS_WRITTEN] or not is_flushing):
        _tell(parts[_CONTENT], is_flushing, line)


def _tell(content, is_write, line):
    all_of(content, ATOMIC_WRITE if is_write else ATOMIC_READ, line)
