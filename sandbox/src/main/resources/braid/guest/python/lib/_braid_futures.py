"""What the pools and futures of `concurrent.futures` and `multiprocessing` share.

Names and short texts for calls, and waiting for some of many futures.
"""

import _braid
from _braid_labels import label as _label
from _braid_names import line as _line, made as _made

ARGUMENTS_MAX = 3
_UNNAMED = "future at line "
MAKERS = ("Future", "submit", "apply_async", "map_async", "starmap_async")


def call_text(function, args, kwargs=()):
    """`square(3)`: a call in a few words."""
    name = getattr(function, "__name__", None) or type(function).__name__
    if not isinstance(args, (tuple, list)):  # the worker will say so
        args = ()
    parts = [_label(value) for value in args[:ARGUMENTS_MAX]]
    if len(args) > ARGUMENTS_MAX:
        parts.append("…")
    parts.extend(f"{key}={_label(kwargs[key])}" for key in kwargs)
    return f"{name}({', '.join(parts)})"


def name_for(text):
    """(name, line) of a future: what the program calls it, or else what it stands for."""
    name, line = _made("Future", MAKERS)
    return (text if text and (not name or name.startswith(_UNNAMED)) else name), line


def shown(outcome):
    """How a value or an error is shown."""
    if isinstance(outcome, BaseException):
        try:
            message = str(outcome)
        except Exception:
            message = ""
        kind = type(outcome).__name__
        return f"{kind}: {_without_addresses(message)}"[:80] if message else kind
    return _label(outcome)


def _without_addresses(text):
    """Addresses differ from run to run, and a trace must not."""
    first, *rest = text.split(" at 0x")
    return first + "".join(" at …" + part.lstrip("0123456789abcdef") for part in rest)


def log_error(message, *args):
    """Logging is imported only by programs in which something goes wrong."""
    import logging
    logging.getLogger("concurrent.futures").exception(message, *args)


def critical(message, *args, **kwargs):
    import logging
    logging.getLogger("concurrent.futures").critical(message, *args, **kwargs)


def given_away(futures):
    """The futures in their order, each kept no longer than it is asked for."""
    futures.reverse()
    while futures:
        yield futures.pop()


class Inside:
    """A future's condition, for who ends the future from outside: notifying tells the kernel."""

    def __init__(self, future):
        self._future = future

    def __enter__(self):
        return self

    def __exit__(self, *_):
        pass

    def notify_all(self):
        if self._future.done():
            _braid.complete(self._future._id, "done", "")


class Waiting:
    """Somebody waits until `count` of these futures have ended, or one has failed."""

    def __init__(self, futures, count, word, stops_at_error=False):
        self._futures = dict.fromkeys(futures)
        self._thing = _braid.thing()
        self._flag = _braid.flag(f"{word} at line {_line()}", _line()) if self._futures else -1
        self._count = count
        self._stops_at_error = stops_at_error
        self._is_ordered = stops_at_error or count < len(self._futures)
        self._ended = []
        for future in self._futures:
            future._waiters.append(self)

    def ended(self, future):
        """Called where a future ends, by whoever ends it."""
        if self._is_ordered:
            _braid.thing_touch(self._thing, True)
        self._ended.append(future)
        is_error = self._stops_at_error and future._exception is not None
        if len(self._ended) == self._count or is_error:
            _braid.raise_(self._flag)

    def take(self, limit):
        """Waits, and gives those that have ended."""
        _braid.await_(self._flag, limit)
        self._see()
        ended, self._ended = self._ended, []
        return ended

    def take_next(self, limit):
        """As above, but may be called again for those that end later."""
        if not self._ended and _braid.await_(self._flag, limit):
            _braid.lower(self._flag)
        self._see()
        ended, self._ended = self._ended, []
        for future in ended:
            del self._futures[future]
        return ended

    def _see(self):
        if self._is_ordered:
            _braid.thing_touch(self._thing, False)

    def leave(self):
        for future in self._futures:
            if self in future._waiters:
                future._waiters.remove(self)
