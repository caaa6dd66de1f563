"""Exceptions in CPython's words.

Enters: an exception with the interpreter's message or general reason. Leaves: the same one with
CPython's. What cannot be encoded or decoded is told by the text itself, all else by the engine.
"""

import _braid

_LIMITS = {"ascii": 128, "latin-1": 256, "iso-8859-1": 256}


def reword(error):
    """Changes the message; of what is about text the end and the reason."""
    _braid.reword(error)
    kind = type(error)
    if kind is UnicodeEncodeError:
        _reword_encoding(error)
    elif kind is UnicodeDecodeError:
        _reword_decoding(error)


def _reword_encoding(error):
    limit = _LIMITS.get(error.encoding)
    if limit is None or error.reason != "unmappable character":
        return
    end = error.start
    while end < len(error.object) and ord(error.object[end]) >= limit:
        end += 1
    error.end, error.reason = end, f"ordinal not in range({limit})"


def _reword_decoding(error):
    if error.reason != "malformed input":
        return
    if error.encoding == "ascii":
        error.end, error.reason = error.start + 1, "ordinal not in range(128)"
    elif error.encoding in ("utf-8", "utf8"):
        error.end, error.reason = _utf8(error.object, error.start)


def _utf8(data, start):
    """Where what is wrong in UTF-8 ends, and what it is (Unicode, table 3-7)."""
    first = data[start]
    if not 0xC2 <= first <= 0xF4:
        return start + 1, "invalid start byte"
    low, high = {0xE0: (0xA0, 0xBF), 0xED: (0x80, 0x9F), 0xF0: (0x90, 0xBF),
                 0xF4: (0x80, 0x8F)}.get(first, (0x80, 0xBF))
    length = 2 if first < 0xE0 else 3 if first < 0xF0 else 4
    for at in range(start + 1, start + length):
        if at >= len(data):
            return at, "unexpected end of data"
        if not low <= data[at] <= high:
            return at, "invalid continuation byte"
        low, high = 0x80, 0xBF
    return start + length, "invalid continuation byte"


def spread(function, args):
    """What stands for `args` in `function(*args)`: where that is no iterable, going through it says
    so as CPython does, which names the function there (`_PyObject_FunctionStr`)."""
    kind = type(args)
    if kind is tuple or hasattr(kind, "__iter__") or hasattr(kind, "__getitem__"):
        return args
    return _NoIterable(function, args)


class _NoIterable:
    def __init__(self, function, value):
        self._function = function
        self._value = value

    def __iter__(self):
        raise TypeError(f"{_called(self._function)} argument after * must be an iterable, "
                        f"not {type(self._value).__name__}")


def _called(function):
    name = getattr(function, "__qualname__", None)
    if name is None:
        return str(function)
    module = getattr(function, "__module__", None)
    return f"{name}()" if module in (None, "builtins") else f"{module}.{name}()"
