"""A stand-in for the library `multidict`, which `aiohttp` keeps headers in.

Source of the behaviour: the documentation of multidict 6: dictionaries with several values to a
key, in order; those with `CI` look at no case.
"""

from collections.abc import Mapping as _Mapping, MutableMapping as _MutableMapping

__all__ = ("CIMultiDict", "CIMultiDictProxy", "MultiDict", "MultiDictProxy", "MultiMapping",
           "MutableMultiMapping", "getversion", "istr", "upstr")
_none = object()


class istr(str):
    """Text in which case does not count."""


upstr = istr


class MultiMapping(_Mapping):
    """What can be asked of such a dictionary."""

    _fold = staticmethod(lambda key: key)

    def getall(self, key, default=_none):
        found = [value for each, value in self._items if self._fold(each) == self._fold(key)]
        if found:
            return found
        if default is _none:
            raise KeyError(f"Key not found: {key!r}")
        return default

    def getone(self, key, default=_none):
        for each, value in self._items:
            if self._fold(each) == self._fold(key):
                return value
        if default is _none:
            raise KeyError(f"Key not found: {key!r}")
        return default

    def get(self, key, default=None):
        return self.getone(key, default)

    def __getitem__(self, key):
        return self.getone(key)

    def __contains__(self, key):
        return isinstance(key, str) and self.getone(key, None) is not None

    def __iter__(self):
        return iter([key for key, _ in self._items])

    def __len__(self):
        return len(self._items)

    def keys(self):
        return [key for key, _ in self._items]

    def values(self):
        return [value for _, value in self._items]

    def items(self):
        return list(self._items)

    def copy(self):
        return self._kind(self._items)

    def __eq__(self, other):
        if isinstance(other, MultiMapping):
            return [(self._fold(key), value) for key, value in self._items] == \
                [(self._fold(key), value) for key, value in other._items]
        return isinstance(other, _Mapping) and len(self) == len(other) \
            and all(self.get(key) == value for key, value in other.items())

    def __repr__(self):
        held = ", ".join(f"{key!r}: {value!r}" for key, value in self._items)
        return f"<{type(self).__name__}({held})>"


class MutableMultiMapping(MultiMapping, _MutableMapping):
    """What can be done to it."""

    def __init__(self, given=(), /, **named):
        self._items = []
        self.extend(given, **named)

    def add(self, key, value):
        self._items.append((key, value))

    def extend(self, given=(), /, **named):
        pairs = given.items() if hasattr(given, "items") else given
        self._items.extend([*pairs, *named.items()])

    def update(self, given=(), /, **named):
        pairs = [*(given.items() if hasattr(given, "items") else given), *named.items()]
        for key, _ in pairs:
            self._drop(key)
        self._items.extend(pairs)

    def _drop(self, key):
        self._items = [item for item in self._items if self._fold(item[0]) != self._fold(key)]

    def __setitem__(self, key, value):
        for place, (each, _) in enumerate(self._items):
            if self._fold(each) == self._fold(key):
                rest = [item for item in self._items[place + 1:]
                        if self._fold(item[0]) != self._fold(key)]
                self._items[place:] = [(key, value), *rest]
                return
        self._items.append((key, value))

    def __delitem__(self, key):
        self.getone(key)
        self._drop(key)

    def setdefault(self, key, default=None):
        if key not in self:
            self.add(key, default)
        return self.getone(key)

    def popone(self, key, default=_none):
        value = self.getone(key, default)
        for place, (each, _) in enumerate(self._items):
            if self._fold(each) == self._fold(key):
                del self._items[place]
                break
        return value

    pop = popone

    def popall(self, key, default=_none):
        found = self.getall(key, default)
        self._drop(key)
        return found

    def popitem(self):
        if not self._items:
            raise KeyError("empty multidict")
        return self._items.pop(0)

    def clear(self):
        self._items.clear()


class MultiDict(MutableMultiMapping):
    """A dictionary with several values to a key."""


class CIMultiDict(MutableMultiMapping):
    """The same, where the case of keys does not count."""

    _fold = staticmethod(str.lower)


class MultiDictProxy(MultiMapping):
    """A view of a dictionary that cannot be changed through it."""

    def __init__(self, held):
        self._held = held

    _items = property(lambda self: self._held._items)


class CIMultiDictProxy(MultiDictProxy):
    """The same, where the case of keys does not count."""

    _fold = staticmethod(str.lower)


MultiDict._kind = MultiDictProxy._kind = MultiDict
CIMultiDict._kind = CIMultiDictProxy._kind = CIMultiDict


def getversion(held):
    return len(held)
