"""Sessions of the client of `aiohttp`: requests that wait for the simulated network."""

import asyncio as _asyncio
import json as _json
from collections.abc import Coroutine as _Coroutine
from urllib.parse import urljoin as _urljoin

import _braid_internet as _internet
import _braid_lanes as _lanes
from _braid_os import refusing as _refusing
from aiohttp import client_exceptions as _errors
from aiohttp.client_reqrep import ClientResponse, HttpVersion11
from aiohttp.connector import ConnectionKey, TCPConnector
from aiohttp.cookiejar import CookieJar
from aiohttp.formdata import BasicAuth, body_of
from aiohttp.tracing import Traces
from aiohttp.waiting import DEFAULT_TIMEOUT, ClientTimeout, Waiting
from multidict import CIMultiDict
from yarl import URL

AGENT = "Python/3.12 aiohttp/3.12.15"
REDIRECTED = (301, 302, 303, 307, 308)
_unclosed = []


class ClientSession:
    """What several requests have in common: connections, headers, cookies, limits of time."""

    def __init__(self, base_url=None, *, connector=None, loop=None, cookies=None, headers=None,
                 proxy=None, proxy_auth=None, skip_auto_headers=None, auth=None,
                 json_serialize=_json.dumps, version=HttpVersion11, cookie_jar=None,
                 connector_owner=True, raise_for_status=False, timeout=None, trace_configs=None,
                 **_options):
        self._connector = None
        self._loop = loop or _asyncio.get_running_loop()
        self._base_url = None if base_url is None else URL(base_url)
        if self._base_url is not None:
            assert self._base_url.absolute, "Only absolute URLs are supported"
            if not self._base_url.path.endswith("/"):
                raise ValueError("base_url must have a trailing '/'")
        if timeout is not None and not isinstance(timeout, ClientTimeout):
            raise ValueError(f"timeout parameter cannot be of {type(timeout)} type, please use "
                             "'timeout=ClientTimeout(...)'")
        self._timeout = DEFAULT_TIMEOUT if timeout is None else timeout
        self._headers = CIMultiDict(headers or ())
        self._cookie_jar = CookieJar() if cookie_jar is None else cookie_jar
        self._cookie_jar.update_cookies(cookies or {})
        self._auth, self._json_serialize, self._version = auth, json_serialize, version
        self._raise_for_status, self._trace_configs = raise_for_status, trace_configs or []
        self._connector = TCPConnector() if connector is None else connector
        if self._connector._loop is not self._loop:
            raise RuntimeError("Session and connector has to use same event loop")
        self._connector_owner = connector_owner
        _unclosed.append(self)

    closed = property(lambda self: self._connector is None or self._connector.closed)
    connector = property(lambda self: self._connector)
    cookie_jar = property(lambda self: self._cookie_jar)
    headers = property(lambda self: self._headers)
    timeout = property(lambda self: self._timeout)
    auth = property(lambda self: self._auth)
    raise_for_status = property(lambda self: self._raise_for_status)
    json_serialize = property(lambda self: self._json_serialize)
    trace_configs = property(lambda self: self._trace_configs)
    version = property(lambda self: self._version)

    def request(self, method, url, **options):
        """Sends a request: await it, or use it with `async with`."""
        return _Requesting(self._request(method, url, **options))

    def get(self, url, *, allow_redirects=True, **options):
        return self.request("GET", url, allow_redirects=allow_redirects, **options)

    def options(self, url, *, allow_redirects=True, **options):
        return self.request("OPTIONS", url, allow_redirects=allow_redirects, **options)

    def head(self, url, *, allow_redirects=False, **options):
        return self.request("HEAD", url, allow_redirects=allow_redirects, **options)

    def post(self, url, *, data=None, **options):
        return self.request("POST", url, data=data, **options)

    def put(self, url, *, data=None, **options):
        return self.request("PUT", url, data=data, **options)

    def patch(self, url, *, data=None, **options):
        return self.request("PATCH", url, data=data, **options)

    def delete(self, url, **options):
        return self.request("DELETE", url, **options)

    ws_connect = _refusing("aiohttp.ClientSession.ws_connect()",
                           "no host of the simulated internet speaks WebSocket")

    async def _request(self, method, str_or_url, *, params=None, data=None, json=None, headers=None,
                       cookies=None, auth=None, allow_redirects=True, max_redirects=10,
                       raise_for_status=None, timeout=None, trace_request_ctx=None, **_options):
        if self.closed:
            raise RuntimeError("Session is closed")
        method, url = method.upper(), self._url(str_or_url)
        body, kind = body_of(data, json, self._json_serialize)
        sent = self._merged(headers, auth or self._auth, kind, cookies)
        if params:
            url = url.extend_query(params)
        if isinstance(timeout, (int, float)):
            timeout = ClientTimeout(total=timeout)
        waiting = Waiting(self._loop, timeout or self._timeout)
        traces = Traces(self, self._trace_configs, trace_request_ctx)
        await traces.send("request_start", method, url, sent)
        history = []
        try:
            while True:
                response = await self._sent(method, url, sent, body, waiting)
                if not (allow_redirects and response.status in REDIRECTED):
                    break
                await traces.send("request_redirect", method, url, sent, response)
                method, url, body = _onward(method, url, body, response, history, max_redirects)
            response._history = tuple(history)
            check = self._raise_for_status if raise_for_status is None else raise_for_status
            if callable(check):
                await check(response)
            elif check:
                response.raise_for_status()
        except BaseException as error:
            await traces.send("request_exception", method, url, sent, error)
            raise
        await traces.send("request_end", method, url, sent, response)
        return response

    def _url(self, url):
        try:
            found = URL(url)
        except ValueError:
            raise _errors.InvalidUrlClientError(url) from None
        if self._base_url is not None and not found.absolute:
            found = URL(_urljoin(str(self._base_url), str(found)))
        if found.scheme not in ("http", "https", ""):
            raise _errors.NonHttpUrlClientError(found)
        if not found.host:
            raise _errors.InvalidUrlClientError(found)
        return found

    def _merged(self, headers, auth, kind, cookies):
        merged = CIMultiDict({"Accept": "*/*", "Accept-Encoding": "gzip, deflate",
                              "User-Agent": AGENT})
        merged.update(self._headers)
        merged.update(headers or {})
        if auth is not None:
            merged["Authorization"] = auth.encode()
        if kind is not None and "Content-Type" not in merged:
            merged["Content-Type"] = kind
        held = self._cookie_jar.filter_cookies()
        for name, value in dict(cookies or {}).items():
            held[name] = value
        if held:
            merged["Cookie"] = held.output(header="", sep=";").strip()
        return merged

    async def _sent(self, method, url, headers, body, waiting):
        """Sends one request over a connection of its own."""
        key = ConnectionKey(url.host, url.port, url.scheme == "https", True)
        connection = await self._connector.connect(key, waiting, url)
        asked = _internet.Request(method, url.scheme, url.host, url.path_qs,
                                  {name.lower(): value for name, value in headers.items()}, body)
        try:
            answer, nanos = _internet.answered(asked)
            await waiting.network(f"{method} {url}", nanos, waiting.timeout.sock_read)
            _internet.check_unbroken(asked)
        except BaseException as error:
            connection.release()
            if isinstance(error, _internet.Disconnected):
                raise _errors.ServerDisconnectedError() from None
            if isinstance(error, OSError) and error.errno:
                raise _errors.ClientOSError(*error.args) from error
            raise
        response = ClientResponse(method, url, headers, answer, waiting, connection)
        self._cookie_jar.update_cookies(response.cookies)
        self._connector.watch(connection)
        return response

    async def close(self):
        """Ends the session and its connections."""
        if self in _unclosed:
            _unclosed.remove(self)
        if self._connector is not None and self._connector_owner:
            self._connector.close()
        self._connector = None

    def detach(self):
        self._connector = None

    async def __aenter__(self):
        return self

    async def __aexit__(self, *_):
        await self.close()

    def __enter__(self):
        raise TypeError("Use async with instead")

    def __exit__(self, *_):
        """Never comes here."""


