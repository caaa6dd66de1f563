"""A stand-in for the client of the library `aiohttp`, over the simulated internet.

Source of the behaviour: the client reference of aiohttp 3.12. What concerns real connections
(certificates, proxies, compression) is accepted and does nothing; servers, WebSockets and
multipart bodies are refused.
"""

from collections import namedtuple as _namedtuple
from enum import IntEnum as _IntEnum

from _braid_os import refusing as _refusing
from aiohttp import hdrs
from aiohttp.client import ClientSession, request
from aiohttp.client_exceptions import (
    ClientConnectionError, ClientConnectionResetError, ClientConnectorCertificateError,
    ClientConnectorDNSError, ClientConnectorError, ClientConnectorSSLError, ClientError,
    ClientHttpProxyError, ClientOSError, ClientPayloadError, ClientProxyConnectionError,
    ClientResponseError, ClientSSLError, ConnectionTimeoutError, ContentTypeError, InvalidURL,
    InvalidUrlClientError, InvalidUrlRedirectClientError, NonHttpUrlClientError,
    NonHttpUrlRedirectClientError, RedirectClientError, ServerConnectionError,
    ServerDisconnectedError, ServerFingerprintMismatch, ServerTimeoutError, SocketTimeoutError,
    TooManyRedirects, WSMessageTypeError, WSServerHandshakeError)
from aiohttp.client_reqrep import (ClientResponse, Fingerprint, HttpVersion, HttpVersion10,
                                   HttpVersion11, RequestInfo)
from aiohttp.connector import (AsyncResolver, BaseConnector, DefaultResolver, NamedPipeConnector,
                               TCPConnector, ThreadedResolver, UnixConnector)
from aiohttp.cookiejar import CookieJar, DummyCookieJar
from aiohttp.formdata import BasicAuth, FormData
from aiohttp.streams import EofStream, StreamReader
from aiohttp.tracing import PARAMETERS as _parameters, TraceConfig
from aiohttp.waiting import ClientTimeout

__version__ = "3.12.15"
globals().update({kind.__name__: kind for kind in _parameters.values()})
ClientWSTimeout = _namedtuple("ClientWSTimeout", "ws_receive ws_close", defaults=(None, 10.0))
WSMessage = _namedtuple("WSMessage", "type data extra")


class WSMsgType(_IntEnum):
    """Types of messages of WebSocket."""

    CONTINUATION, TEXT, BINARY, PING, PONG, CLOSE = 0, 1, 2, 9, 10, 8
    CLOSING, CLOSED, ERROR = 0x100, 0x101, 0x102
    text, binary, ping, pong, close = 1, 2, 9, 10, 8
    closing, closed, error = 0x100, 0x101, 0x102


class WSCloseCode(_IntEnum):
    """Why a WebSocket is closed."""

    OK, GOING_AWAY, PROTOCOL_ERROR, UNSUPPORTED_DATA = 1000, 1001, 1002, 1003
    ABNORMAL_CLOSURE, INVALID_TEXT, POLICY_VIOLATION = 1006, 1007, 1008
    MESSAGE_TOO_BIG, MANDATORY_EXTENSION, INTERNAL_ERROR = 1009, 1010, 1011
    SERVICE_RESTART, TRY_AGAIN_LATER, BAD_GATEWAY = 1012, 1013, 1014


ClientWebSocketResponse = _refusing("aiohttp.ClientWebSocketResponse()",
                                    "no host of the simulated internet speaks WebSocket")
MultipartWriter = _refusing("aiohttp.MultipartWriter()",
                            "no host of the simulated internet takes bodies in parts")
MultipartReader = _refusing("aiohttp.MultipartReader()",
                            "no host of the simulated internet sends bodies in parts")


def __getattr__(name):
    if name == "web":
        from importlib import import_module
        return import_module("aiohttp.web")
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
