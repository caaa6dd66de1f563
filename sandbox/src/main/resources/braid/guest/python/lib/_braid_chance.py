"""Chance for the program: everything the standard library draws from the system, from the run."""

import _braid
import _braid_original_random

SYSTEM, FIRST, NEXT = range(3)  # sources; others follow

_drawn = 0
_streams = {}


def fresh_seed():
    """A seed that differs from the ones before it and is the same in every replay."""
    global _drawn
    _drawn += 1
    return _braid.random_seed() * 1_000_003 + _drawn


def seed_of(task, source):
    """A seed for what this task draws, which does not depend on what others have drawn."""
    return ((_braid.random_seed() * 1_000_003 + task) << 64) + source


def urandom(size, /):
    """As many bytes as asked for; what `os.urandom`, `secrets` and `uuid.uuid4` draw from. Each
    task has a stream of its own, so that it does not matter who draws first."""
    if size < 0:
        raise ValueError("negative argument not allowed")
    task = _braid.current()
    if task not in _streams:
        _streams[task] = _braid_original_random.Random(seed_of(task, SYSTEM))
    return _streams[task].getrandbits(size * 8).to_bytes(size, "little") if size else b""
