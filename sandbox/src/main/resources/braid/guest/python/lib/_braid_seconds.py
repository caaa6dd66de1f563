"""Seconds as Python programs give them, to whole nanoseconds, with CPython's errors.

Source: CPython 3.12, `_PyTime_FromSecondsObject` with ROUND_TIMEOUT, and `lock_acquire_parse_args`.
"""

from _operator import index as _index

FOREVER = -1
SHORTEST_NANOS = 1
SECOND_NANOS = 1_000_000_000
TIMEOUT_MAX = 9223372036.0
NANOS_MAX = 2**63
TIMEOUT_MAX_NANOS = 9223372036854775807


def nanos(seconds):
    """Whole nanoseconds, away from zero where a fraction is left."""
    if isinstance(seconds, float):
        if seconds != seconds:
            raise ValueError("Invalid value NaN (not a number)")
        scaled = seconds * 1e9
        if not -NANOS_MAX <= scaled < NANOS_MAX:
            raise OverflowError("timestamp out of range for platform time_t")
        whole = int(scaled)
        if scaled > whole:
            return whole + 1
        return whole - 1 if scaled < whole else whole
    whole = _index(seconds) * SECOND_NANOS
    if not -NANOS_MAX <= whole < NANOS_MAX:
        raise OverflowError("timestamp too large to convert to C _PyTime_t")
    return whole


def patience(seconds):
    """Nanoseconds for a timeout that may be None (for ever) or below zero (do not wait)."""
    if seconds is None:
        return FOREVER
    if seconds > 0:
        return nanos(seconds)
    return 0


def permit_patience(blocking, timeout):
    """Nanoseconds for the two arguments of a semaphore's `acquire`."""
    if blocking:
        return patience(timeout)
    if timeout is not None:
        raise ValueError("can't specify timeout for non-blocking acquire")
    return 0


def lock_patience(blocking, timeout):
    """Nanoseconds for the two arguments of a lock's `acquire`."""
    whole = nanos(timeout)
    if not blocking:
        if whole != -SECOND_NANOS:
            raise ValueError("can't specify a timeout for a non-blocking call")
        return 0
    if whole >= 0:
        return whole
    if whole != -SECOND_NANOS:
        raise ValueError("timeout value must be positive")
    return FOREVER
