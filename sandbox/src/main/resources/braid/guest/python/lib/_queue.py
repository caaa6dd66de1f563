"""Stand-in for `_queue`, the part of `queue` that CPython has in C."""

from _braid_simple_queue import Empty, SimpleQueue

__all__ = ["Empty", "SimpleQueue"]
