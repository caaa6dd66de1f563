"""The frames of a traceback as CPython has them: what the module `traceback` extracts, dressed.

Frames of the stand-ins appear as the frames of the standard modules they stand for, or not at all
where the standard module is not written in Python.
"""

import sys as _sys

import _braid_errors
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
        "fn(self)": 423, "callback(self)": 340,
        "return fut.result(timeout)": 317, "yield _result_or_cancel(fs.pop())": 619},
    "concurrent/futures/thread.py": {
        "result = self.fn(*self.args, **self.kwargs)": 58, "initializer(*initargs)": 73},
    "concurrent/futures/process.py": {"initializer(*initargs)": 242, "r = call_item.fn(*call_item.args, **call_item.kwargs)": 263,
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
        traceback._walk_tb_with_full_positions = _walker(traceback._get_code_position)
    _dress_exception(traceback.TracebackException)


def _dress_exception(made):
    """What an exception says is completed before it is taken apart."""
    take = made.__init__

    def __init__(self, exc_type, exc_value, exc_traceback, **options):
        _braid_errors.complete(exc_value)
        take(self, exc_type, exc_value, exc_traceback, **options)
        if self.stack:
            _braid_errors.narrow(self.stack[-1], exc_value)

    made.__init__ = __init__


def _walker(position):
    """Gives frames with their places. The frame that the engine itself has called, the outermost,
    does not know in its traceback where it was, but the frame does."""
    def walk(traceback):
        while traceback is not None:
            frame, at, line = traceback.tb_frame, traceback.tb_lasti, traceback.tb_lineno
            found = position(frame.f_code, at if at >= 0 else frame.f_lasti)
            is_known = found[0] is not None and (at >= 0 or found[0] == line)
            yield frame, found if is_known else (line, None, None, None)
            traceback = traceback.tb_next

    return walk


def _unfolded(frames):
    """An exception thrown into coroutines that await a future lists them twice, the second time
    backwards behind the future's `__await__`, and whoever awaits them (a fault of the
    interpreter's); here once."""
    kept = []
    mirrored, is_mirrored = 0, False
    for frame in frames:
        if frame.lineno is not None and frame.lineno < 0:  # a call refused before its first line
            continue
        if frame.filename.endswith("/_braid_star.py"):  # an `except*` has no frame, nor a line
            del kept[-1:]
            continue
        if mirrored and (frame.name, frame.lineno) == (kept[mirrored - 1].name,
                                                        kept[mirrored - 1].lineno):
            mirrored -= 1
            is_mirrored = mirrored == 0
            continue
        if is_mirrored:
            continue
        mirrored = len(kept) if frame.name == "__await__" else 0
        kept.append(frame)
    return [_merged(kept, at) for at in range(len(kept)) if not _is_before_inlined(kept, at)]


def _is_before_inlined(frames, at):
    return at + 1 < len(frames) and frames[at + 1].name in _braid_names.INLINED \
        and frames[at + 1].filename == frames[at].filename


def _merged(frames, at):
    """A comprehension has no frame of its own (PEP 709): it is a place in what is around it."""
    frame = frames[at]
    around = at
    while frames[around].name in _braid_names.INLINED and around > 0:
        around -= 1
    frame.name = frames[around].name
    return frame


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
    if shown == "threading.py" and frame.name == "__getattr__":
        return ()
    line = _LINES.get(shown, {}).get(frame.line, 0 if "/" in shown else frame.lineno)
    if line == 0:  # a frame that CPython has not
        return ()
    return (type(frame)(LIBRARY + shown, line, frame.name, line=frame._original_line,
                        end_lineno=line, colno=frame.colno, end_colno=frame.end_colno),)
