"""What a manager gives out: proxies for objects in its process.

Source of the behaviour: the documentation of Python 3.12's `multiprocessing.managers`.
"""

import _braid_server as servers
from _braid_pickling import dumps, loads


class BaseProxy:
    """Has its methods called on an object in the server."""

    __module__ = "multiprocessing.managers"

    def __init__(self, server, typeid, number):
        object.__setattr__(self, "_server_key", server)
        object.__setattr__(self, "_typeid", typeid)
        object.__setattr__(self, "_number", number)

    def _callmethod(self, methodname, args=(), kwds={}):
        server = servers.server(self._server_key)
        typeid = server.typeid_of(self._typeid, methodname)
        if typeid is not None:
            number = server.keep(self._number, methodname, dumps((args, kwds)), typeid)
            return (server.registry[typeid].proxy or AutoProxy)(self._server_key, typeid, number)
        is_value, outcome = loads(server.call(self._number, methodname, dumps((args, kwds))))
        if is_value:
            return outcome
        raise outcome

    def _getvalue(self):
        return servers.server(self._server_key).copy_of(self._number)

    def __reduce__(self):
        kind = type(self)
        exposed = getattr(self, "_exposed_", None) if kind.__name__.startswith("AutoProxy") else None
        return rebuilt, (None if exposed else kind, exposed, self._server_key, self._typeid,
                         self._number)

    def __deepcopy__(self, memo):
        return self._getvalue()

    def __hash__(self):
        return self._number

    def __repr__(self):
        return f"<{type(self).__name__} object, typeid {self._typeid!r} at {id(self):#x}>"

    def __str__(self):
        return repr(self._getvalue())


def rebuilt(kind, exposed, server, typeid, number):
    return (kind or auto_proxy_type(typeid, exposed))(server, typeid, number)


def _forwarding(name):
    def method(self, /, *args, **kwds):
        return self._callmethod(name, args, kwds)
    method.__name__ = name
    return method


def proxy_type(name, exposed):
    """A class of proxies that forwards these methods."""
    members = {method: _forwarding(method) for method in exposed}
    members.update(__module__="multiprocessing.managers", _exposed_=tuple(exposed))
    return type(name, (BaseProxy,), members)


_auto_types = {}


def auto_proxy_type(typeid, exposed):
    key = typeid, tuple(exposed)
    if key not in _auto_types:
        _auto_types[key] = proxy_type(f"AutoProxy[{typeid}]", exposed)
    return _auto_types[key]


def AutoProxy(server, typeid, number):
    held = servers.server(server).objects[number]
    exposed = [name for name in dir(held)
               if not name.startswith("_") and callable(getattr(held, name))]
    exposed += [name for name in servers.server(server).registry[typeid].methods
                if name not in exposed]
    return auto_proxy_type(typeid, exposed)(server, typeid, number)


def make_proxy(server, typeid, make, kind, exposed, args, kwds, name_line):
    """Makes an object in the server, and the proxy for it."""
    if make is None:
        raise TypeError(f"{typeid} is registered without a callable")
    name, line = name_line
    number = server.add(make, dumps((args, kwds)), name, line)
    if kind is not None:
        return kind(server.key, typeid, number)
    if exposed:
        exposed = [*exposed, *(name for name in server.registry[typeid].methods
                               if name not in exposed)]
        return auto_proxy_type(typeid, exposed)(server.key, typeid, number)
    return AutoProxy(server.key, typeid, number)


class ListProxy(proxy_type("BaseListProxy", (
        "__add__", "__contains__", "__delitem__", "__getitem__", "__len__", "__mul__",
        "__reversed__", "__rmul__", "__setitem__", "append", "count", "extend", "index", "insert",
        "pop", "remove", "reverse", "sort", "__imul__"))):
    """A proxy for a list."""

    __module__ = "multiprocessing.managers"

    def __iadd__(self, value):
        self._callmethod("extend", (value,))
        return self

    def __imul__(self, value):
        self._callmethod("__imul__", (value,))
        return self


class DictProxy(proxy_type("BaseDictProxy", (
        "__contains__", "__delitem__", "__getitem__", "__len__", "__setitem__", "clear", "copy",
        "get", "items", "keys", "pop", "popitem", "setdefault", "update", "values"))):
    """A proxy for a dictionary."""

    __module__ = "multiprocessing.managers"

    _method_to_typeid_ = {"__iter__": "Iterator"}

    def __iter__(self):
        return self._callmethod("__iter__")


class IteratorProxy(proxy_type("BaseIteratorProxy", ("__next__", "send", "throw", "close"))):
    """A proxy for an iterator."""

    __module__ = "multiprocessing.managers"

    def __iter__(self):
        return self


class ArrayProxy(proxy_type("BaseArrayProxy", ("__len__", "__getitem__", "__setitem__"))):
    """A proxy for an array."""

    __module__ = "multiprocessing.managers"


class ValueProxy(proxy_type("BaseValueProxy", ("get", "set"))):
    """A proxy for a value."""

    __module__ = "multiprocessing.managers"

    @property
    def value(self):
        return self.get()

    @value.setter
    def value(self, value):
        self.set(value)


class NamespaceProxy(BaseProxy):
    """A proxy whose attributes are those of an object in the server."""

    __module__ = "multiprocessing.managers"

    def __getattr__(self, key):
        if key.startswith("_"):
            return object.__getattribute__(self, key)
        return self._callmethod("__getattribute__", (key,))

    def __setattr__(self, key, value):
        if key.startswith("_"):
            object.__setattr__(self, key, value)
        else:
            self._callmethod("__setattr__", (key, value))

    def __delattr__(self, key):
        self._callmethod("__delattr__", (key,))
