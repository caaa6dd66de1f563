"""`threading.local` as CPython's: a subclass's `__init__` runs once in every thread.

GraalPy's own runs it twice in the thread that makes the object: once when the object is called
into being and once at the first attribute. So it is told apart here which of the two this is.
"""

import _braid
import _braid_original_thread

_begun = set()


class _local(_braid_original_thread._local):
    """Data of which every thread sees its own."""

    __module__ = "_thread"

    def __init_subclass__(cls, **options):
        super().__init_subclass__(**options)
        initialize = cls.__dict__.get("__init__")
        if initialize is not None:
            cls.__init__ = _once(initialize)


def _once(initialize):
    def __init__(self, *args, **kwargs):
        mark = (id(self), _braid.current(), initialize)
        if mark in _begun:
            return
        _begun.add(mark)
        try:
            object.__getattribute__(self, "__dict__")
            initialize(self, *args, **kwargs)
        finally:
            _begun.discard(mark)

    __init__.__wrapped__ = initialize
    __init__.__qualname__ = getattr(initialize, "__qualname__", "__init__")
    __init__.__doc__ = initialize.__doc__
    return __init__
