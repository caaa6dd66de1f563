"""Stand-in for `asyncio.unix_events`: the event loop of a program, on the run's virtual clock.

The loop itself is the standard `BaseEventLoop`; its waiting is the kernel's, so other threads run
meanwhile, and what it has ready and scheduled is shown as an object.
"""

from heapq import heapify, heappop, heappush
from sys import _getframe, modules
from threading import get_ident
from time import monotonic

import _braid
import _braid_lanes
import _braid_names
from _braid import loop_now as _now
from _braid_handles import Handle, Timer, is_of_user, word
from _braid_lanes import gives_way, woken_by
from _braid_names import is_users, made

from . import base_events, events, futures, tasks
from _braid_streams import Network
from _braid_watchers import (AbstractChildWatcher, FastChildWatcher, MultiLoopChildWatcher,
                             PidfdChildWatcher, SafeChildWatcher, ThreadedChildWatcher)

__all__ = ("SelectorEventLoop", "AbstractChildWatcher", "SafeChildWatcher", "FastChildWatcher",
           "PidfdChildWatcher", "MultiLoopChildWatcher", "ThreadedChildWatcher",
           "DefaultEventLoopPolicy")

SECOND_NANOS = 1_000_000_000
POLL_NANOS = 1_000_000
UPTIME_NANOS = 100_000 * SECOND_NANOS
_wake_sleeper = futures._set_result_unless_cancelled