def _onward(method, url, body, response, history, limit):
    """The request that a redirection asks for."""
    history.append(response)
    response.release()
    if limit and len(history) >= limit:
        raise _errors.TooManyRedirects(history[0].request_info, tuple(history))
    url = URL(_urljoin(str(url), response.headers.get("Location", "")))
    if url.scheme not in ("http", "https"):
        raise _errors.NonHttpUrlRedirectClientError(url)
    is_changed = response.status == 303 and method != "HEAD" \
        or response.status in (301, 302) and method == "POST"
    return ("GET", url, b"") if is_changed else (method, url, body)


class _Requesting(_Coroutine):
    """A request that is sent when it is awaited or entered."""

    __slots__ = ("_coroutine", "_response", "_session")

    def __init__(self, coroutine, session=None):
        self._coroutine, self._session = coroutine, session

    def send(self, value):
        return self._coroutine.send(value)

    def throw(self, kind, error=None, traceback=None):
        return self._coroutine.throw(kind if error is None else error)

    def close(self):
        return self._coroutine.close()

    def __await__(self):
        return self

    def __iter__(self):
        return self

    def __next__(self):
        return self._coroutine.send(None)

    async def __aenter__(self):
        try:
            self._response = await self._coroutine
        except BaseException:
            if self._session is not None:
                await self._session.close()
            raise
        return await self._response.__aenter__()

    async def __aexit__(self, *error):
        await self._response.__aexit__(*error)
        if self._session is not None:
            await self._session.close()


def request(method, url, *, connector=None, version=HttpVersion11, cookies=None, loop=None,
            **options):
    """Sends one request in a session of its own, for `async with`."""
    session = ClientSession(connector=connector, cookies=cookies, version=version, loop=loop,
                            connector_owner=connector is None)
    return _Requesting(session._request(method, url, **options), session)


def _report(loop):
    """What `aiohttp` says of sessions that nobody closed."""
    for session in [each for each in _unclosed if loop in (None, each._loop)]:
        _unclosed.remove(session)
        session._loop.call_exception_handler(
            {"client_session": session, "message": "Unclosed client session"})
        connector = session._connector
        if connector is not None and connector._has_connected:
            session._loop.call_exception_handler(
                {"connector": connector, "message": "Unclosed connector"})


_lanes.at_conclusion.append(_report)
