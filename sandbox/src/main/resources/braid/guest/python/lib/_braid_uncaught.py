"""Exceptions nobody handled: shown as CPython shows them, and told to the run for its verdict.

Frames of the stand-ins appear as the frames of the standard modules they stand for, or not at all
where the standard module is not written in Python.
"""

import sys as _sys

import _braid
import _braid_names

LIBRARY = "/usr/lib/python3.12/"
_SHOWN_AS = {
    "threading.py": "threading.py", "queue.py": "queue.py",
    "_braid_thread.py": "threading.py", "_braid_condition.py": "threading.py",
    "_braid_gates.py": "threading.py",
    "concurrent/futures/_base.py": "concurrent/futures/_base.py",
    "concurrent/futures/thread.py": "concurrent/futures/thread.py",
    "concurrent/futures/process.py": "concurrent/futures/process.py",
    "_braid_popen.py": "multiprocessing/process.py",
    "multiprocessing/process.py": "multiprocessing/process.py",
    "multiprocessing/pool.py": "multiprocessing/pool.py",
    "_braid_pool.py": "multiprocessing/pool.py",
    "_braid_pool_results.py": "multiprocessing/pool.py",
}
_LINES = {
    "threading.py": {
        "self.run()": 1075, "self._target(*self._args, **self._kwargs)": 1012,
        "self.function(*self.args, **self.kwargs)": 1433},
    "queue.py": {"raise Full": 148, "raise Empty": 179},
    "concurrent/futures/_base.py": {
        "return self.__get_result()": 456, "raise self._exception": 401,
        "raise TimeoutError()": 458, "raise CancelledError()": 454,
        "return fut.result(timeout)": 317, "yield _result_or_cancel(fs.pop())": 619},
    "concurrent/futures/thread.py": {"result = self.fn(*self.args, **self.kwargs)": 58},
    "concurrent/futures/process.py": {"r = call_item.fn(*call_item.args, **call_item.kwargs)": 263,
        "return [fn(*args) for args in chunk]": 212},
    "multiprocessing/process.py": {
        "self.run()": 314, "self._target(*self._args, **self._kwargs)": 108},
    "multiprocessing/pool.py": {
        "result = (True, func(*args, **kwds))": 125, "return list(map(*args))": 48,
        "return list(itertools.starmap(args[0], args[1]))": 51, "raise self._value": 774, "raise value": 873,
        "return self._map_async(func, iterable, mapstar, chunksize).get()": 367,
        "return self.apply_async(func, args, kwds).get()": 360},
}


# What CPython does in C, without a frame.
_IN_C = {
    "asyncio/tasks.py": ("__step", "__step_run_and_handle_result", "__wakeup", "cancel"),
    "asyncio/futures.py": ("result", "exception", "__await__", "set_result", "set_exception"),
}


class _ExceptHookArgs(tuple):
    """What `threading.excepthook` is given."""

    __slots__ = ()
    __module__ = "_thread"

    def __new__(cls, sequence):
        items = tuple(sequence)
        if len(items) != 4:
            raise TypeError("_thread._ExceptHookArgs() takes a 4-sequence "
                            f"({len(items)}-sequence given)")
        return tuple.__new__(cls, items)

    exc_type = property(lambda self: self[0])
    exc_value = property(lambda self: self[1])
    exc_traceback = property(lambda self: self[2])
    thread = property(lambda self: self[3])

    def __repr__(self):
        return (f"_thread._ExceptHookArgs(exc_type={self[0]!r}, exc_value={self[1]!r}, "
                f"exc_traceback={self[2]!r}, thread={self[3]!r})")

    def __reduce__(self):
        return _ExceptHookArgs, (tuple(self),)


def _excepthook(args, /):
    """Reports an exception that ended a thread, as CPython does, and tells the run's verdict."""
    if not isinstance(args, _ExceptHookArgs):
        raise TypeError("_thread.excepthook argument type must be ExceptHookArgs")
    if args.exc_type is SystemExit:
        return
    if _braid_names.is_silent:
        tell(_error(args))
        return
    stream = _sys.stderr
    if stream is None and args.thread is not None:
        stream = args.thread._stderr
    if stream is not None:
        name = args.thread._name if args.thread is not None else _sys.modules["_thread"].get_ident()
        _sys.__stderr__.is_aside = _braid_names.is_told
        print(f"Exception in thread {name}:", file=stream, flush=True)
        show(_error(args), stream)
        _sys.__stderr__.is_aside = False
    tell(_error(args))


_excepthook.__module__ = "_thread"


def _error(args):
    error = args.exc_value if args.exc_value is not None else args.exc_type()
    if args.exc_traceback is not None and error.__traceback__ is None:
        return error.with_traceback(args.exc_traceback)
    return error


def message(error):
    """What the exception says, with addresses of the run's own."""
    try:
        from _braid_addresses import exchanged
        return exchanged(str(error))
    except BaseException:
        return "<exception str() failed>"


def tell(error):
    """Tells the run that a task ended by this exception, and at which line of the user's file."""
    _braid.uncaught(type(error).__name__, message(error),
                    _braid_names.line_of_traceback(error.__traceback__))


def show(error, stream):
    """Writes the traceback with the user's own lines, as CPython 3.12 prints it."""
    import traceback
    _braid_names.remember_lines()
    traceback.print_exception(error, file=stream)
    flush = getattr(stream, "flush", None)
    if flush is not None:
        flush()


def dress(traceback):
    """Has the module `traceback` show our frames as those of the standard library.

    Every stack it extracts passes through one method; what is behind it sees no stand-ins.
    """
    extract = traceback.StackSummary._extract_from_extended_frame_gen.__func__
    home = "/".join(traceback.__file__.split("/")[-3:-1])

    def extract_dressed(cls, *args, **kwargs):
        found = extract(cls, *args, **kwargs)
        found[:] = [shown for frame in _unfolded(found) for shown in _dressed(frame, home)]
        return found

    traceback.StackSummary._extract_from_extended_frame_gen = classmethod(extract_dressed)
    import _braid_width
    traceback._display_width = _braid_width.display_width
    if _sys.implementation.name == "graalpy":  # its columns are characters, not bytes, already
        traceback._byte_offset_to_character_offset = lambda line, offset: offset


def _unfolded(frames):
    """An exception thrown into coroutines that await a future lists them twice, the second time
    backwards behind the future's `__await__` (a fault of the interpreter's); here once."""
    kept = []
    mirrored = 0
    for frame in frames:
        if mirrored and (frame.name, frame.lineno) == (kept[mirrored - 1].name,
                                                        kept[mirrored - 1].lineno):
            mirrored -= 1
            continue
        mirrored = len(kept) if frame.name == "__await__" else 0
        kept.append(frame)
    return kept


def _dressed(frame, home):
    if not _braid_names.is_stand_in(frame.filename):
        _, is_library, path = frame.filename.partition(f"/{home}/")
        if is_library:
            if path in _IN_C and frame.name in _IN_C[path]:
                return ()
            frame.line  # read it from where it is
            frame.filename = LIBRARY + path
        return (frame,)
    shown = _SHOWN_AS.get(frame.filename.partition("/worker/python/")[2])
    if shown is None:
        return ()
    line = _LINES.get(shown, {}).get(frame.line, 0 if "/" in shown else frame.lineno)
    if line == 0:  # a frame that CPython has not
        return ()
    return (type(frame)(LIBRARY + shown, line, frame.name, line=frame._original_line,
                        end_lineno=line, colno=frame.colno, end_colno=frame.end_colno),)
