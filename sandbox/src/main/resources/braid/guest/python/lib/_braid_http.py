"""`http.client` over the simulated internet: its connections talk to no socket.

The standard module stays; only what it sends its requests through is ours. So `urllib.request`
works unchanged on top.
"""

import io

import _braid_internet as internet


class Wire:
    """Looks to `http.client` like a socket: takes a request's bytes, gives the answer's."""

    def __init__(self, scheme, host, timeout):
        self._scheme, self._host, self._timeout = scheme, host, timeout
        self._sent = bytearray()

    def sendall(self, data):
        self._sent += bytes(data)

    def makefile(self, *_args, **_kwargs):
        head, _, body = bytes(self._sent).partition(b"\r\n\r\n")
        self._sent.clear()
        first, *lines = head.decode("latin-1").split("\r\n")
        method, target, _ = first.split(" ", 2)
        headers = {}
        for line in lines:
            name, _, value = line.partition(":")
            headers[name.strip().lower()] = value.strip()
        request = internet.Request(method, self._scheme, self._host, target, headers, body)
        try:
            answer = internet.fetch(request, self._timeout)
        except internet.Disconnected as error:
            from http.client import RemoteDisconnected
            raise RemoteDisconnected(*error.args) from None
        text = f"HTTP/1.1 {answer.status} {answer.reason}\r\n"
        text += "".join(f"{name}: {value}\r\n" for name, value in answer.headers())
        content = b"" if method == "HEAD" else answer.body
        return io.BytesIO(text.encode("latin-1") + b"\r\n" + content)

    def settimeout(self, timeout):
        self._timeout = timeout

    def setsockopt(self, *_):
        pass

    def shutdown(self, *_):
        pass

    def close(self):
        pass


def dress(module):
    """Has the connections of `http.client` reach the simulated internet."""
    from socket import _GLOBAL_DEFAULT_TIMEOUT

    def connecting(scheme):
        def connect(self):
            internet.connect(self.host)
            timeout = None if self.timeout is _GLOBAL_DEFAULT_TIMEOUT else self.timeout
            self.sock = Wire(scheme, self.host, timeout)
            if self._tunnel_host:
                self._tunnel()
        return connect

    plain = module.HTTPConnection
    plain.connect = connecting("http")

    class HTTPSConnection(plain):
        default_port = module.HTTPS_PORT

        def __init__(self, host, port=None, *, timeout=_GLOBAL_DEFAULT_TIMEOUT,
                     source_address=None, context=None, blocksize=8192):
            super().__init__(host, port, timeout, source_address, blocksize=blocksize)

        connect = connecting("https")

    HTTPSConnection.__module__ = "http.client"
    module.HTTPSConnection = HTTPSConnection
    module._create_https_context = lambda version: None
    if "HTTPSConnection" not in module.__all__:
        module.__all__.append("HTTPSConnection")


def dress_request(module):
    """There are no hosts that speak FTP."""
    from _braid_os import refusing
    why = "the simulated internet speaks HTTP only"
    module.FTPHandler.ftp_open = refusing("urllib.request.FTPHandler.ftp_open()", why)
    module.CacheFTPHandler.connect_ftp = refusing("urllib.request.CacheFTPHandler.connect_ftp()", why)
