"""The tasks of `asyncio` as lanes: when they start, run, wait, are cancelled and end.

The standard `asyncio.tasks` calls a function when a task is made, begins a step and ends it; these
are ours, and do what they always did besides.
"""

import atexit
from contextlib import nullcontext

import _braid
from _braid_names import line_of_traceback
from _braid_task_words import (callback_of, check_pending, code_name, failure, formatted, kind_of,
                               name_of, seen, source_of, text_of)

is_recording = True
at_conclusion = []  # called with the loop that is closed, or None at the end of the program
_reasons = []
_unasked = {}
_standard = {}


class Lane:
    """What is known of a task besides: its number, what it waits for, the operation it is in."""

    __slots__ = ("id", "name", "operation", "waits", "is_thrown", "outer")

    def __init__(self, number, name):
        self.id = number
        self.name = name
        self.operation = None
        self.waits = None
        self.is_thrown = False
        self.outer = -1


def note(word, target, text="", outcome="done"):
    """A step of what runs now, which has happened already."""
    global is_recording
    is_recording = _braid.lane_note(word, target, text, outcome)


def present():
    """The lane of the task that runs, None outside of tasks."""
    try:
        return getattr(_standard["current_task"](), "_braid", None)
    except RuntimeError:
        return None


def woken_by(callback):
    """The task that `callback` lets go on, if that is all it does."""
    return callback.__self__ if getattr(callback, "__func__", None) in _steps else None


def gives_way(handle):
    """Whether a task goes on that has not waited for anything."""
    task = handle._task
    step = getattr(handle._callback, "__func__", None)
    return task is not None and step is type(task)._Task__step


_steps = set()
_INTERNAL = frozenset(("shutdown_asyncgens", "shutdown_default_executor", "_noop",
                       "_read_stream", "_feed_stdin"))


def _start(task):
    name = name_of(task)
    task._braid = Lane(_braid.lane_start(name), name)
    _unasked[task._braid.id] = task


def _is_internal(coroutine):
    """Whether it is housekeeping of the library's, which has no lane."""
    return code_name(coroutine) in _INTERNAL and "/asyncio/" in coroutine.cr_code.co_filename


def _register(task):
    _standard["register"](task)
    if task._braid is None and not _is_internal(task._coro):
        _start(task)


def _enter(loop, task):
    _standard["enter"](loop, task)
    _begin(task)


def _begin(task):
    lane = task._braid
    if lane is None:
        return
    _braid.lane_enter(lane.id)
    waits, lane.waits = lane.waits, None
    is_thrown, lane.is_thrown = lane.is_thrown, False
    if waits is not None:
        word, target, text, future = waits
        waiting = future._braid_waiting
        if waiting is not None and lane.id in waiting:
            waiting.remove(lane.id)
            _tell(future)
        is_cancelled = is_thrown or future._state == "CANCELLED"
        note(word, target, text, "cancelled" if is_cancelled and word != "join" else "done")


def _begin_eagerly(task):
    """An eager task begins at once, within another, which goes on afterwards."""
    _standard["register_eager"](task)
    outer = _braid.lane()
    _start(task)
    task._braid.outer = -1 if outer == _braid.current() else outer
    _begin(task)


def _end_eagerly(task):
    _end(task._loop, task)
    _braid.lane_enter(task._braid.outer)
    _standard["unregister_eager"](task)


def _leave(loop, task):
    _end(loop, task)
    _standard["leave"](loop, task)


def _end(loop, task):
    lane = task._braid
    if lane is None:
        return
    if task._state != "PENDING":
        _braid.lane_end(failure(task))
        if not task._Future__log_traceback:
            _unasked.pop(lane.id, None)
    elif task._fut_waiter is None:
        note("sleep", -1, "0")
    elif lane.operation is not None:
        lane.operation.block(lane)
    else:
        _wait(lane, task, task._fut_waiter)
    _braid.lane_leave()


def _wait(lane, task, future):
    """The lane waits for a future that no operation of ours is about."""
    other = getattr(future, "_braid", None)
    if other is not None:
        lane.waits = ("join", other.id, "", future)
        _braid.lane_join(other.id)
    elif future._braid_due is not None:
        nanos, due, *request = future._braid_due
        if request:
            lane.waits = ("request", -1, f"{nanos} {request[0]}", future)
            _braid.lane_request(request[0], nanos, due)
        else:
            lane.waits = ("sleep", -1, str(nanos), future)
            _braid.lane_sleep(nanos, due)
    else:
        _show(future, task)
        future._braid_waiting.append(lane.id)
        _tell(future)
        lane.waits = ("result", future._braid_object, "", future)
        _braid.lane_block("result", future._braid_object, "")


def _show(future, task=None, name="", line=0):
    """Makes a future an object of the run."""
    if future._braid_object is None:
        name = name or future._braid_name or kind_of(future, task)
        future._braid_object = _braid.mirror_future(name, line)
        future._braid_waiting = []


