"""Values, arrays and structures of C types: what `ctypes` gives and processes share.

Each is a view of numbered slots, one for every simple value inside: `slots` is a list, or what
stands for a shared variable of the kernel (`_braid_compounds`).
"""

import struct

from _braid_os import refusing


class Type(type):
    """The type of such types: `c_int * 3` is an array, `_fields_` make a structure."""

    def __init__(cls, name, bases, members):
        super().__init__(name, bases, members)
        if "_fields_" in members:
            cls._lay_out(members["_fields_"])

    def __setattr__(cls, name, value):
        super().__setattr__(name, value)
        if name == "_fields_":
            cls._lay_out(value)

    def __mul__(cls, length):
        if not isinstance(length, int):
            raise TypeError(f"can't multiply sequence by non-int of type {type(length).__name__!r}")
        if length < 0:
            raise ValueError(f"Array length must be >= 0, not {length}")
        return array_of(cls, length)

    __rmul__ = __mul__


class Data(metaclass=Type):
    """A view of slots from `_at` on."""

    def __reduce__(self):
        if not isinstance(self._slots, list):
            return self._slots.reduced(self)
        return rebuilt, (type(self), self._slots[self._at:self._at + self._count()])

    @classmethod
    def _seen(cls, slots, at):
        """How a part of this type looks from outside."""
        return view(cls, slots, at)

    @classmethod
    def _put(cls, slots, at, value):
        """Puts a value where a part of this type is."""
        if not isinstance(value, cls):
            value = cls(*value) if isinstance(value, tuple) else _unfit(cls, value)
        for place in range(cls._count()):
            slots[at + place] = value._slots[value._at + place]


def _unfit(kind, value):
    raise TypeError(f"expected {kind.__name__} instance, got {type(value).__name__}")


def view(kind, slots, at=0):
    made = object.__new__(kind)
    object.__setattr__(made, "_slots", slots)
    object.__setattr__(made, "_at", at)
    return made


def rebuilt(kind, slots):
    return view(kind, slots)


for _name in ("from_address", "from_buffer", "from_buffer_copy", "from_param", "in_dll"):
    setattr(Data, _name, staticmethod(
        refusing(f"ctypes.{_name}()", "values have no bytes in memory here")))


class Simple(Data):
    """One value."""

    def __init__(self, *value):
        if len(value) > 1:
            raise TypeError(f"__init__ expected at most 1 argument, got {len(value)}")
        self._slots = [self._c_type.fit(value[0]) if value else self._c_type.zero]
        self._at = 0

    @classmethod
    def _count(cls):
        return 1

    @classmethod
    def _zeros(cls):
        return [cls._c_type.zero]

    @classmethod
    def _seen(cls, slots, at):
        return slots[at]

    @classmethod
    def _put(cls, slots, at, value):
        slots[at] = cls._c_type.fit(value.value if isinstance(value, cls) else value)

    @classmethod
    def _path(cls, at):
        return ""

    @property
    def value(self):
        return self._slots[self._at]

    @value.setter
    def value(self, value):
        self._slots[self._at] = self._c_type.fit(value)

    def __bool__(self):
        return bool(self.value)

    def __repr__(self):
        return f"{type(self).__name__}({self.value!r})"


class _Field:
    """A field of a structure."""

    def __init__(self, name, kind, offset):
        self.name, self.kind, self.offset = name, kind, offset
        self.size = sizeof(kind)

    def __get__(self, held, owner):
        if held is None:
            return self
        seen = self.kind._seen(held._slots, held._at + self.offset)
        return seen.value if isinstance(seen, _Characters) else seen

    def __set__(self, held, value):
        if issubclass(self.kind, _Characters) and isinstance(value, bytes):
            if len(value) > self.size:
                raise ValueError(f"bytes too long ({len(value)}, maximum length {self.size})")
            view(self.kind, held._slots, held._at + self.offset).value = value
        else:
            self.kind._put(held._slots, held._at + self.offset, value)


