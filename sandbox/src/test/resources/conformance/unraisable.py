"""What nobody can handle goes to `sys.unraisablehook`, and the rest goes on."""
import _thread
import atexit
import sys
import time

seen = []


def fail():
    raise ValueError("task failed")


def leave():
    sys.exit(3)


def hook(unraisable):
    seen.append((unraisable.exc_type, str(unraisable.exc_value), unraisable.err_msg,
                 unraisable.object))
    assert unraisable.exc_traceback is unraisable.exc_value.__traceback__


sys.unraisablehook = hook
_thread.start_new_thread(fail, ())
time.sleep(0.05)
assert seen == [(ValueError, "task failed", "Exception ignored in thread started by", fail)], seen
seen.clear()
atexit.register(fail)
atexit.register(leave)
atexit._run_exitfuncs()
assert seen == [(SystemExit, "3", "Exception ignored in atexit callback", leave),
                (ValueError, "task failed", "Exception ignored in atexit callback", fail)], seen
sys.unraisablehook = sys.__unraisablehook__
print("ok")
