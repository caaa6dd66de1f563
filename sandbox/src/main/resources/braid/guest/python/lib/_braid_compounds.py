"""Structures and arrays of structures that processes share: their fields are steps, as are those
of simple shared values.

Source of the behaviour: the documentation of Python 3.12's `multiprocessing.sharedctypes`.
"""

import _braid
from _braid_c_data import Array, Data, Simple, Structure, array_of, view
from _braid_labels import label
from _braid_pickling import assert_spawning

_held = {}


def is_compound(kind):
    """Whether a type has parts: a structure, or an array of `ctypes`."""
    return isinstance(kind, type) and issubclass(kind, Data) and not issubclass(kind, Simple)


class _Slots:
    """The slots of a shared variable."""

    def __init__(self, number, kind):
        self._id, self._kind = number, kind

    def __getitem__(self, at):
        value = _held[self._id][at]
        _braid.read(self._id, f"{self._kind._path(at)} is {label(value)}")
        return value

    def __setitem__(self, at, value):
        _braid.write(self._id, f"{self._kind._path(at)} = {label(value)}")
        _held[self._id][at] = value

    def reduced(self, part):
        assert_spawning(part)
        kind = type(part)
        return found, (self._id, _spelt(self._kind), _spelt(kind), part._at)


def _spelt(kind):
    """A type as it can be pickled: that of an array by what it is an array of."""
    return (_spelt(kind._type_), kind._length_) if issubclass(kind, Array) else kind


def _read(spelt):
    return array_of(_read(spelt[0]), spelt[1]) if isinstance(spelt, tuple) else spelt


def found(number, whole, part, at):
    return view(_read(part), _Slots(number, _read(whole)), at)


class Made:
    """A structure or array that is about to be shared."""

    def __init__(self, kind, slots):
        self._kind, self._held = kind, slots

    def _share(self, name, line, lock):
        shown = label(self._held[:8])
        if lock is None:
            number = _braid.cell(name, line, shown)
        else:
            number = _braid.guarded_cell(name, line, shown, lock)
        _held[number] = self._held
        return view(self._kind, _Slots(number, self._kind))


def new_value(kind, args):
    return Made(kind, kind(*args)._slots)


def new_array(kind, size_or_initializer):
    if isinstance(size_or_initializer, int):
        return new_value(kind * size_or_initializer, ())
    values = list(size_or_initializer)
    return new_value(kind * len(values), values)


def copied(shared):
    kind = type(shared)
    slots = shared._slots
    held = slots if isinstance(slots, list) else _held[slots._id]
    return Made(kind, held[shared._at:shared._at + kind._count()])


def synchronized_type(kind, base, array):
    """The class of a shared object with its lock: an array, or one with the fields of `kind`."""
    if issubclass(kind, Array):
        return array

    def part(name):
        def get(self):
            with self._lock:
                return getattr(self._obj, name)

        def put(self, value):
            with self._lock:
                setattr(self._obj, name, value)
        return property(get, put)

    names = [field.name for field in kind._layout] if issubclass(kind, Structure) else ["value"]
    return type(f"Synchronized{kind.__name__}", (base,), {name: part(name) for name in names})
