"""The process of a manager: it keeps objects, and others have their methods called there.

The caller's task does the work in the server's world, which nobody else touches meanwhile: what
CPython does by a message there and one back is one step here, at the price of the messages.
"""

import _braid
import _braid_worlds as worlds
from _braid_labels import label
from _braid_listeners import refusal
from _braid_pickling import dumps, loads

CALL_NANOS = 60_000  # a message there and one back

_servers = {}
_served = {}  # by address


class Server:
    """The objects of one manager, by number."""

    def __init__(self, name, registry, address, authkey):
        self.ready = _braid.flag(f"{name} is ready", _braid.line())
        self.stop = _braid.flag(f"{name} is asked to stop", _braid.line())
        self.objects = {}
        self.things = {}  # by the same number: what changes with an object
        self.sources = {}  # of an iterator, say: the object that it is an iterator over
        self.process = -1
        self.key = self.ready
        self.registry, self.authkey = registry, authkey
        self.address = address or f"/tmp/pymp-manager-{self.key}/listener"
        _servers[self.key] = self

    def begin(self, process):
        """From now on the objects live in this process, and others find it at the address."""
        before = _served.get(self.address)
        if before is not None and _braid.alive(before.process):
            raise OSError(98, "Address already in use")
        _braid.raise_(self.ready)
        self.process = process
        _served[self.address] = self

    def end(self):
        _served.pop(self.address, None)
        _braid.raise_(self.stop)

    def serve_forever(self):
        """Answers in the present process until it is told to stop."""
        import sys
        self.begin(_braid.process())
        _braid.await_(self.stop, -1)
        sys.exit(0)

    def add(self, make, data, name, line):
        """Makes an object in the server, from pickled arguments; gives its number."""
        self.check()
        _braid.remote_call(CALL_NANOS)
        with worlds.inside(self.process):
            args, kwargs = loads(data)
            held = make(*args, **kwargs)
            shown = _shown(held)
        number = _braid.cell(name, line, shown)
        self.objects[number], self.things[number] = held, _braid.thing()
        return number

    def _see(self, number):
        _braid.see(number)
        _braid.thing_touch(self.things[number], False)

    def copy_of(self, number):
        _braid.look()
        self._see(number)
        return loads(dumps(self.objects[number]))

    def keep(self, number, method, data, typeid):
        """Calls a method there and keeps its value as an object; gives the number of that."""
        def make(*args, **kwargs):
            return getattr(self.objects[number], method)(*args, **kwargs)
        kept = self.add(make, data, typeid, _braid.line())
        self._touch(number, method)
        self.sources[kept] = number
        return kept

    def _touch(self, number, method):
        """Tells what the shown form of an object does not: a method may have changed the rest."""
        is_change = not _only_looks(self.objects[number], method)
        _braid.thing_touch(self.things[number], is_change)

    def typeid_of(self, typeid, method):
        """What the value of a method is kept as; None where it is passed on."""
        entry = self.registry.get(typeid)
        return entry.methods.get(method) if entry is not None else None

    def check(self):
        if self.process < 0 or not _braid.alive(self.process):
            raise refusal("AF_INET" if isinstance(self.address, tuple) else "AF_UNIX")

    def call(self, number, method, data):
        """Calls a method there; gives its pickled value."""
        self.check()
        _braid.remote_call(CALL_NANOS)
        before = after = ""
        with worlds.inside(self.process):
            held = self.objects[number]
            before = _shown(held)
            try:
                args, kwargs = loads(data)
                outcome = True, _sent(getattr(held, method)(*args, **kwargs))
                worlds.enter(self.process)  # the method may have waited, and others run
                answer = dumps(outcome)
            except Exception as error:
                error.__traceback__ = None
                answer = dumps((False, error))
            after = _shown(held)
        if after != before:
            _braid.wrote(number, after)
        else:
            _braid.saw(number, after)
            self._touch(number, method)
        if number in self.sources:
            self._see(self.sources[number])
        return answer


def server(key):
    return _servers[key]


def found(address):
    """The server at an address; raises the error of a connection that nobody accepts."""
    _braid.look()
    for server in _servers.values():
        if server.address == address:
            _braid.see(server.ready)
    serving = _served.get(address)
    if serving is None or not _braid.alive(serving.process):
        raise refusal("AF_INET" if isinstance(address, tuple) else "AF_UNIX")
    return serving


def _only_looks(held, method):
    """Whether a method that has left the shown form of an object as it was did so to all of it."""
    return method in _LOOKS and type(held).__name__ in _OF_LIBRARY


def _sent(value):
    return list(value) if type(value) in _VIEWS else value


_VIEWS = (type({}.keys()), type({}.values()), type({}.items()))
_OF_LIBRARY = frozenset(("list", "dict", "array", "Namespace", "Value"))
_LOOKS = frozenset((
    "__add__", "__contains__", "__getattribute__", "__getitem__", "__iter__", "__len__", "__mul__",
    "__repr__", "__reversed__", "__rmul__", "__str__", "copy", "count", "get", "index", "items",
    "keys", "values"))


def _shown(held):
    if type(held) in (list, dict):
        return label(held)
    inside = getattr(held, "__dict__", None)
    if type(held).__name__ == "Namespace" and inside is not None:
        return label(dict(inside))
    if type(held).__name__ == "Value":
        return label(held.get())
    if type(held).__name__ == "array":
        return label(held.tolist())
    return f"<{type(held).__name__}>"
