"""Event loops that let any of what is ready go next, where the settings say so.

A task goes on until it waits; then the kernel says which of all that is ready goes next: a task, a
callback of the user's or of a timer (a lane of its own), or the housekeeping of the loop. Callbacks
by which the library hands results on belong to what completed them. What tells the explorer which
orders make a difference is in `_braid_portable_things`.
"""

from threading import get_ident

import _braid
import _braid_accesses
import _braid_lanes
import _braid_names
from _braid import loop_now as _now
from _braid_handles import _function, Handle, is_of_user, word
from _braid_lanes import woken_by
from _braid_names import is_stand_in
from _braid_thread import active

THREAD = -1  # what the thread of the loop does itself, first in, first out
AT_ONCE = None  # belongs to what made it ready
_CHOSEN_TIMERS = frozenset(("timeout", "as_completed"))
_OF_THREAD = frozenset(("stop", "BaseEventLoop.stop"))
POLL_NANOS = 1_000_000


def portable(standard):
    """The event loop `standard`, except for the order."""

    class Loop(standard):
        __doc__ = standard.__doc__

        def __init__(self, selector=None):
            super().__init__(selector)
            self._braid_network = _braid.thing()
            self._braid_tasks = []

        def call_soon(self, callback, *args, context=None):
            if self._is_elsewhere():
                _braid.loop_touch(self._object)
            return super().call_soon(callback, *args, context=context)

        def _is_elsewhere(self):
            return self._thread_id is not None and self._thread_id != get_ident()

        def _call_soon(self, callback, args, context):
            task = woken_by(callback)
            handle = Handle(callback, args, self, context, task)
            handle._lane = lane = self._lane_of(handle)
            self._ready.append(handle)
            is_lane = lane is not None and lane >= 0
            _braid.loop_ready(self._object, lane if is_lane else -1, word(callback))
            if lane is not None:
                _braid.loop_offer(self._object, lane)
            return handle

        def _lane_of(self, handle):
            task, callback = handle._task, handle._callback
            if task is not None:
                return _lane_of_task(task)
            name = word(callback)
            if name in _OF_THREAD and not is_of_user(callback) or _is_of_protocol(callback):
                return THREAD
            if not _is_chosen(callback, name) and not self._is_elsewhere():
                return AT_ONCE
            handle._thing = _braid.thing()
            return _braid.lane_of_callback(name, _braid.lane_key())

        def _call_at(self, when, callback, args, context):
            timer = super()._call_at(when, callback, args, context)
            name = word(callback)
            if name not in _OF_THREAD and _is_chosen(callback, name):
                timer._key, timer._thing = _braid.lane_key(), _braid.thing()
            return timer

        def _ready_timer(self, timer):
            super()._ready_timer(timer)
            if timer._key is not None:
                timer._lane = _braid.lane_of_callback(word(timer._callback), timer._key)
            elif word(timer._callback) in _OF_THREAD:
                timer._lane = THREAD
            if timer._lane is not None:
                _braid.loop_offer(self._object, timer._lane)

        def _run_once(self):
            done = self._turn()
            if self._stopping and done != "stop":
                for _ in range(len(self._ready)):
                    if self._ready:
                        self._turn()

        def _turn(self):
            """One of those that are ready goes on; gives a word for it."""
            ready = self._ready
            self._drop_cancelled()
            if ready and _braid_names.is_told:
                self._look_again()
            left = self._ready_due()
            self._do_at_once()
            if not ready and len(active) > 1:
                _braid.loop_touch(self._object)
            lane = _braid.loop_turn(self._object, -1 if ready else left)
            if lane < 0:
                return ""
            handle = self._take(THREAD if lane == _braid.current() else lane)
            if handle._thing is not None:
                self._go_on(handle, lane)
            elif not handle._cancelled:
                self._call(handle)
            self._do_at_once()
            return word(handle._callback)

        def _ready_due(self):
            """Timers whose time has come are ready; how long until the next, -1 for none."""
            scheduled = self._scheduled
            now = _now()
            while scheduled and scheduled[0][0] <= now:
                self._ready_timer(_popped(scheduled))
            return -(-(scheduled[0][0] - now) // POLL_NANOS) * POLL_NANOS if scheduled else -1

        def _take(self, lane):
            ready = self._ready
            for index, handle in enumerate(ready):
                if handle._lane == lane:
                    del ready[index]
                    if _braid_lanes.is_recording:
                        _braid.loop_take_at(self._object, index)
                    return handle
            return None

        def _do_at_once(self):
            handle = self._take(AT_ONCE)
            while handle is not None:
                if not handle._cancelled:
                    _tell_of(handle)
                    self._call(handle)
                handle = self._take(AT_ONCE)

        def _go_on(self, handle, lane):
            """A callback goes on in its lane."""
            _braid.lane_enter(lane)
            _braid.thing_touch(handle._thing, False)
            _touch_container(handle._callback)
            if not handle._cancelled:
                self._current_handle = handle
                handle._run()
                self._current_handle = None
            _braid.lane_end("")
            _braid.lane_leave()

    Loop.__name__, Loop.__qualname__ = standard.__name__, standard.__qualname__
    Loop.__module__ = standard.__module__
    return Loop


def _lane_of_task(task):
    if task._braid is None:  # it is being made
        if _braid_lanes._is_internal(task._coro):
            return THREAD
        _braid_lanes._start(task)
    return task._braid.id


def _is_chosen(callback, name):
    """Whether it matters when a callback is called: the library has its own that only hand on."""
    code = getattr(_function(callback), "__code__", None)
    path = "" if code is None else code.co_filename
    return name in _CHOSEN_TIMERS or "/asyncio/" not in path and not is_stand_in(path)


def _touch_container(callback):
    """A method of a container that the loop itself calls is an access as any other."""
    container = getattr(_function(callback), "__self__", None)
    if _braid_names.is_told and _braid_accesses.kind_of(type(container)) is not None:
        _braid_accesses.touch(container)


def _popped(scheduled):
    from heapq import heappop
    return heappop(scheduled)[2]


def _is_of_protocol(callback):
    from asyncio import BaseProtocol
    return isinstance(getattr(callback, "__self__", None), BaseProtocol)


def _tell_of(handle):
    """A callback by which the library hands a result on: of some the first one decides."""
    name, callback = word(handle._callback), handle._callback
    if name == "gather" and _has_failed(handle._args[0]):
        _touch(_closed_over(callback, "outer"))
    elif name == "TaskGroup" and _has_failed(handle._args[0]):
        _touch(callback.__self__)
    elif name == "wait" and handle._args:
        when = _closed_over(callback, "return_when")
        if when == "FIRST_COMPLETED" or when == "FIRST_EXCEPTION" and _has_failed(handle._args[0]):
            _touch(_closed_over(callback, "waiter"))


def _has_failed(future):
    return future._state == "CANCELLED" or future._exception is not None


def _touch(thing):
    number = getattr(thing, "_braid_thing", None)
    if number is not None:
        _braid.thing_touch(number, True)


def _closed_over(function, name):
    """What a function of the library sees of the one around it."""
    names = getattr(getattr(function, "__code__", None), "co_freevars", ())
    return function.__closure__[names.index(name)].cell_contents if name in names else None
