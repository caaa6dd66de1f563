"""Datagrams of event loops: packets within the program, in memory, in order and never lost.

Source of the behaviour: the documentation of Python 3.12's `asyncio`, "Datagram Transports".
"""

from asyncio import events, transports

_endpoints = {}


def created(loop, factory, own, remote):
    """An endpoint at its own address, and the protocol it tells of what arrives."""
    if own in _endpoints:
        raise OSError(98, "Address already in use")
    protocol = factory()
    made = _endpoints[own] = Endpoint(loop, protocol, own, remote)
    loop.call_soon(protocol.connection_made, made)
    return made, protocol


class Endpoint(transports.DatagramTransport):
    """Sends packets to the program's other endpoints, and gets theirs."""

    def __init__(self, loop, protocol, own, remote):
        from _braid_streams import Socket
        super().__init__({"socket": Socket(own, remote), "sockname": own, "peername": remote})
        self._loop, self._protocol, self._own, self._remote = loop, protocol, own, remote
        self._is_closing = False

    def sendto(self, data, addr=None):
        if not isinstance(data, (bytes, bytearray, memoryview)):
            raise TypeError("data argument must be a bytes-like object, not "
                            f"{type(data).__name__!r}")
        if self._remote is not None and addr not in (None, self._remote):
            raise ValueError(f"Invalid address: must be None or {self._remote}")
        from _braid_streams import known
        target = _endpoints.get(known(*(addr or self._remote)[:2]))
        if target is not None and not self._is_closing:
            target._later(target._arrive, bytes(data), self._own)
        elif target is None and self._remote is not None:
            self._loop.call_soon(self._protocol.error_received,
                                 ConnectionRefusedError(111, "Connection refused"))

    def _later(self, function, *args):
        from _braid_streams import LATENCY_SECONDS
        if events._get_running_loop() is self._loop:
            self._loop.call_later(LATENCY_SECONDS, function, *args)
        else:
            self._loop.call_soon_threadsafe(function, *args)

    def _arrive(self, data, sender):
        if not self._is_closing and self._remote in (None, sender):
            self._protocol.datagram_received(data, sender)

    def close(self):
        if not self._is_closing:
            self._is_closing = True
            _endpoints.pop(self._own, None)
            self._loop.call_soon(self._protocol.connection_lost, None)

    abort = close

    def is_closing(self):
        return self._is_closing

    def get_write_buffer_size(self):
        return 0
