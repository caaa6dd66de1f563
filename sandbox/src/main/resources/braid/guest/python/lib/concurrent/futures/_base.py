"""Stand-in for `concurrent.futures._base`: a future is one object of the kernel.

No other task runs while this code runs, except inside a call of `_braid`; so what the kernel has
just agreed to and what is noted here never differ.
"""

import types as _types
from collections import namedtuple as _namedtuple

import _braid
from _braid_futures import (Inside as _Inside, Waiting as _Waiting, critical as _critical,
                            given_away as _given_away, log_error as _log_error,
                            name_for as _name_for, shown as _shown)
from _braid_seconds import FOREVER, SECOND_NANOS, patience as _patience

FIRST_COMPLETED = "FIRST_COMPLETED"
FIRST_EXCEPTION = "FIRST_EXCEPTION"
ALL_COMPLETED = "ALL_COMPLETED"
_AS_COMPLETED = "_AS_COMPLETED"
PENDING = "PENDING"
RUNNING = "RUNNING"
CANCELLED = "CANCELLED"
CANCELLED_AND_NOTIFIED = "CANCELLED_AND_NOTIFIED"
FINISHED = "FINISHED"
_FUTURE_STATES = [PENDING, RUNNING, CANCELLED, CANCELLED_AND_NOTIFIED, FINISHED]
_STATE_TO_DESCRIPTION_MAP = {
    PENDING: "pending", RUNNING: "running", CANCELLED: "cancelled",
    CANCELLED_AND_NOTIFIED: "cancelled", FINISHED: "finished"}
_ENDED = (CANCELLED, CANCELLED_AND_NOTIFIED, FINISHED)
_TOLD = (CANCELLED_AND_NOTIFIED, FINISHED)


class Error(Exception):
    """Base class of the errors of futures."""


class CancelledError(Error):
    """The future was cancelled."""


TimeoutError = TimeoutError


class InvalidStateError(Error):
    """The operation is not allowed in this state."""


class BrokenExecutor(RuntimeError):
    """An executor can do no more work after a severe failure."""


class Future:
    """The outcome of a call that may not have ended yet."""

    def __init__(self):
        self._begin(*_name_for(""))

    def _begin(self, name, line):
        self._id = _braid.future(name, line)
        self._thing = _braid.thing()
        self._state = PENDING
        self._result = self._exception = None
        self._waiters = []
        self._done_callbacks = []

    def __hash__(self):
        return self._id  # an address would differ from run to run, and with it the order of sets

    def __reduce_ex__(self, _protocol):
        raise TypeError("cannot pickle '_thread.RLock' object")

    def __repr__(self):
        state = _STATE_TO_DESCRIPTION_MAP[self._looked()]
        where = f"<{type(self).__name__} at {id(self):#x} state={state}"
        if self._state != FINISHED:
            return f"{where}>"
        if self._exception:
            return f"{where} raised {type(self._exception).__name__}>"
        return f"{where} returned {type(self._result).__name__}>"

    def _looked(self):
        """Its state, which nobody can change now."""
        _braid.look_at(self._id)
        _braid.thing_touch(self._thing, False)
        return self._state

    def cancel(self):
        """Cancels the call if it has not begun; False when it has."""
        if self._state != PENDING:
            return self._looked() != RUNNING and self._state != FINISHED
        if not _braid.complete(self._id, "cancelled", ""):
            return self._state in (CANCELLED, CANCELLED_AND_NOTIFIED)
        self._state = CANCELLED
        self._invoke_callbacks()
        return True

    def cancelled(self):
        _braid.look_at(self._id)
        return self._state in (CANCELLED, CANCELLED_AND_NOTIFIED)

    def running(self):
        return self._looked() == RUNNING

    def done(self):
        _braid.look_at(self._id)
        return self._state in _ENDED

    def add_done_callback(self, fn):
        """Has `fn` called with the future when it ends, at once if it has ended."""
        _braid.look_at(self._id)
        if self._state not in _ENDED:
            _braid.thing_touch(self._thing, True)
            self._done_callbacks.append(fn)
            return
        try:
            fn(self)
        except Exception:
            _log_error("exception calling callback for %r", self)

    def _invoke_callbacks(self):
        for callback in self._done_callbacks:
            try:
                callback(self)
            except Exception:
                _log_error("exception calling callback for %r", self)

    def __get_result(self):
        if self._exception:
            try:
                raise self._exception
            finally:
                self = None  # the traceback keeps this frame, which must not keep the future
        return self._result

    def result(self, timeout=None):
        """The value of the call, which is waited for; raises what the call raised."""
        try:
            _braid.result(self._id, self._limit(timeout))
            if self._state in (CANCELLED, CANCELLED_AND_NOTIFIED):
                raise CancelledError()
            if self._state != FINISHED:
                raise TimeoutError()
            return self.__get_result()
        finally:
            self = None

    def exception(self, timeout=None):
        """What the call raised, which is waited for; None where it raised nothing."""
        _braid.result(self._id, self._limit(timeout))
        if self._state in (CANCELLED, CANCELLED_AND_NOTIFIED):
            raise CancelledError()
        if self._state != FINISHED:
            raise TimeoutError()
        return self._exception

    def _limit(self, timeout):
        """Who finds it ended need not wait, even if it was not we who ended it."""
        if self._state in _ENDED:
            return 0
        return FOREVER if timeout is None else _patience(timeout)

    def set_running_or_notify_cancel(self):
        """For executors: the call begins now; False when it was cancelled before."""
        if self._state == PENDING and _braid.work(self._id):
            _braid.thing_touch(self._thing, True)
            self._state = RUNNING
            return True
        if self._looked() == CANCELLED:
            self._state = CANCELLED_AND_NOTIFIED
            for waiter in self._waiters:
                waiter.ended(self)
            return False
        _critical("Future %s in unexpected state: %s", id(self), self._state)
        raise RuntimeError("Future in unexpected state")

    def set_result(self, result):
        """For executors: the call has returned this."""
        self._end("done", _shown(result))
        self._result = result
        self._finish()

    def set_exception(self, exception):
        """For executors: the call has raised this."""
        self._end("failed", _shown(exception))
        self._exception = exception
        self._finish()

    def _end(self, status, text):
        is_over = self._state in _ENDED
        if is_over:
            _braid.look_at(self._id)
        if is_over or not _braid.complete(self._id, status, text):
            raise InvalidStateError(f"{self._state}: {self!r}")
        self._state = FINISHED

    def _finish(self):
        for waiter in self._waiters:
            waiter.ended(self)
        self._invoke_callbacks()

    _condition = property(_Inside)
    __class_getitem__ = classmethod(_types.GenericAlias)


