"""Signals that the program's processes send each other and themselves.

A process keeps what it does when a signal comes. Its main thread does that as soon as it goes on,
also in the middle of waiting, as CPython's does between two instructions; what nobody handles ends
the process. Signals that are blocked, or waited for, are kept until they are asked for.
"""

import sys

import _braid
import _braid_processes as processes
import _braid_worlds as worlds
from _braid_seconds import FOREVER

SIGINT, SIGPIPE = 2, 13
DEFAULT, IGNORE = 0, 1
UNSTOPPABLE = (9, 19)
_HARMLESS = (17, 18, 23, 28)
_SHOWN = "a signal"


def default_int_handler(signalnum, frame, /):
    """What Ctrl-C does unless the program says otherwise."""
    raise KeyboardInterrupt


class Desk:
    """What one process does with signals."""

    def __init__(self):
        self.handlers = {SIGINT: default_int_handler, SIGPIPE: IGNORE}
        self.blocked = set()
        self.pending = set()
        self.awaited = []
        self.pauses = []

    def keeps(self, number):
        """Whether a signal waits until somebody asks for it."""
        return number in self.blocked or any(number in numbers for numbers, _ in self.awaited)


def desk():
    """That of the present process."""
    return worlds.state("signals", Desk)


def is_taken(task, number, tell):
    """Hands a signal to a process, whose main thread is told by `tell`; False where it ends by
    it."""
    if number in UNSTOPPABLE:
        return False
    if not processes.is_python(task):
        return number in _HARMLESS
    its = worlds.state_of(task, "signals", Desk)
    if its.keeps(number):
        its.pending.add(number)
        for numbers, flag in list(its.awaited):
            if number in numbers:
                _braid.raise_(flag)
        return True
    handler = its.handlers.get(number, DEFAULT)
    if callable(handler):
        _tell(task, number, tell)
        return True
    return handler == IGNORE or number in _HARMLESS


def simulate(number):
    """As if a signal had come, where the present process handles it; else nothing."""
    if callable(desk().handlers.get(number, DEFAULT)):
        _tell(_braid.process(), number, _braid.call_soon)


def raise_here(number):
    """A signal for the present thread, which rouses no other that waits."""
    own = _braid.process()
    if not is_taken(own, number, _braid.call_soon):
        processes.end_by(own, number)


def _tell(task, number, tell):
    if _braid.current() == task:
        _handle(number)
    else:
        name = processes.SIGNALS.get(number, f"signal {number}")
        tell(task, name, lambda: _handle(number))


def _handle(number):
    """Calls the handler, on the main thread of the process."""
    own = desk()
    handler = own.handlers.get(number, DEFAULT)
    if callable(handler):
        handler(number, sys._getframe(1))
    for flag in own.pauses:
        _braid.raise_(flag)


def pause():
    """Waits until a handler has been called."""
    flag, pauses = _braid.flag(_SHOWN, _braid.line()), desk().pauses
    pauses.append(flag)
    try:
        _braid.await_(flag, FOREVER)
    finally:
        pauses.remove(flag)


def awaited(numbers, limit):
    """The number of a signal out of these, taken from those pending; None when the time is over."""
    own = desk()
    end = None if limit == FOREVER else _braid.now() + limit
    while not numbers & own.pending:
        left = FOREVER if end is None else end - _braid.now()
        if end is not None and left <= 0:
            return None
        entry = numbers, _braid.flag(_SHOWN, _braid.line())
        own.awaited.append(entry)
        try:
            _braid.await_(entry[1], left)
        finally:
            own.awaited.remove(entry)
    number = min(numbers & own.pending)
    own.pending.discard(number)
    return number
