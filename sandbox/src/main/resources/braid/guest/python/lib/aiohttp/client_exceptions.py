"""The errors of the client of `aiohttp`."""

import asyncio as _asyncio


class ClientError(Exception):
    """Something went wrong with a request."""


class ClientResponseError(ClientError):
    """An answer came, but not a good one."""

    def __init__(self, request_info, history, *, status=None, message="", headers=None):
        self.request_info, self.history = request_info, history
        self.status, self.message, self.headers = status or 0, message, headers
        self.args = request_info, history

    def __str__(self):
        return f"{self.status}, message={self.message!r}, url={str(self.request_info.real_url)!r}"

    def __repr__(self):
        text = f"{self.request_info!r}, {self.history!r}"
        if self.status:
            text += f", status={self.status!r}"
        if self.message:
            text += f", message={self.message!r}"
        if self.headers is not None:
            text += f", headers={self.headers!r}"
        return f"{type(self).__name__}({text})"


class ContentTypeError(ClientResponseError):
    """The answer is not of the type that was expected."""


class WSServerHandshakeError(ClientResponseError):
    """The server does not speak WebSocket."""


class ClientHttpProxyError(ClientResponseError):
    """A proxy answered badly."""


class TooManyRedirects(ClientResponseError):
    """One redirection followed the other."""


class ClientConnectionError(ClientError):
    """Something went wrong with a connection."""


class ClientConnectionResetError(ClientConnectionError, ConnectionResetError):
    """A connection was broken before the request had left."""


class ClientOSError(ClientConnectionError, OSError):
    """The operating system reports a failure."""


class ClientConnectorError(ClientOSError):
    """There was no connection."""

    def __init__(self, connection_key, os_error):
        self._key, self._os_error = connection_key, os_error
        super().__init__(os_error.errno, os_error.strerror)
        self.args = connection_key, os_error

    os_error = property(lambda self: self._os_error)
    host = property(lambda self: self._key.host)
    port = property(lambda self: self._key.port)
    ssl = property(lambda self: self._key.ssl)

    def __str__(self):
        ssl = "default" if self.ssl is True else self.ssl
        return f"Cannot connect to host {self.host}:{self.port} ssl:{ssl} [{self.strerror}]"

    __reduce__ = BaseException.__reduce__


class ClientConnectorDNSError(ClientConnectorError):
    """The host is not found."""


class ClientProxyConnectionError(ClientConnectorError):
    """There was no connection to a proxy."""


class ClientSSLError(ClientConnectorError):
    """Something is wrong with the encryption."""


class ClientConnectorSSLError(ClientSSLError):
    """Encryption failed."""


class ClientConnectorCertificateError(ClientSSLError, ValueError):
    """A certificate is not valid."""


class ServerConnectionError(ClientConnectionError):
    """The server ended the connection."""


class ServerDisconnectedError(ServerConnectionError):
    """The server ended the connection instead of answering."""

    def __init__(self, message=None):
        self.message = "Server disconnected" if message is None else message
        self.args = (self.message,)


class ServerTimeoutError(ServerConnectionError, _asyncio.TimeoutError):
    """The server took too long."""


class ConnectionTimeoutError(ServerTimeoutError):
    """Connecting took too long."""


class SocketTimeoutError(ServerTimeoutError):
    """Nothing came for too long."""


class ServerFingerprintMismatch(ServerConnectionError):
    """The certificate is another one."""

    def __init__(self, expected, got, host, port):
        self.expected, self.got, self.host, self.port = expected, got, host, port
        self.args = expected, got, host, port


class ClientPayloadError(ClientError):
    """The body of an answer is broken."""


class InvalidURL(ClientError, ValueError):
    """The address is none."""

    def __init__(self, url, description=None):
        self._url, self._description = url, description
        super().__init__(*((url, description) if description else (url,)))

    url = property(lambda self: self._url)
    description = property(lambda self: self._description)

    def __str__(self):
        return f"{self._url} - {self._description}" if self._description else str(self._url)

    def __repr__(self):
        return f"<{type(self).__name__} {self}>"


class InvalidUrlClientError(InvalidURL):
    """The address that the program gave is none."""


class RedirectClientError(ClientError):
    """Something is wrong with a redirection."""


class NonHttpUrlClientError(ClientError):
    """The address names another protocol."""


class InvalidUrlRedirectClientError(InvalidUrlClientError, RedirectClientError):
    """The address of a redirection is none."""


class NonHttpUrlRedirectClientError(NonHttpUrlClientError, RedirectClientError):
    """The address of a redirection names another protocol."""


class WSMessageTypeError(TypeError):
    """A message is of another type."""