class _UnixSelectorEventLoop(Network, base_events.BaseEventLoop):
    """The event loop: first in, first out; timers of the same time in the order they were set."""

    def __init__(self, selector=None):
        super().__init__()
        name, line = made("loop")
        self._object = _braid.loop(name or "event loop", line)
        if "logging" in modules:
            base_events.logger.debug("Using selector: %s", "EpollSelector")
        self._turns = self._looks = 0
        self._target = None

    def create_future(self):
        future = futures.Future(loop=self)
        if _braid_lanes.is_recording and is_users(_getframe(1).f_code.co_filename):
            _braid_lanes._show(future, None, *made("future"))
        return future

    def run_in_executor(self, executor, func, *args):
        future = super().run_in_executor(executor, func, *args)
        future._braid_name = f"{word(_of_thread(func))}()"
        return future

    def call_soon(self, callback, *args, context=None):
        if self._closed or self._debug:
            self._check(callback, "call_soon")
            self._check_thread()
        return self._call_soon(callback, args, context)

    def _check(self, callback, method):
        self._check_closed()
        if self._debug:
            self._check_callback(callback, method)

    def _call_soon(self, callback, args, context):
        task = woken_by(callback)
        handle = Handle(callback, args, self, context, task)
        if _braid_names.is_told:
            _braid.loop_touch(self._object)
        self._ready.append(handle)
        if task is not None and task._braid is not None:
            _braid.loop_ready(self._object, task._braid.id, "")
        elif _braid_lanes.is_recording:
            _braid.loop_ready(self._object, -1, word(callback) if task is None else task._name)
        return handle

    def call_soon_threadsafe(self, callback, *args, context=None):
        self._check(callback, "call_soon_threadsafe")
        handle = self._call_soon(callback, args, context)
        self._write_to_self()
        return handle

    def call_later(self, delay, callback, *args, context=None):
        if delay is None:
            raise TypeError("delay must not be None")
        when = (UPTIME_NANOS + _now()) / SECOND_NANOS + delay
        timer = self._call_at(when, callback, args, context)
        if callback is _wake_sleeper:
            args[0]._braid_due = (round(delay * SECOND_NANOS), timer._due)
        return timer

    def call_at(self, when, callback, *args, context=None):
        if when is None:
            raise TypeError("when cannot be None")
        return self._call_at(when, callback, args, context)

    def _call_at(self, when, callback, args, context):
        if self._closed or self._debug:
            self._check(callback, "call_at")
            self._check_thread()
        timer = Timer(when, callback, args, self, context)
        due = timer._due = round(when * SECOND_NANOS) - UPTIME_NANOS
        turn = self._turns = timer._turn = self._turns + 1
        heappush(self._scheduled, (due, turn, timer))
        timer._scheduled = True
        if _braid_lanes.is_recording:
            timer._word = "sleep" if callback is _wake_sleeper else word(callback)
            _braid.loop_schedule(self._object, timer._word, due, turn)
        return timer

    def _timer_handle_cancelled(self, timer):
        if timer._scheduled:
            self._timer_cancelled_count += 1
            _braid.loop_unschedule(self._object, timer._due, timer._turn)

    def _write_to_self(self):
        if self._thread_id is not None and self._thread_id != get_ident():
            _braid.loop_notify(self._object)

    def run_until_complete(self, future):
        self._check_closed()
        self._check_running()
        is_new = not futures.isfuture(future)
        future = tasks.ensure_future(future, loop=self)
        if is_new:
            future._log_destroy_pending = False
        self._target = future
        try:
            return super().run_until_complete(future)
        except BaseException:
            if is_new and future.done() and not future.cancelled():
                future.exception()
            raise
        finally:
            self._target = None

    def run_forever(self):
        self._check_closed()
        self._check_running()
        lane = getattr(self._target, "_braid", None)
        if lane is None and isinstance(self._target, tasks.Task):
            super().run_forever()  # a task of the library's own
            return
        if lane is None:
            _braid.lane_block("await", self._object, "")
        else:
            _braid.lane_join(lane.id)
        try:
            super().run_forever()
        finally:
            action, target = ("await", self._object) if lane is None else ("join", lane.id)
            _braid.lane_note(action, target, "", "done")

    def _run_once(self):
        ready = self._ready
        is_told = _braid_names.is_told
        if is_told:
            _braid.loop_touch(self._object)
        self._drop_cancelled()
        scheduled = self._scheduled
        if not ready and not self._stopping:
            if not scheduled:
                _braid.loop_idle(self._object, -1)
            else:
                left = scheduled[0][0] - _now()
                if left > 0:  # in whole milliseconds, as a selector waits
                    _braid.loop_idle(self._object, -(-left // POLL_NANOS) * POLL_NANOS)
            if is_told:
                _braid.loop_touch(self._object)
        elif is_told:
            self._look_again()
        if scheduled:
            now = _now()
            while scheduled and scheduled[0][0] <= now:
                self._ready_timer(heappop(scheduled)[2])
        loop, is_recording = self._object, _braid_lanes.is_recording
        for _ in range(len(ready)):
            handle = ready.popleft()
            if is_recording:
                _braid.loop_take(loop)
            if handle._cancelled:
                continue
            if self._debug or handle._task is None:
                self._call(handle)
            else:
                handle._run()
        handle = None

    def _look_again(self):
        """Where only time is waited for, it passes for those who sleep for 0 seconds until then."""
        self._looks = self._looks + 1 if all(map(gives_way, self._ready)) else 0
        _braid.looked_in_vain(self._looks, len(self._scheduled) > 0)

    def _drop_cancelled(self):
        scheduled = self._scheduled
        if len(scheduled) > 100 and self._timer_cancelled_count * 2 > len(scheduled):
            for _, _, timer in scheduled:
                timer._scheduled = not timer._cancelled
            self._scheduled = [entry for entry in scheduled if entry[2]._scheduled]
            heapify(self._scheduled)
            self._timer_cancelled_count = 0
            return
        while scheduled and scheduled[0][2]._cancelled:
            self._timer_cancelled_count -= 1
            heappop(scheduled)[2]._scheduled = False

    def _ready_timer(self, timer):
        timer._scheduled = False
        self._ready.append(timer)
        if _braid_lanes.is_recording:
            _braid.loop_unschedule(self._object, timer._due, timer._turn)
            _braid.loop_ready(self._object, -1, timer._word or word(timer._callback))

    def _call(self, handle):
        """Runs a callback: a step if it is the user's, or lets a task go on."""
        started = monotonic() if self._debug else 0
        callback = handle._callback
        if handle._task is not None:
            handle._run()
        elif callback is _wake_sleeper:
            handle._run()
            _braid.loop_call(self._object, "sleep", True)
        else:
            if is_of_user(callback):
                _braid.loop_call(self._object, word(callback), False)
            self._current_handle = handle
            handle._run()
            self._current_handle = None
            _braid.loop_call(self._object, word(callback), True)
        if self._debug and monotonic() - started >= self.slow_callback_duration:
            base_events.logger.warning("Executing %s took %.3f seconds",
                                       base_events._format_handle(handle), monotonic() - started)

    async def _make_subprocess_transport(self, protocol, args, shell, stdin, stdout, stderr,
                                         bufsize, extra=None, **options):
        import _braid_async_processes
        options.update(shell=shell, stdin=stdin, stdout=stdout, stderr=stderr, bufsize=bufsize,
                       extra=extra)
        return await _braid_async_processes.start(self, protocol, args, options)

    def _process_events(self, event_list):
        pass

    def close(self):
        is_open = not self._closed
        super().close()
        if is_open:
            _braid_lanes.conclude(self)

    def __del__(self):
        pass

    def add_signal_handler(self, sig, callback, *args):
        import _braid_loop_signals
        _braid_loop_signals.add(self, sig, callback, args)

    def remove_signal_handler(self, sig):
        import _braid_loop_signals
        return _braid_loop_signals.remove(self, sig)


def _of_thread(func):
    """The function that `to_thread` has wrapped, or the one that was given."""
    inside = getattr(func, "args", None)
    return inside[0] if inside and getattr(func.func, "__name__", "") == "run" else func


if _braid.is_portable():
    from _braid_portable import portable
    _UnixSelectorEventLoop = portable(_UnixSelectorEventLoop)
SelectorEventLoop = _UnixSelectorEventLoop


class _UnixDefaultEventLoopPolicy(events.BaseDefaultEventLoopPolicy):
    """Makes the loops of a program."""

    _loop_factory = _UnixSelectorEventLoop
    _watcher = None

    def get_child_watcher(self):
        if self._watcher is None:
            self._watcher = ThreadedChildWatcher()
        return self._watcher

    def set_child_watcher(self, watcher):
        self._watcher = watcher


DefaultEventLoopPolicy = _UnixDefaultEventLoopPolicy
