"""A dictionary that does not care for capital letters."""

from collections.abc import MutableMapping as _MutableMapping


class CaseInsensitiveDict(_MutableMapping):
    """Header fields by name, in any spelling."""

    def __init__(self, data=None, **kwargs):
        self._store = {}
        self.update(data or {}, **kwargs)

    def __setitem__(self, key, value):
        self._store[key.lower()] = (key, value)

    def __getitem__(self, key):
        return self._store[key.lower()][1]

    def __delitem__(self, key):
        del self._store[key.lower()]

    def __iter__(self):
        return (key for key, _ in self._store.values())

    def __len__(self):
        return len(self._store)

    def __eq__(self, other):
        return {key.lower(): value for key, value in self.items()} \
            == {key.lower(): value for key, value in dict(other).items()}

    def copy(self):
        return CaseInsensitiveDict(self._store.values())

    def lower_items(self):
        return ((key, held[1]) for key, held in self._store.items())

    def __repr__(self):
        return str(dict(self.items()))
