"""`sys.getrefcount`: as many as CPython 3.12 counts for an object that the program made.

The interpreter counts no references. They are found instead: from the names of the program, through
its containers and the objects of its classes. Enters: an object. Leaves: a number.
"""

import sys

_IMMORTAL = 4294967295
_ALWAYS_THERE = (type(None), bool, type(Ellipsis), type(NotImplemented))
_SMALL_INTS = range(-5, 257)
_FUNCTION = type(lambda: None)
_SEQUENCES = (list, tuple, set, frozenset)


def getrefcount(thing, /):
    """The argument counts as one."""
    return _IMMORTAL if _is_immortal(thing) else 1 + _Search(thing).found


def _is_immortal(thing):
    """PEP 683: what CPython shares for ever."""
    kind = type(thing)
    if kind is int:
        return thing in _SMALL_INTS
    if kind is str:
        return len(thing) < 2 or thing.isidentifier()
    if kind is type:
        return thing.__module__ == "builtins"
    return kind in _ALWAYS_THERE or kind in (tuple, bytes) and len(thing) == 0


def _is_empty(cell):
    """Whether a variable was never assigned to, or is deleted."""
    try:
        cell.cell_contents
    except ValueError:
        return True
    return False


class _Search:
    def __init__(self, thing):
        self.found = 0
        self._thing = thing
        self._main = sys.modules["__main__"]
        self._seen = set()
        self._waiting = []
        self._told = set()  # variables of functions that are going on, which others see in cells
        self._add_all(thing for name, thing in vars(self._main).items() if name[:2] != "__"
                      or name.startswith("__braid"))
        frame = sys._getframe(2)
        while frame is not None:
            if frame.f_code.co_filename == self._main.__file__ \
                    and frame.f_code.co_name != "<module>":
                self._add_all(frame.f_locals.values())
                self._told.update(frame.f_code.co_cellvars, frame.f_code.co_freevars)
            frame = frame.f_back
        while self._waiting:
            self._look_into(self._waiting.pop())

    def _add_all(self, things):
        for thing in things:
            if thing is self._thing:
                self.found += 1
            if id(thing) not in self._seen:
                self._seen.add(id(thing))
                self._waiting.append(thing)

    def _look_into(self, thing):
        kind = type(thing)
        if isinstance(thing, _SEQUENCES) or kind.__name__ == "deque":
            self._add_all(thing)
        elif isinstance(thing, dict):
            self._add_all(thing)
            self._add_all(thing.values())
        elif kind is type and thing.__module__ == "__main__":
            self._add_all(vars(thing).values())
        elif kind is _FUNCTION and thing.__module__ == "__main__":
            self._add_all(thing.__defaults__ or ())
            self._add_all(self._enclosed(thing))
        elif kind.__module__ == "__main__":
            self._add_all(getattr(thing, "__dict__", {}).values())

    def _enclosed(self, function):
        for name, cell in zip(function.__code__.co_freevars, function.__closure__ or ()):
            if name not in self._told and not _is_empty(cell):
                yield cell.cell_contents
