"""The standard streams when something is shown and when the program ends, though it may have put
objects of its own in their place, or nothing.

Source: `flush_io` and `flush_std_files` of CPython.
"""

import sys


def flush():
    """Before something else is shown. What is wrong with a stream is not told then."""
    for name in ("stdout", "stderr"):
        try:
            getattr(sys, name).flush()
        except Exception:  # as in CPython: it has more important things to say
            continue


def complain(text):
    """Writes what the interpreter has to say; without a stream nobody reads it."""
    try:
        sys.stderr.write(text)
    except Exception:  # as in CPython: there is no other place to say it
        return
    flush()


def flush_at_the_end():
    """The program has ended: a stream that cannot be flushed is told of."""
    stream = sys.stdout
    if stream is not sys.__stdout__ and stream is not None:
        try:
            if not getattr(stream, "closed", False):
                stream.flush()
        except Exception as error:
            complain(f"Exception ignored in: {stream!r}\n{type(error).__name__}: {error}\n")
    if sys.stderr is not sys.__stderr__:
        flush()
    sys.__stdout__.flush()
    sys.__stderr__.flush()
