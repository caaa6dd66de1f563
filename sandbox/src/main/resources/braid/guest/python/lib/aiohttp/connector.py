"""Connections: how many a session may have at a time, and who waits for one.

Connecting itself takes no time here; what a page takes, takes its request.
"""

import asyncio as _asyncio
from collections import deque as _deque, namedtuple as _namedtuple

import _braid
import _braid_internet as _internet
from _braid_os import refusing as _refusing
from aiohttp import client_exceptions as _errors

ConnectionKey = _namedtuple("ConnectionKey", "host port is_ssl ssl proxy proxy_auth "
                            "proxy_headers_hash", defaults=(None, None, None))
_ADDRESS = "192.0.2.1"


class Connection:
    """A connection in use."""

    def __init__(self, connector, key):
        self._connector, self._key = connector, key
        self.stream = None

    closed = property(lambda self: self._connector is None)
    transport = property(lambda self: None)

    def release(self):
        """Gives it back."""
        connector, self._connector = self._connector, None
        if connector is not None:
            connector._give_back(self)

    close = release


class BaseConnector:
    """Gives connections out: `limit` in all, `limit_per_host` to each host; 0 is no limit."""

    def __init__(self, *, keepalive_timeout=15.0, force_close=False, limit=100, limit_per_host=0,
                 enable_cleanup_closed=False, loop=None, timeout_ceil_threshold=5):
        self._loop = loop or _asyncio.get_running_loop()
        self._limit, self._limit_per_host = limit, limit_per_host
        self._force_close = force_close
        self._used = []
        self._waiters = _deque()
        self._closed = False
        self._has_connected = False

    closed = property(lambda self: self._closed)
    limit = property(lambda self: self._limit)
    limit_per_host = property(lambda self: self._limit_per_host)
    force_close = property(lambda self: self._force_close)

    async def __aenter__(self):
        return self

    async def __aexit__(self, *_):
        await self.close()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self._close()

    def close(self):
        """Ends all connections."""
        self._close()
        return _Nothing()

    def _close(self):
        self._closed = True
        for waiter, _ in self._waiters:
            waiter.cancel()

    async def connect(self, key, waiting, url):
        """Waits until there is a connection to give out, and gives it."""
        if not self._has_room(key):
            await self._await_room(key, waiting, url)
        _connect(key)
        if self._closed:
            raise _errors.ClientConnectionError("Connector is closed.")
        made = Connection(self, key)
        self._used.append(made)
        self._has_connected = True
        return made

    def _has_room(self, key):
        if self._limit and len(self._used) >= self._limit:
            return False
        here = [each for each in self._used if each._key == key]
        return not self._limit_per_host or len(here) < self._limit_per_host

    async def _await_room(self, key, waiting, url):
        while not self._has_room(key):
            waiter = self._loop.create_future()
            waiter._braid_name = "a free connection"
            self._waiters.append((waiter, key))
            for used in self._used:
                self.watch(used)
            try:
                await waiting.until(waiter, url)
            finally:
                if (waiter, key) in self._waiters:
                    self._waiters.remove((waiter, key))

    def watch(self, used):
        """Where somebody waits, a connection is free as soon as the body has come, read or not."""
        if self._waiters and used.stream is not None:
            left = used.stream.due(len(used.stream._body)) - _braid.now()
            used.stream = None
            self._loop.call_later(max(0, left) / 1e9, used.release)

    def _give_back(self, connection):
        if connection in self._used:
            self._used.remove(connection)
        for waiter, key in list(self._waiters):
            if self._has_room(key) and not waiter.done():
                waiter.set_result(None)
                break


class TCPConnector(BaseConnector):
    """Connections to the hosts of the simulated internet."""

    def __init__(self, *, verify_ssl=True, fingerprint=None, use_dns_cache=True, ttl_dns_cache=10,
                 family=0, ssl_context=None, ssl=True, local_addr=None, resolver=None,
                 happy_eyeballs_delay=0.25, interleave=None, socket_factory=None,
                 ssl_shutdown_timeout=0, **options):
        super().__init__(**options)
        self._family, self._ssl, self._use_dns_cache = family, ssl, use_dns_cache

    family = property(lambda self: self._family)
    use_dns_cache = property(lambda self: self._use_dns_cache)

    def clear_dns_cache(self, host=None, port=None):
        """Nothing is remembered of hosts."""


class _Nothing:
    """Can be awaited, and need not be."""

    def __await__(self):
        return iter(())


def _connect(key):
    """Raises what `aiohttp` raises where there is no connection."""
    try:
        _internet.connect(key.host)
    except ConnectionError as error:
        address = "127.0.0.1" if key.host in ("localhost", "127.0.0.1") else _ADDRESS
        error = OSError(error.errno, f"Connect call failed {(address, key.port)}")
        raise _errors.ClientConnectorError(key, error) from error
    except OSError as error:
        raise _errors.ClientConnectorDNSError(key, error) from error


class ThreadedResolver:
    """Finds the address of a host."""

    def __init__(self, loop=None):
        pass

    async def resolve(self, host, port=0, family=0):
        _internet.connect(host)
        return [{"hostname": host, "host": _ADDRESS, "port": port, "family": 2, "proto": 0,
                 "flags": 0}]

    async def close(self):
        """Nothing to close."""


AsyncResolver = DefaultResolver = ThreadedResolver
UnixConnector = _refusing("aiohttp.UnixConnector()", "there are no sockets of a real machine here")
NamedPipeConnector = _refusing("aiohttp.NamedPipeConnector()",
                               "there are no pipes of a real machine here")
