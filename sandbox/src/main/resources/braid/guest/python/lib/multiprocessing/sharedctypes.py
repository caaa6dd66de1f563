"""Stand-in for `multiprocessing.sharedctypes`: typed values and arrays that processes share.

Source of the behaviour: the documentation of Python 3.12's `multiprocessing` and `ctypes`. Each is
a shared variable of the kernel; reading it is a step, and so is writing. Numbers wrap around as
those of C do.
"""

import _braid
import _braid_compounds as _compounds
from _braid_c_types import type_for as _type_for
from _braid_labels import label as _label
from _braid_names import made as _made
from _braid_pickling import assert_spawning as _assert_spawning
from multiprocessing import synchronize as _synchronize

__all__ = ["RawValue", "RawArray", "Value", "Array", "copy", "synchronized"]

_held = {}  # what is in each variable, where every process finds it
_forms = {}


class _Raw:
    """A variable of a C type."""

    _guard = None

    def _share(self, name, line, lock):
        self._make(name, line, lock)
        return self

    def _make(self, name, line, lock):
        held = self._held
        shown = _label(held[0] if self._is_single else list(held[:8]))
        if lock is None:
            self._id = _braid.cell(name, line, shown)
        else:
            self._id = _braid.guarded_cell(name, line, shown, lock)
        _held[self._id] = held
        del self._held

    def __reduce__(self):
        _assert_spawning(self)
        return _found, (type(self)._form, self._id)


def _found(form, number):
    made = _form(*form).__new__(_form(*form))
    made._id = number
    return made


class _RawValue(_Raw):
    _is_single = True

    @property
    def value(self):
        held = _held[self._id]
        _braid.read(self._id, _label(held[0]))
        return held[0]

    @value.setter
    def value(self, value):
        value = self._type.fit(value)
        _braid.write(self._id, _label(value))
        _held[self._id][0] = value

    def __repr__(self):
        _braid.look_at(self._id)
        return f"{self._type.name}({_held[self._id][0]!r})"


class _RawArray(_Raw):
    _is_single = False

    def __len__(self):
        return len(_held[self._id])

    def __getitem__(self, index):
        held = _held[self._id]
        if isinstance(index, slice):
            _braid.read(self._id, _label(list(held[index][:8])))
            return self._type.joined(held[index])
        if not -len(held) <= index < len(held):
            raise IndexError("invalid index")
        _braid.read(self._id, f"[{index}] is {_label(held[index])}")
        return held[index]

    def __setitem__(self, index, value):
        held = _held[self._id]
        if isinstance(index, slice):
            values = [self._type.fit(each) for each in value]
            if len(values) != len(held[index]):
                raise ValueError("Can only assign sequence of same size")
            _braid.write(self._id, _label(values[:8]))
            held[index] = values
            return
        if not -len(held) <= index < len(held):
            raise IndexError("invalid index")
        value = self._type.fit(value)
        _braid.write(self._id, f"[{index}] = {_label(value)}")
        held[index] = value

    def __iter__(self):
        for index in range(len(self)):
            yield self[index]

    def __repr__(self):
        return f"<multiprocessing.sharedctypes.{type(self).__name__} object at {id(self):#x}>"


class _RawString(_RawArray):
    """An array of `c_char`, which is text as well."""

    @property
    def raw(self):
        return self[:]

    @raw.setter
    def raw(self, data):
        held = _held[self._id]
        if len(data) > len(held):
            raise ValueError("byte string too long")
        _braid.write(self._id, _label(bytes(data)))
        held[:len(data)] = [bytes((code,)) for code in data]

    @property
    def value(self):
        return self.raw.partition(b"\0")[0]

    @value.setter
    def value(self, data):
        if not isinstance(data, bytes):
            raise TypeError(f"bytes expected instead of {type(data).__name__} instance")
        if len(data) > len(self):
            raise ValueError("byte string too long")
        self.raw = data + b"\0" if len(data) < len(self) else data


def _form(kind, size):
    """The class of a value (size -1) or of an array of so many."""
    found = _forms.get((kind, size))
    if found is None:
        c_type = _type_for(kind)
        base = _RawValue if size < 0 else _RawString if c_type.name == "c_char" else _RawArray
        name = c_type.name if size < 0 else f"{c_type.name}_Array_{size}"
        found = _forms[kind, size] = type(name, (base,), {"_type": c_type, "_form": (kind, size)})
    return found


