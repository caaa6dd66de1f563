"""The process of a manager: it keeps objects, and others have their methods called there.

The caller's task does the work in the server's world, which nobody else touches meanwhile: what
CPython does by a message there and one back is one step here, at the price of the messages.
"""

import _braid
import _braid_worlds as worlds
from _braid_labels import label
from _braid_pickling import dumps, loads

CALL_NANOS = 60_000  # a message there and one back

_servers = {}


class Server:
    """The objects of one manager, by number."""

    def __init__(self, name):
        self.ready = _braid.flag(f"{name} is ready", _braid.line())
        self.stop = _braid.flag(f"{name} is asked to stop", _braid.line())
        self.objects = {}
        self.cells = {}
        self.process = -1
        self.key = self.ready
        _servers[self.key] = self

    def add(self, make, data, name, line):
        """Makes an object in the server, from pickled arguments; gives its number."""
        self.check()
        _braid.remote_call(CALL_NANOS)
        with worlds.inside(self.process):
            args, kwargs = loads(data)
            held = make(*args, **kwargs)
            shown = _shown(held)
        number = _braid.cell(name, line, shown)
        self.objects[number] = held
        return number

    def check(self):
        if self.process < 0 or not _braid.alive(self.process):
            raise FileNotFoundError(2, "No such file or directory")

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
                answer = dumps(outcome)
            except Exception as error:
                error.__traceback__ = None
                answer = dumps((False, error))
            after = _shown(held)
        if after != before:
            _braid.wrote(number, after)
        else:
            _braid.saw(number, after)
        return answer


def server(key):
    return _servers[key]


def _sent(value):
    return list(value) if type(value) in _VIEWS else value


_VIEWS = (type({}.keys()), type({}.values()), type({}.items()))


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
