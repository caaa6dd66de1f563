"""Stand-in for `ctypes`: values, arrays and structures of C types, without any code in C.

Source of the behaviour: the documentation of Python 3.12's `ctypes`. Enough for what processes
share (`multiprocessing.Value(c_int, 0)`); libraries, functions and pointers are refused. Read
`_braid_c_data` next.
"""

from _braid_c_data import (Array, Simple as _SimpleCData, Structure, Type as _Type, alignment,
                           sizeof)
from _braid_c_types import _BY_NAME as _by_name, Text as _Text
from _braid_os import refusing as _refusing

__version__ = "1.1.0"
_WHY = "there is no code in C and no address of memory here"
_POINTERS = {"c_char_p": ("z", bytes), "c_wchar_p": ("Z", str), "c_void_p": ("P", int),
             "py_object": ("O", object)}
BigEndianStructure = LittleEndianStructure = Structure
RTLD_LOCAL, RTLD_GLOBAL, DEFAULT_MODE, SIZEOF_TIME_T = 0, 256, 0, 8


def _simple(name, c_type):
    return _Type(name, (_SimpleCData,), {"__module__": __name__, "_type_": c_type.code,
                                         "_c_type": c_type})


for _name in sorted(_by_name):
    _c_type = _by_name[_name]
    if _name == _c_type.name:
        globals()[_name] = _simple(_name, _c_type)
for _name in sorted(_by_name):
    globals().setdefault(_name, globals()[_by_name[_name].name])
for _name, (_code, _held) in _POINTERS.items():
    globals()[_name] = _simple(_name, _Text(_code, _name, _held))
c_longdouble = c_double  # noqa: F821
c_time_t = c_long  # noqa: F821
c_voidp = c_void_p  # noqa: F821


class Union:
    """Members that lie in the same place: not here, where memory has no bytes."""

    braid_refusal = "values have no bytes in memory here; use a Structure"

    def __new__(cls, *_args, **_kwargs):
        _refusing("ctypes.Union", cls.braid_refusal)()

    def __init_subclass__(cls):
        _refusing("ctypes.Union", cls.braid_refusal)()


BigEndianUnion = LittleEndianUnion = Union


def ARRAY(kind, length):
    return kind * length


def create_string_buffer(init, size=None):
    """An array of characters, of a size or with a text in it."""
    if isinstance(init, bytes):
        made = (c_char * (len(init) + 1 if size is None else size))()  # noqa: F821
        made.value = init
        return made
    if isinstance(init, int):
        return (c_char * init)()  # noqa: F821
    raise TypeError(init)


c_buffer = create_string_buffer


def create_unicode_buffer(init, size=None):
    """The same of characters of Unicode."""
    if isinstance(init, str):
        return (c_wchar * (len(init) + 1 if size is None else size))(*init)  # noqa: F821
    if isinstance(init, int):
        return (c_wchar * init)()  # noqa: F821
    raise TypeError(init)


class ArgumentError(Exception):
    """An argument of a function in C does not fit."""


class _Libraries:
    """`cdll`, `pythonapi` …: whatever is asked of them is refused."""

    braid_refusal = _WHY

    def __init__(self, name):
        self._name = name

    def __call__(self, *_args):
        _refusing(f"ctypes.{self._name}", _WHY)()

    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        return _refusing(f"ctypes.{self._name}.{name}", _WHY)()


cdll, pydll, pythonapi = _Libraries("cdll"), _Libraries("pydll"), _Libraries("pythonapi")
for _name in ("CDLL", "PyDLL", "CFUNCTYPE", "PYFUNCTYPE", "POINTER", "pointer", "byref", "cast",
              "addressof", "memmove", "memset", "string_at", "wstring_at", "resize", "get_errno",
              "set_errno", "LibraryLoader", "SetPointerType"):
    globals()[_name] = _refusing(f"ctypes.{_name}()", _WHY)
