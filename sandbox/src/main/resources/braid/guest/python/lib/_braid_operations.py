"""Operations of tasks on the locks, events and queues of `asyncio`, as steps of their lanes.

The standard classes keep the rules; a `Mirror` beside each object knows how it looks. Read
`_braid_awaiting` next, which puts the two together.
"""

from asyncio.exceptions import CancelledError

import _braid
import _braid_lanes
from _braid_labels import label
from _braid_lanes import note, present

SHOWN_MAX = 32


class Mirror:
    """The object of the run that stands for one of the program's."""

    __slots__ = ("id", "thing", "waiting", "owner", "lock", "arrived", "putting")

    def __init__(self, thing, number):
        self.id = number
        self.thing = thing
        self.waiting = []
        self.owner = -1


class LockMirror(Mirror):
    def tell(self):
        _braid.tell_lock(self.id, self.owner, self.waiting[:SHOWN_MAX])


class SemaphoreMirror(Mirror):
    def tell(self):
        _braid.tell_semaphore(self.id, self.thing._value, self.waiting[:SHOWN_MAX])


class EventMirror(Mirror):
    def tell(self):
        _braid.tell_event(self.id, self.thing._value, self.waiting[:SHOWN_MAX])


class ConditionMirror(Mirror):
    def tell(self):
        _braid.tell_condition(self.id, self.lock.id if self.lock is not None else -1,
                              self.waiting[:SHOWN_MAX])


class BarrierMirror(Mirror):
    def tell(self):
        _braid.tell_barrier(self.id, self.waiting[:SHOWN_MAX], self.thing.broken)


class QueueMirror(Mirror):
    def tell(self):
        queue = self.thing
        held = getattr(queue, "_queue", ())
        _braid.tell_queue(self.id, (queue.qsize(), queue._unfinished_tasks), self._items(held),
                          self.putting[:SHOWN_MAX], self.waiting[:SHOWN_MAX])

    def _items(self, held):
        try:
            if type(held) is list:
                from asyncio import LifoQueue
                held = reversed(held) if isinstance(self.thing, LifoQueue) else \
                    sorted(held) if len(held) <= SHOWN_MAX else held
            return [label(item) for item, _ in zip(held, range(SHOWN_MAX))]
        except TypeError:
            return []


class Operation:
    """What a task is doing on an object, from asking for it until it has happened."""

    __slots__ = ("word", "mirror", "text", "line", "outer", "line_of", "stage")

    def __init__(self, word, mirror, text=""):
        self.word = word
        self.mirror = mirror
        self.text = text
        self.line_of = mirror.waiting
        self.stage = 0

    def begin(self, lane):
        self.outer = lane.operation
        lane.operation = self

    def block(self, lane):
        """The task has come to wait."""
        if lane.id not in self.line_of:
            self.line_of.append(lane.id)
            self.tell()
            _braid.lane_block(self.word, self.mirror.id, self.text)

    def tell(self):
        if _braid_lanes.is_recording:
            self.mirror.tell()

    def end(self, lane):
        lane.operation = self.outer
        if lane.id in self.line_of:
            self.line_of.remove(lane.id)

    def done(self, lane, word, outcome="done"):
        """It has happened, or never will."""
        self.end(lane)
        self.tell()
        note(word, self.mirror.id, self.text, outcome)


class Waiting(Operation):
    """Waiting for a notify, then for the condition's lock."""

    __slots__ = ()

    def block(self, lane):
        lock = self.mirror.lock
        if self.stage == 0:
            super().block(lane)
        elif lock is not None and lane.id not in lock.waiting:
            lock.waiting.append(lane.id)
            lock.tell()
            _braid.lane_block("acquire", lock.id, "")

    def end(self, lane):
        super().end(lane)
        lock = self.mirror.lock
        if lock is not None and lane.id in lock.waiting:
            lock.waiting.remove(lane.id)

    def tell(self):
        super().tell()
        if self.mirror.lock is not None and _braid_lanes.is_recording:
            self.mirror.lock.tell()


async def perform(operation, lane, coroutine, word=None, before=None):
    """Awaits what the standard class does for `operation`, and says what came of it."""
    operation.begin(lane)
    try:
        result = await coroutine
    except CancelledError:
        operation.done(lane, operation.word, "cancelled")
        raise
    except BaseException:
        operation.done(lane, operation.word, "error")
        raise
    if before is not None:
        before()
    if word == "":
        operation.end(lane)
        operation.tell()
    else:
        operation.done(lane, word or operation.word)
    return result


def act(mirror, word, text, function, *args):
    """Does at once what the standard class does for `word`, and says what came of it."""
    if mirror is None:
        return function(*args)
    try:
        result = function(*args)
    except Exception as error:
        mirror.tell()
        note(word, mirror.id, text, "failed" if type(error).__name__ in _FULL else "error")
        raise
    if _braid_lanes.is_recording:
        mirror.tell()
    note(word, mirror.id, text)
    return result


_FULL = ("QueueFull", "QueueEmpty")
