"""Stand-in for `multiprocessing.shared_memory`: blocks of bytes that all processes see.

Source of the behaviour: the documentation of Python 3.12's `multiprocessing.shared_memory`. Writing
to such memory is no step of the trace, as writing to any bytes is none.
"""

import struct as _struct
import types as _types

import _braid_names


__all__ = ["SharedMemory", "ShareableList"]

_blocks = {}
_names = [0]


class SharedMemory:
    """A block of memory with a name."""

    def __init__(self, name=None, create=False, size=0):
        if not size >= 0:
            raise ValueError("'size' must be a positive integer")
        if create and size == 0:
            raise ValueError("'size' must be a positive number different from zero")
        if name is None and not create:
            raise ValueError("'name' can only be None if create=True")
        if create:
            if name is None:
                _names[0] += 1
                name = f"psm_{_names[0]:08x}"
            if name in _blocks:
                raise FileExistsError(17, "File exists", f"/{name}")
            _blocks[name] = bytearray(size)
            if _braid_names.is_told:
                _accesses().own(_blocks[name], name)
        elif name not in _blocks:
            raise FileNotFoundError(2, "No such file or directory", f"/{name}")
        self._name = name
        self._block = _blocks[name]
        self._buf = memoryview(self._block)

    @property
    def buf(self):
        return self._buf

    @property
    def name(self):
        return self._name

    @property
    def size(self):
        return len(self._block)

    def close(self):
        """Ends the use of the block by this object."""
        self._buf = None

    def unlink(self):
        """Takes the block's name away; who has it open still sees it."""
        if _blocks.pop(self._name, None) is None:
            raise FileNotFoundError(2, "No such file or directory", f"/{self._name}")

    def __reduce__(self):
        return SharedMemory, (self._name, False, self.size)

    def __repr__(self):
        return f"{type(self).__name__}({self._name!r}, size={self.size})"


_lists = {}


class ShareableList:
    """A list of fixed length in shared memory, of numbers, text, bytes, True, False and None."""

    def __init__(self, sequence=None, *, name=None):
        if sequence is not None:
            values = list(sequence)
            rooms = [_room(value) for value in values]
            self.shm = SharedMemory(name, create=True, size=max(1, sum(rooms) + 8 * len(rooms)))
            _lists[self.shm.name] = values, rooms
            if _braid_names.is_told:
                _accesses().own(values, self.shm.name)
        else:
            self.shm = SharedMemory(name)
        self._values, self._rooms = _lists[self.shm.name]

    def __getitem__(self, position):
        if not -len(self._values) <= position < len(self._values):
            raise IndexError("index out of range")
        _tell(self._values, position, False)
        return self._values[position]

    def __setitem__(self, position, value):
        try:
            room = self._rooms[position]
        except IndexError:
            raise IndexError("assignment index out of range") from None
        if isinstance(value, (str, bytes)):
            size = len(value.encode()) if isinstance(value, str) else len(value)
            if size > room:
                raise ValueError("bytes/str item exceeds available storage")
        _room(value)
        _tell(self._values, position, True)
        self._values[position] = value

    def __len__(self):
        return len(self._values)

    def __reduce__(self):
        return _attached, (self.shm.name,)

    def __repr__(self):
        return f"{type(self).__name__}({self._all()}, name={self.shm.name!r})"

    @property
    def format(self):
        return "".join(_format(value, room) for value, room in zip(self._all(), self._rooms))

    def _all(self):
        if _braid_names.is_told:
            _accesses().whole(self._values, _braid_names.line())
        return self._values

    def count(self, value):
        return self._all().count(value)

    def index(self, value):
        for position, held in enumerate(self._all()):
            if value == held:
                return position
        raise ValueError("ShareableList.index(x): x not in list")

    __class_getitem__ = classmethod(_types.GenericAlias)


def _tell(values, position, is_write):
    """Where every access of memory is told, others may go first."""
    if _braid_names.is_told:
        accesses = _accesses()
        if accesses.item(values, position, is_write, _braid_names.line()):
            accesses.value(values[position])


def _accesses():
    import _braid_accesses
    return _braid_accesses


def _attached(name):
    return ShareableList(name=name)


def _room(value):
    if isinstance(value, (str, bytes)):
        size = len(value.encode()) if isinstance(value, str) else len(value)
        return 8 * (size // 8 + 1)
    if value is None or isinstance(value, (bool, float)):
        return 8
    if isinstance(value, int):
        return _struct.calcsize("q") if _struct.pack("q", value) else 8
    raise KeyError(type(value))


def _format(value, room):
    if isinstance(value, (str, bytes)):
        return f"{room}s"
    return {bool: "xxxxxxx?", int: "q", float: "d"}.get(type(value), "xxxxxx?x")