class Structure(Data):
    """Fields of C types."""

    _layout = ()

    def __init__(self, *values, **named):
        self._slots, self._at = self._zeros(), 0
        if len(values) > len(self._layout):
            raise TypeError("too many initializers")
        for field, value in zip(self._layout, values):
            if field.name in named:
                raise TypeError(f"duplicate values for field {field.name!r}")
            setattr(self, field.name, value)
        for name, value in named.items():
            setattr(self, name, value)

    @classmethod
    def _lay_out(cls, fields):
        offset = sum(field.kind._count() for field in cls._layout)
        layout = list(cls._layout)
        for name, kind, *_bits in fields:
            field = _Field(name, kind, offset)
            type.__setattr__(cls, name, field)
            layout.append(field)
            offset += kind._count()
        cls._layout = tuple(layout)

    @classmethod
    def _count(cls):
        return sum(field.kind._count() for field in cls._layout)

    @classmethod
    def _zeros(cls):
        return [zero for field in cls._layout for zero in field.kind._zeros()]

    @classmethod
    def _path(cls, at):
        field = next(each for each in reversed(cls._layout) if each.offset <= at)
        return f".{field.name}{field.kind._path(at - field.offset)}"


class Array(Data):
    """Values of one type, of a fixed number."""

    _type_ = None
    _length_ = 0

    def __init__(self, *values):
        self._slots, self._at = self._zeros(), 0
        if len(values) > self._length_:
            raise IndexError("invalid index")
        for index, value in enumerate(values):
            self[index] = value

    @classmethod
    def _count(cls):
        return cls._length_ * cls._type_._count()

    @classmethod
    def _zeros(cls):
        return cls._type_._zeros() * cls._length_

    @classmethod
    def _path(cls, at):
        index, rest = divmod(at, cls._type_._count())
        return f"[{index}]{cls._type_._path(rest)}"

    def __len__(self):
        return self._length_

    def _place(self, index):
        if not -self._length_ <= index < self._length_:
            raise IndexError("invalid index")
        return self._at + index % self._length_ * self._type_._count()

    def __getitem__(self, index):
        if isinstance(index, slice):
            found = [self[place] for place in range(*index.indices(self._length_))]
            c_type = getattr(self._type_, "_c_type", None)
            return found if c_type is None else c_type.joined(found)
        return self._type_._seen(self._slots, self._place(index))

    def __setitem__(self, index, value):
        if not isinstance(index, slice):
            self._type_._put(self._slots, self._place(index), value)
            return
        places = range(*index.indices(self._length_))
        if len(places) != len(value):
            raise ValueError("Can only assign sequence of same size")
        for place, each in zip(places, value):
            self[place] = each

    def __iter__(self):
        for index in range(self._length_):
            yield self[index]


class _Characters(Array):
    """An array of `c_char`, which is text as well."""

    @property
    def raw(self):
        return self[:]

    @raw.setter
    def raw(self, data):
        if len(data) > self._length_:
            raise ValueError("byte string too long")
        for index, code in enumerate(data):
            self[index] = code

    @property
    def value(self):
        return self.raw.partition(b"\0")[0]

    @value.setter
    def value(self, data):
        if not isinstance(data, bytes):
            raise TypeError(f"bytes expected instead of {type(data).__name__} instance")
        self.raw = data + b"\0" if len(data) < self._length_ else data


class _Letters(Array):
    """An array of `c_wchar`, which is text as well."""

    @property
    def value(self):
        return self[:].partition("\0")[0]

    @value.setter
    def value(self, text):
        if len(text) > self._length_:
            raise ValueError("string too long")
        for index, letter in enumerate(text + "\0" if len(text) < self._length_ else text):
            self[index] = letter


_arrays = {}


def array_of(kind, length):
    found = _arrays.get((kind, length))
    if found is None:
        base = {"c": _Characters, "u": _Letters}.get(getattr(kind, "_type_", None), Array)
        found = _arrays[kind, length] = Type(
            f"{kind.__name__}_Array_{length}", (base,), {"_type_": kind, "_length_": length,
                                                         "__module__": kind.__module__})
    return found


def alignment(kind):
    """The bytes its address is a multiple of."""
    kind = kind if isinstance(kind, type) else type(kind)
    if issubclass(kind, Simple):
        return struct.calcsize(_CODES.get(kind._type_, kind._type_))
    if issubclass(kind, Array):
        return alignment(kind._type_)
    return max([alignment(field.kind) for field in kind._layout], default=1)


_CODES = {"u": "i", "z": "P", "Z": "P", "O": "P"}


def sizeof(kind):
    """The bytes a value of this type has in C."""
    kind = kind if isinstance(kind, type) else type(kind)
    if not issubclass(kind, Data):
        raise TypeError("this type has no size")
    if issubclass(kind, Simple):
        return alignment(kind)
    if issubclass(kind, Array):
        return sizeof(kind._type_) * kind._length_
    end = 0
    for field in kind._layout:
        end = -(-end // alignment(field.kind)) * alignment(field.kind) + sizeof(field.kind)
    return -(-end // alignment(kind)) * alignment(kind)
