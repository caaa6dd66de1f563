"""What a server answered."""

import json as _json
from collections import namedtuple as _namedtuple

from aiohttp import client_exceptions as _errors
from aiohttp.streams import StreamReader
from multidict import CIMultiDict as _CIMultiDict, CIMultiDictProxy as _CIMultiDictProxy

HttpVersion = _namedtuple("HttpVersion", "major minor")
HttpVersion10, HttpVersion11 = HttpVersion(1, 0), HttpVersion(1, 1)
RequestInfo = _namedtuple("RequestInfo", "url method headers real_url")


class Fingerprint:
    """The digest of a certificate; there are none here to compare it with."""

    def __init__(self, fingerprint):
        self.fingerprint = fingerprint


class ClientResponse:
    """An answer; its body may still be on its way."""

    def __init__(self, method, url, sent_headers, answer, waiting, connection):
        self.method, self._url = method, url
        self.version, self.status, self.reason = HttpVersion11, answer.status, answer.reason
        self._headers = _CIMultiDictProxy(_CIMultiDict(answer.headers()))
        self.request_info = RequestInfo(url, method, _CIMultiDictProxy(sent_headers), url)
        self._history, self._body, self._is_released = (), None, False
        self._connection = connection
        self._in_context = False
        body = b"" if method == "HEAD" else answer.body
        self.content = StreamReader(body, waiting, f"{method} {url}")
        self.content._at_end.append(connection.release)
        if body:
            connection.stream = self.content
        else:
            connection.release()

    url = real_url = property(lambda self: self._url)
    host = property(lambda self: self._url.host)
    headers = property(lambda self: self._headers)
    history = property(lambda self: self._history)
    connection = property(lambda self: None if self._connection.closed else self._connection)
    ok = property(lambda self: self.status < 400)
    closed = property(lambda self: self._is_released or self._connection.closed)

    @property
    def raw_headers(self):
        return tuple((name.encode(), value.encode()) for name, value in self._headers.items())

    @property
    def cookies(self):
        from http.cookies import SimpleCookie
        return SimpleCookie("; ".join(self._headers.getall("Set-Cookie", ())))

    @property
    def content_type(self):
        return self._type()[0] or "application/octet-stream"

    @property
    def charset(self):
        return self._type()[1]

    @property
    def content_length(self):
        length = self._headers.get("Content-Length")
        return None if length is None else int(length)

    def _type(self):
        kind, *parameters = self._headers.get("Content-Type", "").lower().split(";")
        named = dict(each.strip().partition("=")[::2] for each in parameters)
        return kind.strip(), named.get("charset")

    def get_encoding(self):
        return self.charset or "utf-8"

    async def read(self):
        """The whole body."""
        if self._body is None:
            self._body = await self.content.read()
        elif self._is_released:
            raise _errors.ClientConnectionError("Connection closed")
        return self._body

    async def text(self, encoding=None, errors="strict"):
        if self._body is None:
            await self.read()
        return self._body.decode(encoding or self.get_encoding(), errors)

    async def json(self, *, encoding=None, loads=_json.loads, content_type="application/json"):
        """The body as JSON; its type must say so."""
        if self._body is None:
            await self.read()
        kind = self._headers.get("Content-Type", "").lower()
        if content_type and not _is_expected(kind, content_type):
            raise _errors.ContentTypeError(
                self.request_info, self._history, status=self.status, headers=self._headers,
                message=f"Attempt to decode JSON with unexpected mimetype: {kind}")
        body = self._body.strip()
        return loads(body.decode(encoding or self.get_encoding())) if body else None

    def raise_for_status(self):
        """Raises ClientResponseError where the status is that of an error."""
        if self.ok:
            return
        if not self._in_context:
            self.release()
        raise _errors.ClientResponseError(self.request_info, self._history, status=self.status,
                                          message=self.reason, headers=self._headers)

    def release(self):
        """Gives the connection back; what has not been read is lost."""
        self._is_released = True
        self.content.end()
        self._connection.release()
        return _Nothing()

    def close(self):
        self.release()

    async def wait_for_close(self):
        self.release()

    async def __aenter__(self):
        self._in_context = True
        return self

    async def __aexit__(self, *_):
        self._in_context = False
        self.release()

    def __repr__(self):
        return f"<ClientResponse({self._url}) [{self.status} {self.reason}]>\n{self._headers!r}\n"


class _Nothing:
    """Can be awaited, and need not be."""

    def __await__(self):
        return iter(())


def _is_expected(kind, expected):
    kind = kind.partition(";")[0].strip()
    if expected == "application/json":
        return kind == expected or kind.startswith("application/") and kind.endswith("+json")
    return expected in kind
