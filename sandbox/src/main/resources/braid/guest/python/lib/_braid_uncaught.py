"""Exceptions nobody handled: shown as CPython shows them, and told to the run for its verdict."""

import sys as _sys

import _braid
import _braid_names


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
    if not _braid.has_tracebacks():
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
        from _braid_errors import complete
        complete(error)
        return exchanged(str(error))
    except BaseException:
        return "<exception str() failed>"


def tell(error):
    """Tells the run that a task ended by this exception, and at which line of the user's file."""
    _braid.uncaught(type(error).__name__, message(error),
                    _braid_names.line_of_traceback(error.__traceback__))


def ignored(error, where, thing):
    """Reports an exception raised where nobody can handle it; whether no hook of the program's took
    it."""
    hook = _sys.unraisablehook
    if hook is not _sys.__unraisablehook__:
        try:
            hook(_sys.UnraisableHookArgs((type(error), error, error.__traceback__,
                                          f"Exception ignored {where}", thing)))
            return False
        except BaseException as failure:
            error, where, thing = failure, "in sys.unraisablehook", hook
    if _sys.stderr is not None:
        print(f"Exception ignored {where}: {thing!r}", file=_sys.stderr)
        show(error, _sys.stderr)
    return True


def show(error, stream):
    """Writes the traceback with the user's own lines, as CPython 3.12 prints it."""
    for line in lines(error):
        stream.write(line)
    flush = getattr(stream, "flush", None)
    if flush is not None:
        flush()


def lines(error):
    """The traceback as CPython prints it for what nobody handles."""
    import traceback
    _braid_names.remember_lines()
    shown = traceback.TracebackException(type(error), error, error.__traceback__, compact=True)
    _finish(shown)
    return list(shown.format())


def _finish(shown):
    """CPython asks here with a mark that its module `traceback` leaves out."""
    if " forget to import '" in shown._str and shown._str.endswith("'"):
        shown._str += "?"
    for part in (shown.__cause__, shown.__context__, *(shown.exceptions or ())):
        if part is not None:
            _finish(part)
