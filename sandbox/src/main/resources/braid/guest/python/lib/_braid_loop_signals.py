"""Handlers of signals that belong to an event loop: the loop calls them when it comes round.

Source of the behaviour: the documentation of Python 3.12's `asyncio`, "Unix signals". Signals come
from the program itself, by `signal.raise_signal` and `os.kill`.
"""

import signal

_handlers = {}


def add(loop, sig, callback, args):
    """Has the loop call `callback` when the signal comes."""
    _check(sig)
    if sig in (signal.SIGKILL, signal.SIGSTOP):
        raise RuntimeError(f"sig {sig} cannot be caught")
    _handlers[loop, sig] = callback
    try:
        signal.signal(sig, lambda *_: loop.call_soon_threadsafe(callback, *args))
    except ValueError as error:
        raise RuntimeError(str(error)) from None


def remove(loop, sig):
    """Takes that back; whether there was something to take back."""
    _check(sig)
    if _handlers.pop((loop, sig), None) is None:
        return False
    signal.signal(sig, signal.default_int_handler if sig == signal.SIGINT else signal.SIG_DFL)
    return True


def _check(sig):
    if not isinstance(sig, int):
        raise TypeError(f"sig must be an int, not {sig!r}")
    if sig not in signal.valid_signals():
        raise ValueError(f"invalid signal number {sig}")
