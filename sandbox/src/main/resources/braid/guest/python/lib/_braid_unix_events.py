"""Stand-in for `asyncio.unix_events`: the event loop of a program, on the run's virtual clock.

The loop itself is the standard `BaseEventLoop`; its waiting is the kernel's, so other threads run
meanwhile, and what it has ready and scheduled is shown as an object.
"""

import heapq
from threading import get_ident

import _braid
import _braid_lanes
from _braid_names import made
from _braid_handles import Handle, Timer, call, shown

from . import base_events, events, futures, tasks
from _braid_streams import Network

__all__ = ("SelectorEventLoop", "AbstractChildWatcher", "SafeChildWatcher", "FastChildWatcher",
           "PidfdChildWatcher", "MultiLoopChildWatcher", "ThreadedChildWatcher",
           "DefaultEventLoopPolicy")

SECOND_NANOS = 1_000_000_000
UPTIME_NANOS = 100_000 * SECOND_NANOS
_wake_sleeper = futures._set_result_unless_cancelled


class _UnixSelectorEventLoop(Network, base_events.BaseEventLoop):
    """The event loop: first in, first out; timers of the same time in the order they were set."""

    def __init__(self, selector=None):
        super().__init__()
        name, line = made("loop")
        self._object = _braid.loop(name or "event loop", line)
        self._has_changed = True
        self._target = None

    def call_later(self, delay, callback, *args, context=None):
        if delay is None:
            raise TypeError("delay must not be None")
        timer = self.call_at(self.time() + delay, callback, *args, context=context)
        if callback is _wake_sleeper:
            args[0]._braid_due = (round(delay * SECOND_NANOS), timer._due)
        return timer

    def call_at(self, when, callback, *args, context=None):
        if when is None:
            raise TypeError("when cannot be None")
        self._check_closed()
        if self._debug:
            self._check_thread()
            self._check_callback(callback, "call_at")
        timer = Timer(when, callback, args, self, context)
        timer._due = round(when * SECOND_NANOS) - UPTIME_NANOS
        heapq.heappush(self._scheduled, timer)
        timer._scheduled = True
        self._has_changed = True
        return timer

    def _call_soon(self, callback, args, context):
        handle = Handle(callback, args, self, context)
        handle._task = _braid_lanes.woken_by(callback)
        self._ready.append(handle)
        self._has_changed = True
        return handle

    def _write_to_self(self):
        if self._thread_id is not None and self._thread_id != get_ident():
            self._tell()
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
        self._tell()
        if lane is None:
            _braid.lane_block("await", self._object, "")
        else:
            _braid.lane_join(lane.id)
        try:
            super().run_forever()
        finally:
            self._tell()
            word, target = ("await", self._object) if lane is None else ("join", lane.id)
            _braid.lane_note(word, target, "", "done")

    def _run_once(self):
        ready, scheduled = self._ready, self._scheduled
        self._drop_cancelled()
        if not ready and not self._stopping:
            scheduled = self._scheduled
            if not scheduled:
                _braid.loop_idle(self._object, -1)
            else:
                left = scheduled[0]._due - _braid.now()
                if left > 0:
                    _braid.loop_idle(self._object, left)
        if scheduled:
            self._ready_timers(_braid.now())
        for _ in range(len(ready)):
            handle = ready.popleft()
            if not handle._cancelled:
                self._has_changed = True
                self._current_handle = handle
                if handle._task is not None:
                    handle._run()
                else:
                    call(self, handle)
        self._current_handle = handle = None

    def _drop_cancelled(self):
        scheduled = self._scheduled
        if len(scheduled) > 100 and self._timer_cancelled_count * 2 > len(scheduled):
            for timer in scheduled:
                timer._scheduled = not timer._cancelled
            self._scheduled = [timer for timer in scheduled if timer._scheduled]
            heapq.heapify(self._scheduled)
            self._timer_cancelled_count = 0
            self._has_changed = True
            return
        while scheduled and scheduled[0]._cancelled:
            self._timer_cancelled_count -= 1
            heapq.heappop(scheduled)._scheduled = False
            self._has_changed = True

    def _ready_timers(self, now):
        scheduled = self._scheduled
        while scheduled and scheduled[0]._due <= now:
            timer = heapq.heappop(scheduled)
            timer._scheduled = False
            self._ready.append(timer)
            self._has_changed = True

    def _tell(self):
        """Has the loop's next step show how it looks."""
        if self._has_changed and _braid_lanes.is_recording:
            self._has_changed = False
            _braid.tell_loop(self._object, *shown(self._ready, self._scheduled))

    def _process_events(self, event_list):
        pass

    def close(self):
        is_open = not self._closed
        super().close()
        if is_open:
            _braid_lanes.conclude(self)
            self._has_changed = True
            self._tell()

    def __del__(self):
        pass

    def add_signal_handler(self, sig, callback, *args):
        raise NotImplementedError(
            "signal handlers cannot be modelled: Braid delivers no signals")

    def remove_signal_handler(self, sig):
        return False


SelectorEventLoop = _UnixSelectorEventLoop


class AbstractChildWatcher:
    """Nothing: the loop itself hears of the end of its processes."""

    def attach_loop(self, loop):
        pass

    def close(self):
        pass

    def is_active(self):
        return True

    def __enter__(self):
        return self

    def __exit__(self, *_):
        pass


class SafeChildWatcher(AbstractChildWatcher):
    pass


class FastChildWatcher(AbstractChildWatcher):
    pass


class PidfdChildWatcher(AbstractChildWatcher):
    pass


class MultiLoopChildWatcher(AbstractChildWatcher):
    pass


class ThreadedChildWatcher(AbstractChildWatcher):
    pass


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
