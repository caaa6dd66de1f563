"""The network of event loops: servers and connections within the program, in memory.

A `Connection` is one end of a pair: what one end writes the other's protocol receives a little
later, in order. Nothing leaves the program: there is no other host.
"""

from asyncio import events, transports

from _braid_os import refusing

LATENCY_SECONDS = 0.0005
HIGH_WATER_BYTES = 64 * 1024
PORT_FIRST = 49152
OWN_HOSTS = (None, "", "localhost", "127.0.0.1", "0.0.0.0", "::1", "::")
_servers = {}
_ports = iter(range(PORT_FIRST, 65536))


class Socket:
    """What `get_extra_info("socket")` and `server.sockets` give: an address and nothing more."""

    family, type, proto = 2, 1, 6

    def __init__(self, own, other=None):
        self._own, self._other = own, other

    def getsockname(self):
        return self._own

    def getpeername(self):
        return self._other

    def fileno(self):
        return -1

    def setsockopt(self, *_):
        pass

    def __repr__(self):
        return f"<asyncio.TransportSocket laddr={self._own}, raddr={self._other}>"


class Network:
    """What an event loop can do with a network."""

    async def create_server(self, protocol_factory, host=None, port=None, *, ssl=None,
                            start_serving=True, **options):
        _refuse_tls(ssl)
        hosts = host if isinstance(host, (list, tuple)) else [host]
        address = (_shown(hosts[0]), next(_ports) if not port else int(port))
        return self._begin_server(protocol_factory, address, address[1], start_serving)

    async def create_unix_server(self, protocol_factory, path=None, *, ssl=None, sock=None,
                                 start_serving=True, **options):
        _refuse_tls(ssl)
        if path is None:
            raise ValueError("path was not specified, and no sock specified")
        return self._begin_server(protocol_factory, str(path), str(path), start_serving)

    def _begin_server(self, factory, address, key, starts):
        if key in _servers:
            if isinstance(address, str):
                raise OSError(98, f"Address {address!r} is already in use")
            raise OSError(98, f"error while attempting to bind on address {address}: "
                              "address already in use")
        server = Server(self, factory, address, key)
        if starts:
            server._start_serving()
        return server

    async def create_connection(self, protocol_factory, host=None, port=None, *, ssl=None,
                                **options):
        _refuse_tls(ssl)
        from asyncio import sleep
        await sleep(LATENCY_SECONDS)
        if host not in OWN_HOSTS:
            raise OSError(f"{host} cannot be reached: connections go to servers of the same "
                          "program only")
        server = _servers.get(int(port))
        address = (_shown(host), int(port))
        if server is None:
            raise ConnectionRefusedError(111, f"Connect call failed {address}")
        return self._joined(server, protocol_factory, ("127.0.0.1", next(_ports)), address)

    async def create_unix_connection(self, protocol_factory, path=None, *, ssl=None, sock=None,
                                     **options):
        _refuse_tls(ssl)
        if path is None:
            raise ValueError("no path and sock were specified")
        from asyncio import sleep
        await sleep(LATENCY_SECONDS)
        server = _servers.get(str(path))
        if server is None:
            raise FileNotFoundError(2, "No such file or directory")
        return self._joined(server, protocol_factory, "", str(path))

    def _joined(self, server, factory, own, address):
        near = Connection(self, Socket(own, address))
        far = Connection(server._loop, Socket(address, own), server)
        near._peer, far._peer = far, near
        protocol = factory()
        far._begin(server._factory)
        near._protocol = protocol
        protocol.connection_made(near)
        return near, protocol

    async def create_datagram_endpoint(self, protocol_factory, local_addr=None, remote_addr=None,
                                       **options):
        from _braid_datagrams import created
        if local_addr is None and remote_addr is None:
            raise ValueError("unexpected address family")
        host, port = local_addr or ("127.0.0.1", 0)
        remote = remote_addr and known(*remote_addr)
        return created(self, protocol_factory, known(host, port or next(_ports)), remote)


def known(host, port):
    """An address as all of the program know it; other hosts are refused."""
    if host not in OWN_HOSTS:
        refusing(f"a datagram to {host}", "packets go to the same program only")()
    return "127.0.0.1", int(port)


_NO_SOCKETS = "there are no sockets of a real machine here; streams and transports are modelled"
_NO_FILES = "there are no descriptors of a real machine here"
_REFUSED = {
    **dict.fromkeys(("sock_accept", "sock_connect", "sock_recv", "sock_recv_into", "sock_recvfrom",
                     "sock_recvfrom_into", "sock_sendall", "sock_sendfile", "sock_sendto",
                     "connect_accepted_socket", "getaddrinfo", "getnameinfo"), _NO_SOCKETS),
    **dict.fromkeys(("add_reader", "add_writer", "remove_reader", "remove_writer",
                     "connect_read_pipe", "connect_write_pipe", "sendfile"), _NO_FILES),
    "start_tls": "the simulated network has no certificates",
}
for _name, _why in _REFUSED.items():
    setattr(Network, _name, refusing(f"loop.{_name}()", _why))


def _refuse_tls(ssl):
    if ssl:
        refusing("TLS", "the simulated network has no certificates")()


