"""The caches of `functools` where memory is told: who calls finds what others have put in.

Looking a call's arguments up is an access of that entry. Where it is missing, putting the result in
is another, after the function was called: others may have called it meanwhile, as in CPython. Read
`_braid_accesses` first.
"""

import functools
from sys import _getframe

import _braid
from _braid_accesses import all_of, ATOMIC_READ, ATOMIC_WRITE, attribute, OWNER, own, value
from _braid_labels import label

_USERS = ("__main__", "__mp_main__")
_PLAIN = functools._lru_cache_wrapper
_plain_property = functools.cached_property.__init__


def begin():
    """What the program decorates from now on is told."""
    functools._lru_cache_wrapper = Cache
    functools.cached_property.__init__ = _decorate


def _is_users(function):
    return getattr(function, "__module__", "") in _USERS


class Cache(_PLAIN):
    """What `lru_cache` and `cache` make of a function of the user's."""

    def __new__(cls, function, maxsize, typed, info):
        if maxsize == 0 or not _is_users(function):
            return _PLAIN(function, maxsize, typed, info)

        def put(*args, **kwargs):
            result = function(*args, **kwargs)
            if _access(self, args, kwargs, ATOMIC_WRITE):
                value(result)
            return result
        self = super().__new__(cls, put, maxsize, typed, info)
        own(self, f"cache of {function.__name__}")
        return self

    def __call__(self, /, *args, **kwargs):
        if _access(self, args, kwargs, ATOMIC_READ):
            _braid.memory_value("…")
        return super().__call__(*args, **kwargs)

    def cache_info(self):
        all_of(own(self, "cache"), ATOMIC_READ, 0)
        return super().cache_info()

    def cache_clear(self):
        all_of(own(self, "cache"), ATOMIC_WRITE, 0)
        super().cache_clear()


Cache.__name__ = Cache.__qualname__ = _PLAIN.__name__
Cache.__module__ = _PLAIN.__module__


def _access(cache, args, kwargs, access):
    parts = own(cache, "cache")
    shown = [*map(label, args), *(f"{name}={label(each)}" for name, each in kwargs.items())]
    entry = f"[{', '.join(shown)}]"
    place = parts.get(entry)
    if place is None:
        place = parts[entry] = _braid.memory_place(parts[OWNER], entry)
    return _braid.memory_access(place, access, 0)


def _decorate(self, func):
    """A `cached_property` writes the attribute that whoever gets it has read, at the same line."""
    def put(instance):
        result = func(instance)
        if attribute(instance, self.attrname, True, _getframe(2).f_lineno):
            value(result)
        return result
    _plain_property(self, func)
    if _is_users(func):
        self.func = put
