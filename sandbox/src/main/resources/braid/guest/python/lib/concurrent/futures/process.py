"""Stand-in for `concurrent.futures.process`: a pool whose workers are processes.

Calls and values cross as pickles; the backlog is a queue of the kernel, as in `thread`. A worker
ends the future of its call itself; callbacks are called by a thread of the pool's home.
"""

import os as _os
import threading as _threading
from collections import deque as _deque
from functools import partial as _partial

import _braid
import _braid_pickling as _pickling
import _braid_processes as _processes
import _braid_worlds as _worlds
from _braid_call_queue import (Call as _Call, CallItem as _CallItem, CallQueue as _CallQueue,
                               Future as _Future)
from _braid_futures import (call_text as _call_text, critical as _critical, name_for as _name_for)
from _braid_names import made as _made
from _braid_remote import _ExceptionWithTraceback, _RemoteTraceback
from concurrent.futures import _base

_STOP = "stop"
_MAX_WINDOWS_WORKERS = 61
EXTRA_QUEUED_CALLS = 1
_pools = {}
_ABRUPT = ("A process in the process pool was terminated abruptly while the future was running or "
           "pending.")
_NO_MORE = ("A child process terminated abruptly, the process pool is not usable anymore")


class BrokenProcessPool(_base.BrokenExecutor):
    """A worker of the pool ended in the middle of its work."""


def _check_system_limits():
    """The machine has as many semaphores as anybody asks for."""


def _process_chunk(fn, chunk):
    return [fn(*args) for args in chunk]


def _process_worker(channel, initializer, initargs, max_tasks):
    """The main function of a worker."""
    pool = _pools[channel]
    if initializer is not None:
        try:
            initializer(*initargs)
        except BaseException:
            _critical("Exception in initializer:", exc_info=True)
            pool._break(_ABRUPT)
            return
    completed = 0
    while max_tasks is None or completed < max_tasks:
        item = pool._take()
        if item is None:
            pool._leave()
            return
        if not pool._calls.begin(item):
            continue
        try:
            call_item = _Call(*_pickling.loads(item.data))
            r = call_item.fn(*call_item.args, **call_item.kwargs)
        except BaseException as error:
            pool._report(item.future, False, _ExceptionWithTraceback(error, error.__traceback__))
        else:
            pool._report(item.future, True, r)
        completed += 1
    pool._retire()


