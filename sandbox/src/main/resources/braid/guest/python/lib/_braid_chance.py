"""Chance for the program: everything the standard library draws from the system, from the run."""

import _braid
import _braid_original_random

_drawn = 0
_bytes = None


def fresh_seed():
    """A seed that differs from the ones before it and is the same in every replay."""
    global _drawn
    _drawn += 1
    return _braid.random_seed() * 1_000_003 + _drawn


def urandom(size, /):
    """As many bytes as asked for; what `os.urandom`, `secrets` and `uuid.uuid4` draw from."""
    global _bytes
    if size < 0:
        raise ValueError("negative argument not allowed")
    if _bytes is None:
        _bytes = _braid_original_random.Random(fresh_seed())
    return _bytes.getrandbits(size * 8).to_bytes(size, "little") if size else b""
