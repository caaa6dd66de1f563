"""Random numbers where memory is told.

A generator that nobody has seeded has a stream for each task, so what a task draws does not depend
on who has drawn before. One that has been seeded gives CPython's numbers, one after another: each
draw is an access of all of it. Read `_braid_accesses` first.
"""

from functools import wraps
import sys

import _braid
import _braid_chance
from _braid_accesses import all_of, ATOMIC_READ, ATOMIC_WRITE, own
from _braid_worlds import RANDOM_METHODS

_unseeded = {}  # generators, their numbers, and the streams of their tasks
_made = {}
_drawing_tasks = set()


def begin():
    """Where the program has imported `random`, its generators are told from now on."""
    random = sys.modules.get("random")
    if random is None or _is_told(random):
        return
    of = random.Random
    for name in RANDOM_METHODS:
        method = getattr(of, name)
        setattr(of, name, _seeding(method) if name == "seed" else _drawing(name, method))
        if getattr(getattr(random, name), "__self__", None) is random._inst:
            setattr(random, name, getattr(random._inst, name))
    again()


def _is_told(random):
    return hasattr(random.Random.seed, "__wrapped__")


def again():
    """The next execution: the module's own generator is one that nobody has seeded."""
    _unseeded.clear()
    _made.clear()
    _drawing_tasks.clear()
    random = sys.modules.get("random")
    if random is not None and _is_told(random):
        _unseeded[id(random._inst)] = random._inst, _braid_chance.FIRST, {}


def _number():
    """Of a generator: which of its task's it is."""
    task = _braid.current()
    _made[task] = count = _made.get(task, -1) + 1
    return _braid_chance.NEXT + task * 1_000_003 + count


def _tell(generator, access):
    is_first = generator is sys.modules["random"]._inst
    all_of(own(generator, "random" if is_first else type(generator).__name__), access, 0)


def _tell_draw(generator):
    """Others may seed it while they go first."""
    while True:
        is_unseeded = id(generator) in _unseeded
        _tell(generator, ATOMIC_READ if is_unseeded else ATOMIC_WRITE)
        if (id(generator) in _unseeded) == is_unseeded:
            return


def _seeding(inner):
    @wraps(inner)
    def seed(self, a=None, version=2):
        random = sys.modules["random"]
        if not isinstance(self, random.SystemRandom):
            _tell(self, ATOMIC_WRITE)
            if a is None and type(self) is random.Random:
                _unseeded[id(self)] = self, _number(), {}
            else:
                _unseeded.pop(id(self), None)
        return inner(self, a, version)
    return seed


def _drawing(name, inner):
    @wraps(inner)
    def draw(self, *args, **kwargs):
        task = _braid.current()
        if task in _drawing_tasks or isinstance(self, sys.modules["random"].SystemRandom):
            return inner(self, *args, **kwargs)
        if name == "setstate":
            _tell(self, ATOMIC_WRITE)
            _unseeded.pop(id(self), None)
        else:
            _tell_draw(self)
        _drawing_tasks.add(task)
        try:
            return inner(_stream(self, task), *args, **kwargs)
        finally:
            _drawing_tasks.discard(task)
    return draw


def _stream(generator, task):
    """What the task draws from."""
    if id(generator) not in _unseeded:
        return generator
    _, number, streams = _unseeded[id(generator)]
    if task not in streams:
        of = sys.modules["random"].Random
        stream = streams[task] = of.__new__(of)
        of.seed.__wrapped__(stream, _braid_chance.seed_of(task, number))
    return streams[task]
