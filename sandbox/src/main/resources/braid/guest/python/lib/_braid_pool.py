"""What the workers of a `multiprocessing.pool` do, and what they and their pool have in common.

A pool's backlog is a queue of the kernel; a job's outcome is a future of the kernel, which the
worker ends that does the job's last piece. Calls and values cross as pickles where workers are
processes. All processes find these records; functions in them are called only at home.
"""

import itertools
from sys import _getframe

import _braid
import _braid_stores as stores
from _braid_error_words import spread as _spread
from _braid_futures import name_for, shown
from _braid_pickling import dumps, loads
from _braid_seconds import FOREVER

_pools = {}


class Shared:
    """A pool as its workers know it."""

    def __init__(self, name, line, is_pickled):
        self.store = stores.made(name, line)
        self.results = None
        self.pack = dumps if is_pickled else _same
        self.unpack = loads if is_pickled else _same
        self.broken = None
        self.idle_deaths = 0
        _pools[self.store.channel] = self

    def has_calls(self):
        """Whether there are calls that no worker has taken."""
        _braid.see(self.store.channel)
        return any(task.job is not None for task in self.store.items)


class Phased:
    """A pool as far as it runs, is closed, or is at its end."""

    def __init__(self):
        self._changes = _braid.thing()

    @property
    def _state(self):
        _braid.thing_touch(self._changes, False)
        return self._phase

    @_state.setter
    def _state(self, phase):
        _braid.thing_touch(self._changes, True)
        self._phase = phase

    def _check_running(self):
        _braid.look()
        if self._state != "RUN":
            raise ValueError("Pool not running")


def _same(value):
    return value


class Task(bytes):
    """A piece of a job: its pickle, and what it is a piece of."""

    def __new__(cls, data, job, index):
        made = bytes.__new__(cls, data if isinstance(data, bytes) else b"")
        made.data, made.job, made.index = data, job, index
        return made


class Job:
    """Calls that were asked for together, and what has come of them."""

    def __init__(self, shared, text, pieces, is_handled):
        self.shared = shared
        self.id = _braid.future(*name_for(text))
        self.pieces = [None] * pieces
        self.left = pieces
        self.error = None
        self.is_handled = is_handled
        self.failing = _braid.thing()  # changes when a piece fails: the first error counts
        self.is_begun = self.is_ready = False

    def begin(self):
        if not self.is_begun:
            self.is_begun = True
            _braid.work(self.id)

    def ended(self, index, is_success, data, text):
        """A piece has come to its end; the last one ends the job."""
        self.left -= 1
        if is_success:
            self.pieces[index] = data
        else:
            self.fail(data, text)
        if self.left == 0:
            self.finish(text if self.error is None else self.error_text)

    def fail(self, data, text):
        _braid.thing_touch(self.failing, True)
        if self.error is None:
            self.error, self.error_text = data, text

    def finish(self, text):
        if self.is_handled:
            self.shared.results.put(Task(b"", self, 0), text, FOREVER)
        else:
            self.settle(text)

    def settle(self, text):
        _braid.complete(self.id, "done" if self.error is None else "failed", text)
        self.is_ready = True


class Stream:
    """A job whose pieces are taken one by one."""

    def __init__(self, shared, text):
        self.shared = shared
        name, line = name_for(text)
        self.store = stores.made(name, line)

        self.count = None  # until all pieces are known

    def begin(self):
        pass

    def ended(self, index, is_success, data, text):
        self.store.put(Task(b"", (is_success, data), index), text, FOREVER)

    def end(self, count):
        """There are so many pieces, and will be no more."""
        self.store.put(Task(b"", None, -1), "end", FOREVER)
        self.count = count


class RemoteTraceback(Exception):
    """Shows where an exception came from in another process."""

    __module__ = "multiprocessing.pool"

    def __init__(self, tb):
        self.tb = tb

    def __str__(self):
        return self.tb


def rebuild_exc(exc, tb):
    exc.__cause__ = RemoteTraceback(tb)
    return exc


class ExceptionWithTraceback:
    """An exception that takes the text of its traceback along."""

    def __init__(self, exc, tb):
        import traceback
        text = "".join(traceback.format_exception(type(exc), exc, tb))
        self.exc = exc
        self.exc.__traceback__ = None
        self.tb = f'\n"""\n{text}"""'

    def __reduce__(self):
        return rebuild_exc, (self.exc, self.tb)


class MaybeEncodingError(Exception):
    """The outcome of a call could not be pickled."""

    __module__ = "multiprocessing.pool"

    def __init__(self, exc, value):
        self.exc, self.value = repr(exc), repr(value)
        super().__init__(self.exc, self.value)

    def __str__(self):
        return f"Error sending result: '{self.value}'. Reason: '{self.exc}'"

    def __repr__(self):
        return f"<{type(self).__name__}: {self}>"


def mapstar(args):
    return list(map(*args))


def starmapstar(args):
    return list(itertools.starmap(args[0], args[1]))


def worker(channel, initializer=None, initargs=(), maxtasks=None):
    """The main function of a worker."""
    shared = _pools[channel]
    if initializer is not None:
        initializer(*initargs)
    completed = 0
    while maxtasks is None or completed < maxtasks:
        task = shared.store.get(FOREVER)
        if task.job is None:
            break
        shared.idle_deaths = 0
        task.job.begin()
        try:
            func, args, kwds = shared.unpack(task.data)
            args = args if type(args) is tuple else _spread(func, args)
            result = (True, func(*args, **kwds))
        except Exception as error:
            _getframe()  # as long as it goes on, others have no frame to see in the traceback
            result = (False, _sent(shared, error))
        _report(shared, task, *result)
        task = result = func = args = kwds = None
        completed += 1


def _sent(shared, error):
    return error if shared.pack is _same else ExceptionWithTraceback(error, error.__traceback__)


def _report(shared, task, is_success, value):
    plain = value.exc if isinstance(value, ExceptionWithTraceback) else value
    try:
        data = shared.pack(value)
    except Exception as error:
        is_success, plain = False, MaybeEncodingError(error, plain)
        data = shared.pack(plain)
    task.job.ended(task.index, is_success, data, shown(plain))