def _tell(future):
    if is_recording:
        _braid.tell_future(future._braid_object, *seen(future), future._braid_waiting)


def _completed(future):
    if future._braid_object is not None and future._braid is None:
        _tell(future)
        status, shown = seen(future)
        note("fail" if status == "failed" else "complete", future._braid_object, shown)


def because(reason, function):
    """The function, with `reason` given for the tasks it cancels."""
    def doing(*args, **kwargs):
        _reasons.append(reason)
        try:
            return function(*args, **kwargs)
        finally:
            _reasons.pop()
    doing.__name__, doing.__qualname__ = function.__name__, function.__qualname__
    return doing


def conclude(loop=None):
    """Says of tasks that nobody will ask any more why they failed, or that they never ended."""
    for call in at_conclusion:
        call(loop)
    for number, task in list(_unasked.items()):
        if loop is not None and task._loop is not loop:
            continue
        error = task._exception
        is_pending = task._state == "PENDING"
        if is_pending and loop is not None:
            continue
        del _unasked[number]
        if error is not None and task._Future__log_traceback:
            _braid.lane_unasked(number if number >= 0 else _braid.lane(), type(error).__name__,
                                text_of(error), line_of_traceback(error.__traceback__))
        _conclude_one(task, is_pending)


def _conclude_one(task, is_pending):
    """What CPython says when nothing refers to a future or task any more."""
    if is_pending and task._log_destroy_pending:
        task._loop.call_exception_handler(
            {"task": task, "message": "Task was destroyed but it is pending!"})
    elif task._exception is not None and task._Future__log_traceback:
        task._Future__log_traceback = False
        task._loop.call_exception_handler({
            "message": f"{type(task).__name__} exception was never retrieved",
            "exception": task._exception, "future": task})


def dress():
    """Has the tasks and futures of `asyncio` tell what they do."""
    from asyncio import coroutines, events, futures, mixins, runners, taskgroups, tasks, timeouts
    from asyncio import format_helpers as helpers
    task, future = tasks.Task, futures.Future
    _steps.update((task._Task__step, task._Task__wakeup))
    _standard.update(
        Task=task, current_task=tasks.current_task, register=tasks._register_task,
        enter=tasks._enter_task, leave=tasks._leave_task,
        register_eager=tasks._register_eager_task, unregister_eager=tasks._unregister_eager_task)
    tasks._register_task, tasks._enter_task, tasks._leave_task = _register, _enter, _leave
    tasks._register_eager_task, tasks._unregister_eager_task = _begin_eagerly, _end_eagerly
    future._braid = future._braid_object = future._braid_waiting = None
    future._braid_due = future._braid_name = None
    del task.__del__, future.__del__
    _dress_task(task)
    _dress_future(future)
    timeouts.Timeout._on_timeout = because("timeout", timeouts.Timeout._on_timeout)
    taskgroups.TaskGroup._abort = because("TaskGroup", taskgroups.TaskGroup._abort)
    runners._cancel_all_tasks = because("asyncio.run ends", runners._cancel_all_tasks)
    events._lock = mixins._global_lock = nullcontext()  # none can come between
    helpers._get_function_source = source_of(helpers._get_function_source)
    helpers._format_callback_source = callback_of(helpers._format_callback_source)
    standard = coroutines._format_coroutine
    coroutines._format_coroutine = lambda coroutine: formatted(standard(coroutine), coroutine)
    atexit.register(conclude)


def _dress_task(task):
    cancel, rename = task.cancel, task.set_name

    def cancel_(self, msg=None):
        did = cancel(self, msg)
        lane = self._braid
        if lane is not None:
            lane.is_thrown = lane.is_thrown or self._must_cancel
            if did:
                reason = msg if msg is not None else _reasons[-1] if _reasons else ""
                note("cancel", lane.id, str(reason))
        return did

    def set_name(self, value):
        rename(self, value)
        if self._braid is not None:
            self._braid.name = name_of(self)
            _braid.rename(self._braid.id, self._braid.name)

    _put(task, "cancel", cancel_)
    _put(task, "set_name", set_name)


def _dress_future(future):
    set_result, set_exception, cancel = future.set_result, future.set_exception, future.cancel

    def set_result_(self, result):
        check_pending(self)
        set_result(self, result)
        if self._braid_object is not None:
            _completed(self)

    def set_exception_(self, exception):
        check_pending(self)
        set_exception(self, exception)
        if self._braid is None:
            _unasked[-id(self)] = self
        if self._braid_object is not None:
            _completed(self)

    def cancel_(self, msg=None):
        did = cancel(self, msg)
        if did and self._braid_object is not None:
            _tell(self)
        return did

    _put(future, "set_result", set_result_)
    _put(future, "set_exception", set_exception_)
    _put(future, "cancel", cancel_)


def _put(kind, name, function):
    standard = getattr(kind, name)
    function.__name__, function.__qualname__ = name, standard.__qualname__
    function.__doc__, function.__module__ = standard.__doc__, standard.__module__
    setattr(kind, name, function)