def _told(futures):
    """Those that have ended, of which nobody can end now."""
    if futures:
        _braid.look()
    for future in futures:
        _braid.see(future._id)
    return [future for future in futures if future._state in _TOLD]


def as_completed(fs, timeout=None):
    """An iterator over the futures in the order in which they end."""
    end = None if timeout is None else _braid.now() + _patience(timeout)
    fs = set(fs)
    total = len(fs)
    finished = _told(fs)
    pending = fs.difference(finished)
    waiter = _Waiting(pending, 1, "as_completed")
    try:
        fs.difference_update(finished)
        yield from _given_away(finished)
        while pending:
            left = FOREVER
            if end is not None:
                left = end - _braid.now()
                if left < 0:
                    raise TimeoutError(f"{len(pending)} (of {total}) futures unfinished")
            ended = waiter.take_next(left)
            pending.difference_update(ended)
            fs.difference_update(ended)
            yield from _given_away(ended)
    finally:
        waiter.leave()


DoneAndNotDoneFutures = _namedtuple("DoneAndNotDoneFutures", "done not_done")


def wait(fs, timeout=None, return_when=ALL_COMPLETED):
    """Waits for the futures, or the first of them, or the first that fails."""
    fs = set(fs)
    done = set(_told(fs))
    pending = fs - done
    if done and return_when == FIRST_COMPLETED:
        return DoneAndNotDoneFutures(done, pending)
    if return_when == FIRST_EXCEPTION and any(f._exception is not None for f in done):
        return DoneAndNotDoneFutures(done, pending)
    if not pending:
        return DoneAndNotDoneFutures(done, pending)
    if return_when not in (FIRST_COMPLETED, FIRST_EXCEPTION, ALL_COMPLETED):
        raise ValueError("Invalid return condition: %r" % (return_when,))
    count = 1 if return_when == FIRST_COMPLETED else len(pending)
    waiter = _Waiting(pending, count, "wait", return_when == FIRST_EXCEPTION)
    try:
        done.update(waiter.take(FOREVER if timeout is None else _patience(timeout)))
    finally:
        waiter.leave()
    return DoneAndNotDoneFutures(done, fs - done)


def _result_or_cancel(fut, timeout=None):
    try:
        try:
            return fut.result(timeout)
        finally:
            fut.cancel()
    finally:
        del fut


def _values_of(fs, end):
    def result_iterator():
        try:
            fs.reverse()
            while fs:
                if end is None:
                    yield _result_or_cancel(fs.pop())
                else:
                    yield _result_or_cancel(fs.pop(), (end - _braid.now()) / SECOND_NANOS)
        finally:
            for future in fs:
                future.cancel()
    return result_iterator()


def _values_of_chunks(fs, timeout):
    end = None if timeout is None else _braid.now() + _patience(timeout)
    for values in _values_of(fs, end):
        yield from values


class Executor:
    """What the two pools have in common."""

    def submit(self, fn, /, *args, **kwargs):
        """Has `fn` called by somebody else; returns a future for its outcome."""
        raise NotImplementedError()

    def map(self, fn, *iterables, timeout=None, chunksize=1):
        """The values of `fn` over the iterables, in their order; the calls begin at once."""
        end = None if timeout is None else _braid.now() + _patience(timeout)
        fs = [self.submit(fn, *args) for args in zip(*iterables)]
        return _values_of(fs, end)

    def shutdown(self, wait=True, *, cancel_futures=False):
        """Frees what the pool holds, once its calls have ended."""

    def __enter__(self):
        return self

    def __exit__(self, exc_type, exc_val, exc_tb):
        self.shutdown(wait=True)
        return False


def __getattr__(name):
    if name == "LOGGER":
        import logging
        return logging.getLogger("concurrent.futures")
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
