"""Stand-in for `concurrent.futures.thread`: the backlog of a pool is a queue of the kernel.

Submitting a call is one step (it is put into the backlog), taking it on is one; workers are
threads with the names CPython gives them.
"""

import os as _os
import threading as _threading
from collections import deque as _deque

import _braid
from _braid_futures import call_text as _call_text, critical as _critical, name_for as _name_for
from _braid_names import made as _made
from _braid_seconds import FOREVER
from concurrent.futures import _base

_STOP = "stop"
_REFUSED = object()  # in the place of a call that came when the pool had been shut down


_number = 0


def _next_name():
    global _number
    _braid.names_touch()
    _number += 1
    return f"ThreadPoolExecutor-{_number - 1}"


class _WorkItem:
    """A call to be made, and the future of its outcome."""

    __slots__ = ("future", "fn", "args", "kwargs")

    def __init__(self, future, fn, args, kwargs):
        self.future, self.fn, self.args, self.kwargs = future, fn, args, kwargs

    def run(self):
        if not self.future.set_running_or_notify_cancel():
            return
        try:
            result = self.fn(*self.args, **self.kwargs)
        except BaseException as error:
            self.future.set_exception(error)
            self = None
        else:
            self.future.set_result(result)


class BrokenThreadPool(_base.BrokenExecutor):
    """A worker of the pool could not be initialized."""


class ThreadPoolExecutor(_base.Executor):
    """Calls functions in threads of its own, at most `max_workers` at a time."""

    def __init__(self, max_workers=None, thread_name_prefix="", initializer=None, initargs=()):
        if max_workers is None:
            max_workers = min(32, (_os.cpu_count() or 1) + 4)
        if max_workers <= 0:
            raise ValueError("max_workers must be greater than 0")
        if initializer is not None and not callable(initializer):
            raise TypeError("initializer must be a callable")
        self._max_workers = max_workers
        self._initializer, self._initargs = initializer, initargs
        self._thread_name_prefix = thread_name_prefix or _next_name()
        self._threads = set()
        self._broken = self._shutdown = False
        self._idle = self._left = 0
        name, line = _made("ThreadPoolExecutor", ("ThreadPoolExecutor",))
        if not name or name.startswith("threadpoolexecutor at "):
            name = self._thread_name_prefix
        self._backlog = _deque()
        self._thing = _braid.thing()
        self._id = _braid.channel("fifo", 0, name, line)
        if not _threading._SHUTTING_DOWN:
            _threading._register_atexit(self._exit)

    def submit(self, fn, /, *args, **kwargs):
        """Has a worker call `fn`; returns the future of its outcome."""
        if self._broken or self._shutdown:
            _braid.look()
            self._check()
        if _threading._SHUTTING_DOWN:
            raise RuntimeError("cannot schedule new futures after interpreter shutdown")
        text = _call_text(fn, args, kwargs)
        future = _base.Future.__new__(_base.Future)
        future._begin(*_name_for(text))
        _braid.put(self._id, text, FOREVER)
        try:
            self._check()
        except RuntimeError:
            self._backlog.append(_REFUSED)
            raise
        self._backlog.append(_WorkItem(future, fn, args, kwargs))
        self._adjust_thread_count()
        return future

    def _check(self):
        """Whether it takes calls, which nobody can change now."""
        _braid.thing_touch(self._thing, False)
        if self._broken:
            raise BrokenThreadPool(self._broken)
        if self._shutdown:
            raise RuntimeError("cannot schedule new futures after shutdown")

    def _put(self, item, text):
        _braid.put(self._id, text, FOREVER)
        self._backlog.append(item)

    def _take(self, limit):
        return _braid.get(self._id, limit)

    def _adjust_thread_count(self):
        if self._idle > 0:
            self._idle -= 1
        elif len(self._threads) < self._max_workers:
            name = f"{self._thread_name_prefix or self}_{len(self._threads)}"
            worker = _threading.Thread(name=name, target=self._worker)
            self._left += 1
            self._threads.add(worker)
            worker.start()

    def _worker(self):
        initializer, initargs = self._initializer, self._initargs
        if initializer is not None:
            try:
                initializer(*initargs)
            except BaseException:
                _critical("Exception in initializer:", exc_info=True)
                self._initializer_failed()
                return
        try:
            while True:
                if not self._backlog:
                    self._idle += 1
                _braid.get(self._id, FOREVER)
                item = self._backlog.popleft()
                if item is None:
                    break
                if item is not _REFUSED:
                    item.run()
                del item
        except BaseException:
            _critical("Exception in worker", exc_info=True)
        self._left -= 1
        if self._left:
            self._put(None, _STOP)

    def _initializer_failed(self):
        self._left -= 1
        _braid.thing_touch(self._thing, True)
        self._broken = "A thread initializer failed, the thread pool is not usable anymore"
        for item in self._drained():
            item.future.set_exception(BrokenThreadPool(self._broken))

    def _drained(self):
        """Takes out all calls that nobody has begun."""
        items = []
        while self._backlog and _braid.get(self._id, 0):
            item = self._backlog.popleft()
            if item not in (None, _REFUSED):
                items.append(item)
        return items

    def shutdown(self, wait=True, *, cancel_futures=False):
        """Takes no further calls, and waits for those it has, unless told otherwise."""
        _braid.look()
        _braid.thing_touch(self._thing, True)
        is_first, self._shutdown = not self._shutdown, True
        if cancel_futures:
            for item in self._drained():
                item.future.cancel()
                item.future.set_running_or_notify_cancel()
        if self._left and (is_first or cancel_futures):
            self._put(None, _STOP)
        if wait:
            for worker in list(self._threads):
                while not worker._started.is_set():
                    _braid.sleep(0)  # whoever submits has it, and is about to start it
                worker.join()

    def _exit(self):
        """The end of the interpreter: the workers finish what they have."""
        self.shutdown()


def __getattr__(name):
    if name == "_threads_queues":
        return {}
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
