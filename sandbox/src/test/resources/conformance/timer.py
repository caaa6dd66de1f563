"""threading.Timer."""
import threading
import time

calls = []


def note(*args, **kwargs):
    calls.append((args, kwargs, threading.current_thread()))


started = time.monotonic()
timer = threading.Timer(0.01, note, args=[1, 2], kwargs={"a": 3})
assert isinstance(timer, threading.Thread)
assert timer.name == "Thread-1" and not timer.is_alive()
assert (timer.interval, timer.function, timer.args, timer.kwargs) == (0.01, note, [1, 2], {"a": 3})
timer.start()
assert timer.is_alive() and not timer.finished.is_set()
timer.join()
assert time.monotonic() - started >= 0.009
assert calls == [((1, 2), {"a": 3}, timer)]
assert timer.finished.is_set() and not timer.is_alive()
timer.cancel()

calls.clear()
timer = threading.Timer(30, note)
assert timer.args == [] and timer.kwargs == {}
timer.start()
timer.cancel()
timer.join()
assert calls == []

timer = threading.Timer(0.001, note)
timer.cancel()
timer.start()
timer.join()
assert calls == []

order = []
timers = [threading.Timer(delay, order.append, (delay,)) for delay in (0.06, 0.02, 0.04)]
for timer in timers:
    timer.daemon = True
    timer.name = f"timer {timer.interval}"
    timer.start()
for timer in timers:
    timer.join()
assert order == [0.02, 0.04, 0.06]
try:
    threading.Timer(1)
    raise AssertionError("a timer without a function")
except TypeError:
    pass
print("ok")