def _new_value(typecode_or_type, args):
    if _compounds.is_compound(typecode_or_type):
        return _compounds.new_value(typecode_or_type, args)
    c_type = _type_for(typecode_or_type)
    if len(args) > 1:
        raise TypeError(f"__init__ expected at most 1 argument, got {len(args)}")
    kind = _form(c_type.code, -1)
    made = kind.__new__(kind)
    made._held = [c_type.fit(args[0]) if args else c_type.zero]
    return made


def _new_array(typecode_or_type, size_or_initializer):
    if _compounds.is_compound(typecode_or_type):
        return _compounds.new_array(typecode_or_type, size_or_initializer)
    c_type = _type_for(typecode_or_type)
    if isinstance(size_or_initializer, int):
        if size_or_initializer < 0:
            raise ValueError("Array length must be >= 0")
        held = [c_type.zero] * size_or_initializer
    else:
        held = [c_type.fit(each) for each in c_type.split(size_or_initializer)]
    kind = _form(c_type.code, len(held))
    made = kind.__new__(kind)
    made._held = held
    return made


def RawValue(typecode_or_type, *args):
    """A shared value without a lock."""
    return _new_value(typecode_or_type, args)._share(*_made("RawValue"), None)


def RawArray(typecode_or_type, size_or_initializer):
    """A shared array without a lock."""
    return _new_array(typecode_or_type, size_or_initializer)._share(*_made("RawArray"), None)


def Value(typecode_or_type, *args, lock=True, ctx=None):
    """A shared value, with a lock unless `lock` is false."""
    return _synchronized(_new_value(typecode_or_type, args), lock, "Value")


def Array(typecode_or_type, size_or_initializer, *, lock=True, ctx=None):
    """A shared array, with a lock unless `lock` is false."""
    return _synchronized(_new_array(typecode_or_type, size_or_initializer), lock, "Array")


def _synchronized(obj, lock, word):
    name, line = _made(word)
    if lock is False:
        return obj._share(name, line, None)
    if lock is True or lock is None:
        lock = _synchronize.RLock.__new__(_synchronize.RLock)
        lock._id = _braid.mutex(name and f"{name}.lock", line, True)
    elif not hasattr(lock, "acquire"):
        raise AttributeError(f"{lock!r} has no method 'acquire'")
    return synchronized(obj._share(name, line, lock._id), lock)


def synchronized(obj, lock=None, ctx=None):
    """A shared value or array together with its lock."""
    assert not isinstance(obj, SynchronizedBase), "object already synchronized"
    if not isinstance(obj, _Raw):
        return _compounds.synchronized_type(type(obj), SynchronizedBase, SynchronizedArray)(obj, lock)
    if isinstance(obj, _RawString):
        return SynchronizedString(obj, lock)
    return (Synchronized if obj._is_single else SynchronizedArray)(obj, lock)


def copy(obj):
    """A new shared object of the same type and value, without a lock."""
    if not isinstance(obj, _Raw):
        return _compounds.copied(obj)._share(*_made("copy"), None)
    made = type(obj).__new__(type(obj))
    _braid.look_at(obj._id)
    made._held = list(_held[obj._id])
    return made._share(*_made("copy"), None)


class SynchronizedBase:
    """A shared object that is touched only while nobody else holds its lock."""

    def __init__(self, obj, lock=None, ctx=None):
        self._obj = obj
        self._lock = lock or _synchronize.RLock()
        self.acquire, self.release = self._lock.acquire, self._lock.release

    def __reduce__(self):
        _assert_spawning(self)
        return synchronized, (self._obj, self._lock)

    def __enter__(self):
        return self._lock.__enter__()

    def __exit__(self, *args):
        return self._lock.__exit__(*args)

    def get_obj(self):
        return self._obj

    def get_lock(self):
        return self._lock

    def __repr__(self):
        return f"<{type(self).__name__} wrapper for {self._obj}>"


class Synchronized(SynchronizedBase):
    """A value with its lock."""

    @property
    def value(self):
        return self._obj.value

    @value.setter
    def value(self, value):
        self._obj.value = value


class SynchronizedArray(SynchronizedBase):
    """An array with its lock."""

    def __len__(self):
        return len(self._obj)

    def __getitem__(self, index):
        return self._obj[index]

    def __setitem__(self, index, value):
        self._obj[index] = value

    def __getslice__(self, start, stop):
        return self._obj[start:stop]


class SynchronizedString(SynchronizedArray):
    """Text with its lock."""

    value = Synchronized.value

    @property
    def raw(self):
        return self._obj.raw

    @raw.setter
    def raw(self, data):
        self._obj.raw = data
