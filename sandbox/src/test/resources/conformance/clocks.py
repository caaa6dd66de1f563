"""time: the clocks, sleep and its errors."""
import sys
import time


def raised(kind, call, *args, **kwargs):
    try:
        call(*args, **kwargs)
    except BaseException as error:
        assert type(error) is kind, (type(error), error)
        return str(error)
    raise AssertionError(f"{kind.__name__} was not raised")


for clock, nanos in ((time.time, time.time_ns), (time.monotonic, time.monotonic_ns),
                     (time.perf_counter, time.perf_counter_ns),
                     (time.process_time, time.process_time_ns),
                     (time.thread_time, time.thread_time_ns)):
    first, second = clock(), clock()
    assert type(first) is float and second >= first
    before = nanos()
    assert type(before) is int and nanos() >= before
    assert abs(nanos() / 1e9 - clock()) < 5
    raised(TypeError, clock, 1)

for sleeping in (0.01, 0, 0.0, True, 1e-9):
    started, wall = time.monotonic(), time.time()
    assert time.sleep(sleeping) is None
    if sleeping == 0.01:
        assert time.monotonic() - started >= 0.009 and time.time() - wall >= 0.005


class Index:
    def __index__(self):
        return 0


time.sleep(Index())
assert raised(ValueError, time.sleep, -1) == "sleep length must be non-negative"
assert raised(ValueError, time.sleep, -0.001) == "sleep length must be non-negative"
assert raised(ValueError, time.sleep, float("nan")) == "Invalid value NaN (not a number)"
assert raised(TypeError, time.sleep, "1") == "'str' object cannot be interpreted as an integer"
assert raised(TypeError, time.sleep, None) \
    == "'NoneType' object cannot be interpreted as an integer"
raised(TypeError, time.sleep)
raised(TypeError, time.sleep, 1, 2)
raised(TypeError, lambda: time.sleep(secs=1))
raised(OverflowError, time.sleep, 1e30)
raised(OverflowError, time.sleep, 2**70)
raised(OverflowError, time.sleep, float("inf"))

# Sleeping is not computing.
computed = time.process_time(), time.thread_time()
time.sleep(0.05)
assert time.process_time() - computed[0] < 0.04 and time.thread_time() - computed[1] < 0.04

info = time.get_clock_info("monotonic")
assert (info.monotonic, info.adjustable) == (True, False) and 0 < info.resolution <= 1e-3
assert "monotonic" in info.implementation.lower()
assert time.get_clock_info("time").adjustable is True
for name in ("perf_counter", "process_time", "thread_time"):
    assert time.get_clock_info(name).monotonic is True
assert raised(ValueError, time.get_clock_info, "sundial") == "unknown clock"
raised(TypeError, time.get_clock_info, 1)

assert abs(time.clock_gettime(time.CLOCK_REALTIME) - time.time()) < 5
assert abs(time.clock_gettime(time.CLOCK_MONOTONIC) - time.monotonic()) < 5
assert isinstance(time.clock_gettime_ns(time.CLOCK_MONOTONIC), int)
assert time.clock_getres(time.CLOCK_MONOTONIC) > 0
raised(OSError, time.clock_gettime, 9999)

names = {"altzone", "asctime", "ctime", "daylight", "gmtime", "localtime", "mktime", "strftime",
         "strptime", "struct_time", "timezone", "tzname", "tzset"}
assert all(hasattr(time, name) for name in names)
print("ok")
