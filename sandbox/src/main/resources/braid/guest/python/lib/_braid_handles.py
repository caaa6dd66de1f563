"""What an event loop has ready and scheduled: its handles, and words for them."""

from asyncio import events
from contextvars import copy_context

from _braid import thing_touch
from _braid_names import is_users

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

    __slots__ = ("_task", "_lane", "_thing")

    def __init__(self, callback, args, loop, context, task):
        self._context = copy_context() if context is None else context
        self._loop = loop
        self._callback = callback
        self._args = args
        self._cancelled = False
        self._repr = None
        self._source_traceback = None
        self._task = task
        self._lane = self._thing = None
        if loop._debug:
            self._source_traceback = _stack()


class Timer(events.TimerHandle):
    """A callback to call at `_due`, in nanoseconds of the run; `_turn` is its number."""

    __slots__ = ("_task", "_due", "_turn", "_word", "_lane", "_thing", "_key")

    def __init__(self, when, callback, args, loop, context=None):
        self._context = copy_context() if context is None else context
        self._loop = loop
        self._callback = callback
        self._args = args
        self._cancelled = False
        self._repr = None
        self._source_traceback = None
        self._task = None
        self._when = when
        self._scheduled = False
        self._word = ""
        self._lane = self._thing = self._key = None
        if loop._debug:
            self._source_traceback = _stack()


def _cancel(standard):
    def cancel(self):
        if self._thing is not None:
            thing_touch(self._thing, True)
        standard(self)
    return cancel


Handle.cancel = _cancel(events.Handle.cancel)
Timer.cancel = _cancel(events.TimerHandle.cancel)
for _kind in (Handle, Timer):
    _kind.__module__ = "asyncio.events"
Timer.__name__ = Timer.__qualname__ = "TimerHandle"


def _stack():
    """Where a handle was made, for debug mode."""
    from asyncio import format_helpers
    import sys
    return format_helpers.extract_stack(sys._getframe(3))


def _function(callback):
    """The function behind a callback, whatever it is wrapped in."""
    for _ in range(8):
        inner = getattr(callback, "func", None) or getattr(callback, "__func__", None)
        if inner is None:
            break
        callback = inner
    return callback


def word(callback):
    """A few letters for what a callback does."""
    function = _function(callback)
    name = getattr(function, "__qualname__", None) or type(callback).__name__
    return _WORDS.get(name) or name.rpartition("<locals>.")[2]


def is_of_user(callback):
    """Whether a callback is written in the user's file."""
    code = getattr(_function(callback), "__code__", None)
    return code is not None and is_users(code.co_filename)
