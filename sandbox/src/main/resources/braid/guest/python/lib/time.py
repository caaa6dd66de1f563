"""Stand-in for `time`: every clock is the run's virtual clock; the time zone is UTC."""

import sys as _sys

import _braid
from _braid import now as _now, sleep as _sleep
from _braid_in_c import are_in_c as _are_in_c
from _braid_original_time import struct_time, asctime as _asctime, gmtime as _gmtime
from _braid_seconds import nanos as _nanos
from _braid_strftime import strftime as _strftime

SECOND_NANOS = 1_000_000_000
UPTIME_NANOS = 100_000 * SECOND_NANOS  # the machine has been up for a while, as real ones have
DAY_SECONDS = 86_400

CLOCK_REALTIME, CLOCK_MONOTONIC = 0, 1
CLOCK_PROCESS_CPUTIME_ID, CLOCK_THREAD_CPUTIME_ID = 2, 3
CLOCK_MONOTONIC_RAW, CLOCK_BOOTTIME, CLOCK_TAI = 4, 7, 11
_STRUCT_TM_ITEMS = 11

timezone = altzone = daylight = 0
tzname = ("UTC", "UTC")

_epoch = _braid.epoch()
_asleep = {}


def time():
    """Seconds since 1970 on the virtual clock."""
    return (_epoch + _now()) / SECOND_NANOS


def time_ns():
    return _epoch + _now()


def monotonic():
    """Seconds on a clock that never goes back; only differences mean something."""
    return (UPTIME_NANOS + _now()) / SECOND_NANOS


def monotonic_ns():
    return UPTIME_NANOS + _now()


def perf_counter():
    return (UPTIME_NANOS + _now()) / SECOND_NANOS


def perf_counter_ns():
    return UPTIME_NANOS + _now()


def thread_time_ns():
    """Time the current thread has spent computing: what it has lived, less what it slept."""
    return max(0, _now() - _asleep.get(_braid.current(), 0))


def thread_time():
    return thread_time_ns() / SECOND_NANOS


def process_time_ns():
    return thread_time_ns()


def process_time():
    return thread_time_ns() / SECOND_NANOS


def sleep(seconds, /):
    """Lets the given virtual time pass for the current thread; it costs nothing on the wall."""
    whole = _nanos(seconds)
    if whole < 0:
        raise ValueError("sleep length must be non-negative")
    if whole:
        task = _braid.current()
        _asleep[task] = _asleep.get(task, 0) + whole
    _sleep(whole)


def gmtime(seconds=None, /):
    found = _gmtime(time() if seconds is None else seconds)
    return struct_time((*found[:9], "GMT", 0)) if found.tm_zone != "GMT" else found


def localtime(seconds=None, /):
    """As `gmtime`: the virtual machine stands in UTC."""
    return struct_time((*_gmtime(time() if seconds is None else seconds)[:9], "UTC", 0))


def asctime(*given):
    return _asctime(*given) if given else _asctime(localtime())


def ctime(seconds=None, /):
    return _asctime(gmtime(seconds))


def strftime(*given):
    if not given:
        raise TypeError("strftime() takes at least 1 argument (0 given)")
    format, *given = given
    if not isinstance(format, str):
        raise TypeError(f"strftime() argument 1 must be str, not {type(format).__name__}")
    if len(given) > 1:
        raise TypeError(f"strftime() takes at most 2 arguments ({1 + len(given)} given)")
    return _strftime(format, given[0] if given else localtime())


def strptime(string, format="%a %b %d %H:%M:%S %Y", /):
    import _strptime
    return _strptime._strptime_time(string, format)


def mktime(moment, /):
    """Seconds since 1970 of a moment in local time, which is UTC; fields may overflow."""
    if not isinstance(moment, tuple):
        raise TypeError("Tuple or struct_time argument required")
    if len(moment) != 9:
        raise TypeError("mktime(): illegal time tuple argument")
    year, month, day, hour, minute, second = moment[:6]
    year += (month - 1) // 12
    days = _days_before(year, (month - 1) % 12) + day - 1
    return float(days * DAY_SECONDS + hour * 3600 + minute * 60 + second)


def _days_before(year, month_index):
    before = year - 1
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    lengths = (31, 29 if leap else 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
    return before * 365 + before // 4 - before // 100 + before // 400 - 719162 \
        + sum(lengths[:month_index])


def tzset():
    """The virtual machine knows one time zone; there is nothing to read."""


_CLOCKS = {
    "time": ("clock_gettime(CLOCK_REALTIME)", False, True),
    "monotonic": ("clock_gettime(CLOCK_MONOTONIC)", True, False),
    "perf_counter": ("clock_gettime(CLOCK_MONOTONIC)", True, False),
    "process_time": ("clock_gettime(CLOCK_PROCESS_CPUTIME_ID)", True, False),
    "thread_time": ("clock_gettime(CLOCK_THREAD_CPUTIME_ID)", True, False),
}
_READERS = {
    CLOCK_REALTIME: time_ns, CLOCK_TAI: time_ns, CLOCK_MONOTONIC: monotonic_ns,
    CLOCK_MONOTONIC_RAW: monotonic_ns, CLOCK_BOOTTIME: monotonic_ns,
    CLOCK_PROCESS_CPUTIME_ID: process_time_ns, CLOCK_THREAD_CPUTIME_ID: thread_time_ns,
}


def get_clock_info(name, /):
    if not isinstance(name, str):
        raise TypeError(f"get_clock_info() argument 1 must be str, not {type(name).__name__}")
    found = _CLOCKS.get(name)
    if found is None:
        raise ValueError("unknown clock")
    return type(_sys.implementation)(
        implementation=found[0], monotonic=found[1], adjustable=found[2], resolution=1e-09)


def clock_gettime_ns(clk_id, /):
    reader = _READERS.get(clk_id)
    if reader is None:
        raise OSError(22, "Invalid argument")
    return reader()


def clock_gettime(clk_id, /):
    return clock_gettime_ns(clk_id) / SECOND_NANOS


def clock_getres(clk_id, /):
    clock_gettime_ns(clk_id)
    return 1e-09


def clock_settime(clk_id, seconds, /):
    raise PermissionError(1, "Operation not permitted")


def clock_settime_ns(clk_id, nanos, /):
    raise PermissionError(1, "Operation not permitted")


def pthread_getcpuclockid(thread_id, /):
    return CLOCK_THREAD_CPUTIME_ID


_are_in_c(globals(), "time", "time_ns", "monotonic", "monotonic_ns", "perf_counter",
          "perf_counter_ns", "process_time", "sleep", "gmtime", "localtime", "strftime", "ctime",
          "asctime", "mktime")
