"""What an event loop has ready and scheduled: its handles, their words, and calling them."""

from asyncio import events
from itertools import islice

import _braid
from _braid_names import is_users

SHOWN_MAX = 12
TIMERS_SORTED_MAX = 64
_WORDS = {
    "_set_result_unless_cancelled": "sleep", "Timeout._on_timeout": "timeout",
    "gather.<locals>._done_callback": "gather", "_wait.<locals>._on_completion": "wait",
    "_release_waiter": "wait", "as_completed.<locals>._on_completion": "as_completed",
    "as_completed.<locals>._on_timeout": "as_completed", "_run_until_complete_cb": "stop",
    "shield.<locals>._inner_done_callback": "shield", "TaskGroup._on_task_done": "TaskGroup",
    "shield.<locals>._outer_done_callback": "shield",
    "_chain_future.<locals>._set_state": "result of a thread",
    "_chain_future.<locals>._call_check_cancel": "result of a thread",
}


class Handle(events.Handle):
    """A callback to call; `_task` is the task it lets go on, if that is all it does."""

    __slots__ = ("_task",)


class Timer(events.TimerHandle):
    """A callback to call at `_due`, in nanoseconds of the run."""

    __slots__ = ("_task", "_due", "_turn")
    _turns = 0

    def __init__(self, when, callback, args, loop, context=None):
        super().__init__(when, callback, args, loop, context)
        self._task = None
        Timer._turns = self._turn = Timer._turns + 1

    def __lt__(self, other):
        if isinstance(other, Timer) and self._when == other._when:
            return self._turn < other._turn
        return super().__lt__(other)

    __hash__ = events.TimerHandle.__hash__


for _kind in (Handle, Timer):
    _kind.__module__ = "asyncio.events"
Timer.__name__ = Timer.__qualname__ = "TimerHandle"


def _function(callback):
    """The function behind a callback, whatever it is wrapped in."""
    for _ in range(8):
        inner = getattr(callback, "func", None) or getattr(callback, "__func__", None)
        if inner is None:
            break
        callback = inner
    return callback


def word(handle):
    """A few letters for what a handle does."""
    task = handle._task
    if task is not None:
        return task._braid.name if task._braid is not None else task._name
    callback = handle._callback
    if callback is None:
        return "cancelled"
    function = _function(callback)
    name = getattr(function, "__qualname__", None) or type(callback).__name__
    return _WORDS.get(name) or name.rpartition("<locals>.")[2]


def shown(ready, scheduled):
    """What the picture shows of a loop: counts, the first ones ready, the soonest timers."""
    first = [word(handle) for handle in islice(ready, SHOWN_MAX) if not handle._cancelled]
    if len(scheduled) > TIMERS_SORTED_MAX:
        soonest = scheduled[:1]
    else:
        soonest = sorted(timer for timer in scheduled if not timer._cancelled)[:SHOWN_MAX]
    timers = []
    for timer in soonest:
        timers += (word(timer), timer._due)
    return len(ready), first, len(scheduled), timers


def call(loop, handle):
    """Runs a callback that is no task's: a step if it is the user's, or lets a task go on."""
    name = word(handle)
    code = getattr(_function(handle._callback), "__code__", None)
    if code is not None and is_users(code.co_filename):
        loop._tell()
        _braid.loop_call(loop._object, name, False)
    handle._run()
    loop._tell()
    _braid.loop_call(loop._object, name, True)
