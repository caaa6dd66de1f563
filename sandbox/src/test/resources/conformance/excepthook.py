"""Exceptions that end a thread: threading.excepthook, SystemExit, what is printed."""
import io
import re
import sys
import threading
import _thread


def raised(kind, call, *args, **kwargs):
    try:
        call(*args, **kwargs)
    except BaseException as error:
        assert type(error) is kind, (type(error), error)
        return str(error)
    raise AssertionError(f"{kind.__name__} was not raised")


def run(target, **kwargs):
    thread = threading.Thread(target=target, **kwargs)
    thread.start()
    thread.join()
    assert not thread.is_alive()
    return thread


def fail():
    raise ValueError("wrong")


def leave():
    sys.exit(3)


real_hook, real_stderr = threading.excepthook, sys.stderr
assert real_hook is threading.__excepthook__

# One's own hook
seen = []


def hook(args):
    seen.append((args.exc_type, str(args.exc_value), args.exc_traceback is not None, args.thread,
                 threading.current_thread() is args.thread))


threading.excepthook = hook
thread = run(fail)
assert seen == [(ValueError, "wrong", True, thread, True)]
seen.clear()
thread = run(leave)  # one's own hook hears of SystemExit too
assert [(entry[0], entry[1]) for entry in seen] == [(SystemExit, "3")]

# A hook that fails is reported, and ends nothing else.


def bad_hook(args):
    raise KeyError("hook")


threading.excepthook = bad_hook
sys.stderr = io.StringIO()
run(fail)
text = sys.stderr.getvalue()
sys.stderr = real_stderr
assert text.startswith("Exception in threading.excepthook:\nTraceback (most recent call last):\n")
assert text.endswith("KeyError: 'hook'\n")

# The default hook
threading.excepthook = threading.__excepthook__
assert threading.excepthook is real_hook
args = threading.ExceptHookArgs((ValueError, ValueError("x"), None, None))
assert args.exc_type is ValueError and args[1].args == ("x",) and len(args) == 4
assert isinstance(args, tuple)
assert repr(args) == ("_thread._ExceptHookArgs(exc_type=<class 'ValueError'>, "
                      "exc_value=ValueError('x'), exc_traceback=None, thread=None)")
assert raised(TypeError, threading.ExceptHookArgs, (1,)) \
    == "_thread._ExceptHookArgs() takes a 4-sequence (1-sequence given)"
assert raised(TypeError, threading.excepthook, 1) \
    == "_thread.excepthook argument type must be ExceptHookArgs"

# SystemExit ends a thread silently.
sys.stderr = io.StringIO()
run(leave)
run(_thread.exit)
assert sys.stderr.getvalue() == ""
sys.stderr = real_stderr


class Silent(threading.Thread):
    def run(self):
        raise SystemExit


silent = Silent()
silent.start()
silent.join()

# The rest of a program goes on.
reached = []


def work(value):
    if value == 1:
        raise SystemExit
    reached.append(value)


threads = [threading.Thread(target=work, args=(value,)) for value in range(3)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
assert sorted(reached) == [0, 2]
print("ok")