class ProcessPoolExecutor(_base.Executor):
    """Calls functions in processes of its own, at most `max_workers` at a time."""

    def __init__(self, max_workers=None, mp_context=None, initializer=None, initargs=(), *,
                 max_tasks_per_child=None):
        if max_workers is None:
            max_workers = _os.cpu_count() or 1
        elif max_workers <= 0:
            raise ValueError("max_workers must be greater than 0")
        if mp_context is None:
            import multiprocessing
            mp_context = multiprocessing.get_context()
        if initializer is not None and not callable(initializer):
            raise TypeError("initializer must be a callable")
        if max_tasks_per_child is not None:
            if not isinstance(max_tasks_per_child, int):
                raise TypeError("max_tasks_per_child must be an integer")
            if max_tasks_per_child <= 0:
                raise ValueError("max_tasks_per_child must be >= 1")
        self._mp_context = mp_context
        self._max_workers = max_workers
        self._arguments = (initializer, initargs, max_tasks_per_child)
        self._processes = {}
        self._pending = {}
        self._changes = _braid.thing()
        self._broken = self._shutdown_thread = False
        self._idle = self._left = 0
        self._handler = None
        name, line = _made("ProcessPoolExecutor", ("ProcessPoolExecutor",))
        if not name or name.startswith("processpoolexecutor at "):
            name = "ProcessPoolExecutor"
        self._name, self._home = name, _worlds.here.process
        self._backlog, self._calls = _deque(), _CallQueue(max_workers)
        self._id = _braid.channel("fifo", 0, name, line)
        _pools[self._id] = self
        if not _threading._SHUTTING_DOWN:
            _threading._register_atexit(self.shutdown)

    def submit(self, fn, /, *args, **kwargs):
        """Has a worker call `fn`; returns the future of its outcome."""
        return self._submit(fn, args, kwargs, _call_text(fn, args, kwargs))

    def _submit(self, fn, args, kwargs, text):
        _braid.look()
        _braid.thing_touch(self._changes, False)
        if self._broken:
            raise BrokenProcessPool(self._broken)
        if self._shutdown_thread:
            raise RuntimeError("cannot schedule new futures after shutdown")
        if _threading._SHUTTING_DOWN:
            raise RuntimeError("cannot schedule new futures after interpreter shutdown")
        future = _Future.__new__(_Future)
        future._pool = self
        future._begin(*_name_for(text))
        try:
            data = _pickling.dumps((fn, args, kwargs))
        except Exception as error:
            self._fail_to_send(future, error)
            if not self._idle:
                self._adjust_process_count()
            return future
        self._pending[future] = True
        item = _CallItem(future, data)
        self._put(item, text)
        self._calls.add(item)
        self._adjust_process_count()
        return future

    def _fail_to_send(self, future, error):
        import traceback
        text = "".join(traceback.format_exception(type(error), error, error.__traceback__))
        error.__cause__ = _RemoteTraceback(f'\n"""\n{text}"""')
        future.set_running_or_notify_cancel()
        future.set_exception(error)

    def _put(self, item, text):
        _braid.put(self._id, text, -1)
        self._backlog.append(item)

    def _take(self):
        _braid.see(self._id)
        if not self._backlog:
            self._idle += 1
        _braid.get(self._id, -1)
        return self._backlog.popleft()

    def _adjust_process_count(self):
        if self._idle > 0:
            self._idle -= 1
        elif not self._broken and len(self._processes) < self._max_workers:
            self._add_worker()

    def _add_worker(self):
        worker = self._mp_context.Process(target=_process_worker,
                                          args=(self._id, *self._arguments))
        self._left += 1
        try:
            worker.start()
        except BaseException:
            self._left -= 1
            raise
        self._processes[worker.pid] = worker
        _processes.when_ended(worker._popen.sentinel, lambda: self._ended(worker))
        if self._broken:
            _processes.kill_from_home(self._home, worker._popen.sentinel)

    def _ended(self, worker):
        """A worker has ended; if it was to go on, the pool is broken."""
        task = worker._popen.sentinel
        if self._processes.pop(worker.pid, None) is None:
            return
        if _processes.raw_exit_code(task) != 0 and not self._broken:
            self._break(_ABRUPT, _processes.bootstrap_error(task))

    def _break(self, text, error=None):
        _braid.thing_touch(self._changes, True)
        self._broken = _NO_MORE
        for future in list(self._pending):
            self._pending.pop(future, None)
            broken = BrokenProcessPool(text)
            broken.__cause__ = error
            try:
                future.set_exception(broken)
            except _base.InvalidStateError:
                continue  # it has ended already
        for worker in list(self._processes.values()):
            _processes.kill_from_home(self._home, worker._popen.sentinel)

    def _report(self, future, is_success, value):
        try:
            data = _pickling.dumps(value)
        except Exception as error:
            is_success = False
            data = _pickling.dumps(_ExceptionWithTraceback(error, error.__traceback__))
        with _worlds.inside(self._home):
            value = _pickling.loads(data)
        self._pending.pop(future, None)
        if is_success:
            future.set_result(value)
        else:
            future.set_exception(value)
        self._calls.fill()

    def _leave(self):
        self._left -= 1
        if self._left:
            self._put(None, _STOP)

    def _retire(self):
        """A worker has made as many calls as it may: another takes its place."""
        self._left -= 1
        self._processes.pop(_processes.pid_of(_braid.process()), None)
        _braid.see(self._id)
        if self._backlog and not self._broken:
            with _worlds.inside(self._home):
                self._add_worker()

    def _start_handler(self):
        if self._handler is None:
            self._results = _deque()
            self._results_id = _braid.channel("fifo", 0, f"results of {self._name}", _braid.line())
            self._handler = _threading.Thread(target=self._handle, daemon=True,
                                              name=f"{self._name}.callbacks")
            self._handler.start()

    def _handle(self):
        while True:
            _braid.get(self._results_id, -1)
            future = self._results.popleft()
            if future is None:
                return
            _base.Future._invoke_callbacks(future)

    def map(self, fn, *iterables, timeout=None, chunksize=1):
        """The values of `fn` over the iterables, in their order; the calls begin at once."""
        if chunksize < 1:
            raise ValueError("chunksize must be >= 1.")
        calls = list(zip(*iterables))
        chunks = [calls[start:start + chunksize] for start in range(0, len(calls), chunksize)]
        text = getattr(fn, "__name__", "…")
        fs = [self._submit(_partial(_process_chunk, fn), (chunk,), {},
                           _call_text(fn, chunk[0]) if len(chunk) == 1
                           else f"{text}: {len(chunk)} calls") for chunk in chunks]
        return _base._values_of_chunks(fs, timeout)

    def _cancel_waiting(self):
        """Cancels the calls that are not handed on yet; the others keep their order."""
        items = []
        while self._backlog and _braid.get(self._id, 0):
            items.append(self._backlog.popleft())
        for item in _CallQueue.not_cancelled(items):
            self._put(item, "call")

    def shutdown(self, wait=True, *, cancel_futures=False):
        """Takes no further calls, and waits for those it has, unless told otherwise."""
        _braid.look()
        _braid.thing_touch(self._changes, True)
        is_first, self._shutdown_thread = not self._shutdown_thread, True
        if cancel_futures:
            self._cancel_waiting()
        if self._left and (is_first or cancel_futures) and not self._broken:
            self._put(None, _STOP)
        if wait:
            while self._processes or self._left > 0 and not self._broken:
                for worker in list(self._processes.values()):
                    worker.join()
                _braid.sleep(0)
            if self._handler is not None and self._handler.is_alive():
                self._results.append(None)
                _braid.put(self._results_id, _STOP, -1)
                self._handler.join()
