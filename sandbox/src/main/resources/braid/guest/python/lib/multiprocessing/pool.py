"""Stand-in for `multiprocessing.pool`: workers that call functions over many values.

Source of the behaviour: the documentation of Python 3.12's `multiprocessing`. Read `_braid_pool`
for what a worker does. The values of a list are taken when the call is made, not by a thread.
"""

import os as _os
import types as _types

import _braid
import _braid_pool as _parts
import _braid_pool_feeding as _feeding
import _braid_processes as _processes
import _braid_worlds as _worlds
from _braid_futures import call_text as _call_text
from _braid_names import made as _made
from _braid_pool import (MaybeEncodingError, RemoteTraceback, ExceptionWithTraceback, mapstar,
                         rebuild_exc, starmapstar, worker)
from _braid_pool_results import (ApplyResult, AsyncResult, IMapIterator, IMapUnorderedIterator,
                                 MapResult)
from multiprocessing import util as _util

__all__ = ["Pool", "ThreadPool"]

INIT, RUN, CLOSE, TERMINATE = "INIT", "RUN", "CLOSE", "TERMINATE"
_IDLE_DEATHS_MAX = 8
_STOP = "stop"


class Pool(_parts.Phased):
    """Processes that call functions, as many at a time as it has workers."""

    _is_pickled = True

    @staticmethod
    def Process(ctx, *args, **kwds):
        return ctx.Process(*args, **kwds)

    def __init__(self, processes=None, initializer=None, initargs=(), maxtasksperchild=None,
                 context=None, *, name=None):
        super().__init__()
        self._state = INIT
        if processes is None:
            processes = _os.cpu_count() or 1
        if processes < 1:
            raise ValueError("Number of processes must be at least 1")
        if maxtasksperchild is not None:
            if not isinstance(maxtasksperchild, int) or maxtasksperchild <= 0:
                raise ValueError("maxtasksperchild must be a positive int or None")
        if initializer is not None and not callable(initializer):
            raise TypeError("initializer must be a callable")
        if context is None:
            from multiprocessing.context import _default_context
            context = _default_context.get_context()
        self._ctx = context
        self._processes = processes
        self._arguments = (initializer, initargs, maxtasksperchild)
        name, line = name or _made(type(self).__name__, ("Pool", "ThreadPool"))
        if not name or name.startswith("pool at line") or name.startswith("threadpool at line"):
            name = type(self).__name__
        self._name = name
        self._shared = _parts.Shared(name, line, self._is_pickled)
        self._home = _worlds.here.process
        self._pool = []
        self._starting = self._feeding = 0
        self._jobs = {}
        self._handler = None
        self._state = RUN
        for _ in range(processes):
            self._add_worker()
        self._finalizer = _util.Finalize(self, self._end_workers, exitpriority=15)

    def _add_worker(self):
        made = self.Process(self._ctx, target=worker,
                            args=(self._shared.store.channel, *self._arguments))
        made.name = made.name.replace("Process", "PoolWorker")
        made.daemon = True
        self._starting += 1  # others run while it starts, and may close the pool
        made.start()
        self._starting -= 1
        self._pool.append(made)
        self._watch(made)
        if self._state == TERMINATE and self._is_pickled:
            made.terminate()

    def _watch(self, made):
        _processes.when_ended(made._popen.sentinel, lambda: self._replace(made))

    def _replace(self, ended):
        """A worker has ended: another takes its place while there is work, or may come."""
        if not (self._state == RUN or self._has_left()) or ended not in self._pool:
            return
        self._pool.remove(ended)
        self._shared.idle_deaths += 1
        broken = _processes.bootstrap_error(ended._popen.sentinel)
        if broken is not None:
            self._break(broken)
        elif self._shared.idle_deaths <= _IDLE_DEATHS_MAX * self._processes:
            with _worlds.inside(self._home):
                self._add_worker()

    def _has_left(self):
        return self._state == CLOSE and self._shared.has_calls()

    def _break(self, error):
        """No worker can ever begin: whoever waits for one is told."""
        self._state = TERMINATE
        for job in list(self._jobs.values()):
            if not job.is_ready:
                job.error = self._shared.pack(error)
                job.settle(_parts.shown(error))

    def __reduce__(self):
        raise NotImplementedError("pool objects cannot be passed between processes or pickled")

    def __repr__(self):
        kind = type(self)
        return (f"<{kind.__module__}.{kind.__qualname__} state={self._state} "
                f"pool_size={len(self._pool)}>")

    def apply(self, func, args=(), kwds={}):
        """The value of `func(*args, **kwds)`, called by a worker."""
        return self.apply_async(func, args, kwds).get()

    def map(self, func, iterable, chunksize=None):
        """The values of `func` over the iterable, in its order."""
        return self._map_async(func, iterable, mapstar, chunksize).get()

    def starmap(self, func, iterable, chunksize=None):
        """As `map`, but each item is a tuple of arguments."""
        return self._map_async(func, iterable, starmapstar, chunksize).get()

    def map_async(self, func, iterable, chunksize=None, callback=None, error_callback=None):
        return self._map_async(func, iterable, mapstar, chunksize, (callback, error_callback))

    def starmap_async(self, func, iterable, chunksize=None, callback=None, error_callback=None):
        return self._map_async(func, iterable, starmapstar, chunksize, (callback, error_callback))

    def apply_async(self, func, args=(), kwds={}, callback=None, error_callback=None):
        """Has a worker call `func`; returns at once what its value can be got from."""
        self._check_running()
        text = _call_text(func, args, kwds)
        job = self._job(text, 1, callback or error_callback)
        result = ApplyResult(self, job, callback, error_callback)
        self._put(job, 0, (func, args, kwds), text)
        return result

    def _map_async(self, func, iterable, mapper, chunksize=None, callbacks=(None, None)):
        self._check_running()
        items = list(iterable)
        if chunksize is None:
            chunksize, extra = divmod(len(items), len(self._pool) * 4 or 4)
            chunksize += bool(extra)
        chunks = list(_feeding.chunks(items, chunksize)) if items else []
        text = f"map({getattr(func, '__name__', '…')})"
        job = self._job(text, len(chunks), callbacks[0] or callbacks[1])
        result = MapResult(self, job, *callbacks)
        if not chunks:
            job.finish("[]")
        for index, chunk in enumerate(chunks):
            text = _feeding.text_of(func, chunk, mapper is starmapstar)
            self._put(job, index, (mapper, ((func, chunk),), {}), text)
        return result

    def imap(self, func, iterable, chunksize=1):
        """As `map`, but an iterator that gives each value as soon as it is its turn."""
        return self._imap(IMapIterator, func, iterable, chunksize)

    def imap_unordered(self, func, iterable, chunksize=1):
        """As `imap`, but in the order in which the values come."""
        return self._imap(IMapUnorderedIterator, func, iterable, chunksize)

    def _imap(self, kind, func, iterable, chunksize):
        self._check_running()
        if chunksize < 1:
            raise ValueError(f"Chunksize must be 1+, not {chunksize:n}")
        stream = _parts.Stream(self._shared, f"imap({getattr(func, '__name__', '…')})")

        def put(number, chunk, error):
            call = (func, chunk, {}) if chunksize == 1 else (mapstar, ((func, chunk),), {})
            if error is not None:
                call, chunk = (_feeding.reraised, (error,), {}), (error,)
            self._put(stream, number, call, _feeding.text_of(func, chunk))

        if _feeding.is_lazy(iterable):
            _feeding.feed(self, stream, _feeding.chunks(iterable, chunksize), put)
        else:
            stream.count = 0
            for chunk in _feeding.chunks(iterable, chunksize):
                put(stream.count, chunk, None)
                stream.count += 1
        values = kind(stream)
        return values if chunksize == 1 else (item for chunk in values for item in chunk)

    def _job(self, text, pieces, is_handled):
        if is_handled:
            self._start_handler()
        job = _parts.Job(self._shared, text, pieces, bool(is_handled))
        self._jobs[job.id] = job
        return job

    def _put(self, job, index, call, text):
        self._shared.store.put(_parts.Task(self._packed(job, index, call), job, index), text, -1)

    def _packed(self, job, index, call):
        return self._shared.pack(call)

    def _start_handler(self):
        """A thread of the pool's home calls the callbacks, as in CPython."""
        if self._handler is None:
            import threading
            self._shared.results = _parts.stores.made(f"results of {self._name}", _braid.line())
            self._handler = threading.Thread(target=self._handle_results, daemon=True,
                                             name=f"{self._name}._handle_results")
            self._handler.start()

    def _handle_results(self):
        while (task := self._shared.results.get(-1)).job is not None:
            task.job.result._call_back()

    def close(self):
        """Takes no more calls; the workers end when they have done what they have."""
        _braid.look()
        if self._state == RUN:
            self._state = CLOSE
            if not self._feeding:
                self._stop_workers()

    def _stop_workers(self):
        for _ in range(len(self._pool) + self._starting):
            self._shared.store.put(_parts.Task(b"", None, 0), _STOP, -1)

    def terminate(self):
        """Ends the workers at once."""
        _braid.look()
        self._state = TERMINATE
        self._finalizer()

    def _end_workers(self):
        self._state = TERMINATE
        ending, self._pool = self._pool, []
        for each in ending:
            if each.exitcode is None:
                each.terminate()
        for each in ending:
            each.join()
        self._pool = ending
        self._stop_handler()

    def join(self):
        """Waits for the workers to end; only after `close` or `terminate`."""
        if self._state not in (CLOSE, TERMINATE):
            raise ValueError("Pool is still running" if self._state == RUN else "In unknown state")
        while True:
            for each in list(self._pool):
                each.join()
            if not self._starting and all(each.exitcode is not None for each in self._pool):
                break
            _braid.sleep(0)
        self._stop_handler()

    def _stop_handler(self):
        if self._handler is not None and self._handler.is_alive():
            self._shared.results.put(_parts.Task(b"", None, 0), _STOP, -1)
            self._handler.join()

    def __enter__(self):
        self._check_running()
        return self

    def __exit__(self, exc_type, exc_val, exc_tb):
        self.terminate()


class ThreadPool(Pool):
    """The same with threads for workers."""

    _is_pickled = False

    @staticmethod
    def Process(ctx, *args, **kwds):
        from multiprocessing.dummy import Process
        return Process(*args, **kwds)

    def __init__(self, processes=None, initializer=None, initargs=()):
        Pool.__init__(self, processes, initializer, initargs)

    def _watch(self, made):
        """Threads need no watching: only their own function ends them."""

    def _end_workers(self):
        self._state = TERMINATE
        self._shared.store.items and [self._shared.store.get(0) for _ in
                                      list(self._shared.store.items)]
        for _ in self._pool:
            self._shared.store.put(_parts.Task(b"", None, 0), _STOP, -1)
        self._stop_handler()

    __class_getitem__ = classmethod(_types.GenericAlias)