def _shown(host):
    return "127.0.0.1" if host in OWN_HOSTS and host not in ("0.0.0.0", "::1", "::") else host


class Server(events.AbstractServer):
    """Accepts the connections to a port of the program."""

    def __init__(self, loop, factory, address, key):
        self._loop, self._factory, self._address, self._key = loop, factory, address, key
        self._connections = set()
        self._waiters = []
        self._is_serving = self._is_closed = False
        self._forever = None

    def __repr__(self):
        return f"<Server sockets={self.sockets!r}>"

    def _start_serving(self):
        self._is_serving = True
        _servers[self._key] = self

    def get_loop(self):
        return self._loop

    def is_serving(self):
        return self._is_serving

    @property
    def sockets(self):
        return () if self._is_closed else (Socket(self._address),)

    def close(self):
        if self._is_closed:
            return
        self._is_closed, self._is_serving = True, False
        _servers.pop(self._key, None)
        if self._forever is not None and not self._forever.done():
            self._forever.cancel()
            self._forever = None
        self._leave(None)

    async def start_serving(self):
        if not self._is_serving:
            self._start_serving()

    async def serve_forever(self):
        if self._forever is not None:
            raise RuntimeError(f"server {self!r} is already being awaited on serve_forever()")
        if self._is_closed:
            raise RuntimeError(f"server {self!r} is closed")
        self._start_serving()
        self._forever = self._loop.create_future()
        self._forever._braid_name = f"connections to {self._key}"
        try:
            await self._forever
        finally:
            self._forever = None
            self.close()

    async def wait_closed(self):
        if self._is_closed and not self._connections:
            return
        waiter = self._loop.create_future()
        self._waiters.append(waiter)
        await waiter

    def _leave(self, connection):
        self._connections.discard(connection)
        if self._is_closed and not self._connections:
            for waiter in self._waiters:
                if not waiter.done():
                    waiter.set_result(None)


class Connection(transports.Transport):
    """One end of a connection."""

    def __init__(self, loop, socket, server=None):
        super().__init__({"socket": socket, "sockname": socket.getsockname(),
                          "peername": socket.getpeername()})
        self._loop, self._server = loop, server
        self._protocol = self._peer = None
        self._is_closing = self._has_eof = self._is_lost = False
        self._is_reading = True
        self._pending = []
        self._unread = 0
        self._is_pausing = False
        self._high, self._low = HIGH_WATER_BYTES, HIGH_WATER_BYTES // 4
        if server is not None:
            server._connections.add(self)

    def _begin(self, factory):
        def begin():
            self._protocol = factory()
            self._protocol.connection_made(self)
        self._later(begin)

    def _later(self, function, *args):
        """Has this end do something once the news has travelled."""
        if events._get_running_loop() is self._loop:
            self._loop.call_later(LATENCY_SECONDS, function, *args)
        else:
            self._loop.call_soon_threadsafe(function, *args)

    def write(self, data):
        if not isinstance(data, (bytes, bytearray, memoryview)):
            raise TypeError("data argument must be a bytes-like object, not "
                            f"{type(data).__name__!r}")
        if self._has_eof:
            raise RuntimeError("Cannot call write() after write_eof()")
        if not data or self._is_closing:
            return
        data = bytes(data)
        peer = self._peer
        peer._unread += len(data)
        peer._later(peer._arrive, data)
        if peer._unread > self._high and not self._is_pausing:
            self._is_pausing = True
            self._protocol.pause_writing()

    def _arrive(self, data):
        if self._is_lost:
            return
        if not self._is_reading or self._protocol is None:
            self._pending.append(data)
            return
        self._unread -= len(data or b"")
        if data is None:
            if not self._protocol.eof_received():
                self.close()
        else:
            self._protocol.data_received(data)
        writer = self._peer
        if writer._is_pausing and self._unread <= writer._low:
            writer._is_pausing = False
            writer._later(writer._protocol.resume_writing)

    def pause_reading(self):
        self._is_reading = False

    def resume_reading(self):
        self._is_reading = True
        pending, self._pending = self._pending, []
        for data in pending:
            self._loop.call_soon(self._arrive, data)

    def is_reading(self):
        return self._is_reading and not self._is_closing

    def can_write_eof(self):
        return True

    def write_eof(self):
        if not self._has_eof and not self._is_closing:
            self._has_eof = True
            self._peer._later(self._peer._arrive, None)

    def close(self):
        if self._is_closing:
            return
        self.write_eof()
        self._is_closing = True
        self._loop.call_soon(self._lose, None)

    def abort(self):
        self.close()

    def _lose(self, error):
        if not self._is_lost:
            self._is_lost = True
            if self._protocol is not None:
                self._protocol.connection_lost(error)
            if self._server is not None:
                self._server._leave(self)

    def is_closing(self):
        return self._is_closing

    def set_protocol(self, protocol):
        self._protocol = protocol

    def get_protocol(self):
        return self._protocol

    def set_write_buffer_limits(self, high=None, low=None):
        self._high = HIGH_WATER_BYTES if high is None else high
        self._low = self._high // 4 if low is None else low

    def get_write_buffer_limits(self):
        return self._low, self._high

    def get_write_buffer_size(self):
        return self._peer._unread
