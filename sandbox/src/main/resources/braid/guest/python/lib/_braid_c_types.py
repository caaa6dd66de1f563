"""The types of C that shared values have: their names, zeros, and how values are fitted in.

Source of the behaviour: the documentation of Python 3.12's `array` and `ctypes`, on a 64-bit
machine.
"""

import struct
from operator import index


class CType:
    """A type of C; `fit` gives the value it holds after an assignment."""

    def __init__(self, code, name):
        self.code, self.name = code, name
        self.zero = b"\0" if code == "c" else "\0" if code == "u" else 0

    def split(self, values):
        return values

    def joined(self, values):
        return list(values)


class Whole(CType):
    """A whole number of so many bits, which wraps around."""

    def __init__(self, code, name):
        super().__init__(code, name)
        self._bits = struct.calcsize(code) * 8
        self._is_signed = code.islower()

    def fit(self, value):
        if isinstance(value, bool) is False and isinstance(value, int) is False:
            value = index(value)
        value = int(value) & ((1 << self._bits) - 1)
        return value - (1 << self._bits) if self._is_signed and value >> (self._bits - 1) else value


class Real(CType):
    """A floating-point number."""

    def __init__(self, code, name):
        super().__init__(code, name)
        self.zero = 0.0

    def fit(self, value):
        if not hasattr(type(value), "__float__") and not hasattr(type(value), "__index__"):
            raise TypeError(f"must be real number, not {type(value).__name__}")
        value = float(value)
        return struct.unpack("f", struct.pack("f", value))[0] if self.code == "f" else value


class Character(CType):
    """One byte, as text."""

    def fit(self, value):
        if isinstance(value, int) and 0 <= value < 256:
            return bytes((value,))
        if isinstance(value, (bytes, bytearray)) and len(value) == 1:
            return bytes(value)
        raise TypeError("one character bytes, bytearray, or an integer in range(256) expected")

    def split(self, values):
        return [values[place:place + 1] for place in range(len(values))] \
            if isinstance(values, (bytes, bytearray)) else values

    def joined(self, values):
        return b"".join(values)


class Letter(CType):
    """One character of Unicode."""

    def fit(self, value):
        if isinstance(value, str) and len(value) == 1:
            return value
        raise TypeError("one character unicode string expected")

    def joined(self, values):
        return "".join(values)


class Truth(CType):
    """True or false."""

    def __init__(self, code, name):
        super().__init__(code, name)
        self.zero = False

    def fit(self, value):
        return bool(value)


class Text(CType):
    """What C has an address for, and Python a value: text, bytes, an object."""

    def __init__(self, code, name, held):
        super().__init__(code, name)
        self.zero, self._held = None, held

    def fit(self, value):
        if value is None or isinstance(value, self._held):
            return value
        if self.name == "c_void_p":
            raise TypeError("cannot be converted to pointer")
        kind = "bytes" if self._held is bytes else "unicode string"
        raise TypeError(f"{kind} or integer address expected instead of {type(value).__name__} "
                        "instance")


_ALL = [
    Character("c", "c_char"), Letter("u", "c_wchar"), Truth("?", "c_bool"),
    Whole("b", "c_byte"), Whole("B", "c_ubyte"), Whole("h", "c_short"), Whole("H", "c_ushort"),
    Whole("i", "c_int"), Whole("I", "c_uint"), Whole("l", "c_long"), Whole("L", "c_ulong"),
    Whole("q", "c_longlong"), Whole("Q", "c_ulonglong"),
    Real("f", "c_float"), Real("d", "c_double"),
]
_BY_CODE = {each.code: each for each in _ALL}
_BY_NAME = {each.name: each for each in _ALL}
_BY_NAME.update({"c_int8": _BY_CODE["b"], "c_uint8": _BY_CODE["B"], "c_int16": _BY_CODE["h"],
                 "c_uint16": _BY_CODE["H"], "c_int32": _BY_CODE["i"], "c_uint32": _BY_CODE["I"],
                 "c_int64": _BY_CODE["l"], "c_uint64": _BY_CODE["L"], "c_size_t": _BY_CODE["L"],
                 "c_ssize_t": _BY_CODE["l"]})


def type_for(typecode_or_type):
    """The type that a typecode or a type of `ctypes` stands for."""
    if isinstance(typecode_or_type, str):
        found = _BY_CODE.get(typecode_or_type)
        if found is None:
            raise TypeError("this type has no size")
        return found
    found = _BY_NAME.get(getattr(typecode_or_type, "__name__", ""))
    if found is None:
        raise TypeError("this type has no size")
    return found
