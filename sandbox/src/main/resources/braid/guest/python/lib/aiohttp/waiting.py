"""How long a request may wait, and for what: for a connection, for the answer, for its body."""

import asyncio
import math

import _braid
from aiohttp.client_exceptions import ConnectionTimeoutError, SocketTimeoutError

SECOND_NANOS = 1_000_000_000


class ClientTimeout:
    """The limits of a request, in seconds; None is no limit."""

    __slots__ = ("total", "connect", "sock_read", "sock_connect", "ceil_threshold")

    def __init__(self, total=None, connect=None, sock_read=None, sock_connect=None,
                 ceil_threshold=5):
        values = total, connect, sock_read, sock_connect, ceil_threshold
        for name, value in zip(self.__slots__, values):
            object.__setattr__(self, name, value)

    def __setattr__(self, name, value):
        raise AttributeError(f"cannot assign to field {name!r}")

    def _key(self):
        return tuple(getattr(self, name) for name in self.__slots__)

    def __eq__(self, other):
        return isinstance(other, ClientTimeout) and self._key() == other._key()

    def __hash__(self):
        return hash(self._key())

    def __repr__(self):
        held = ", ".join(f"{name}={getattr(self, name)!r}" for name in self.__slots__)
        return f"ClientTimeout({held})"


DEFAULT_TIMEOUT = ClientTimeout(total=5 * 60, sock_connect=30)


class Waiting:
    """The waits of one request: what runs waits for the network, but not longer than it may."""

    def __init__(self, loop, timeout):
        self._loop, self.timeout = loop, timeout
        self._end = self._due(timeout.total)

    def _due(self, seconds):
        if not seconds or seconds <= 0:
            return None
        due = self._loop.time() + seconds
        return math.ceil(due) if seconds >= self.timeout.ceil_threshold else due

    async def network(self, shown, nanos, limit=None):
        """Waits for the network for so long; raises TimeoutError when that takes too long."""
        late = None
        if limit is not None and limit * SECOND_NANOS < nanos:
            nanos = max(1, int(limit * SECOND_NANOS))
            late = SocketTimeoutError("Timeout on reading data from socket")
        if self._end is not None and self._loop.time() + nanos / SECOND_NANOS > self._end:
            nanos = max(1, round((self._end - self._loop.time()) * SECOND_NANOS))
            late = asyncio.TimeoutError()
        future = self._loop.create_future()
        future._braid_due = nanos, _braid.now() + nanos, shown
        timer = self._loop.call_later(nanos / SECOND_NANOS, answer, future)
        try:
            await future
        finally:
            timer.cancel()
        if late is not None:
            raise late

    async def until(self, future, url):
        """Waits for a future of a connector, no longer than connecting may take."""
        ends = [end for end in (self._end, self._due(self.timeout.connect)) if end is not None]
        timer = None
        if ends:
            is_total = min(ends) == self._end
            error = asyncio.TimeoutError() if is_total else \
                ConnectionTimeoutError(f"Connection timeout to host {url}")
            timer = self._loop.call_at(min(ends), expire, future, error)
        try:
            await future
        finally:
            if timer is not None:
                timer.cancel()


def answer(future):
    """The network has done its part."""
    if not future.done():
        future.set_result(None)


def expire(future, error):
    if not future.done():
        future.set_exception(error)
