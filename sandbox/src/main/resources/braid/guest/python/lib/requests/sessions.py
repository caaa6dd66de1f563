"""Sessions of `requests`: what several requests have in common."""

import datetime as _datetime
from urllib.parse import urljoin as _urljoin, urlsplit as _urlsplit

import _braid
import _braid_internet as _internet
from requests import exceptions as _errors
from requests.models import Request, Response
from requests.structures import CaseInsensitiveDict

REDIRECTS_MAX = 30


class Session:
    """Headers, parameters and cookies that every request of it has."""

    def __init__(self):
        self.headers = CaseInsensitiveDict({
            "User-Agent": "python-requests/2.32.3", "Accept-Encoding": "gzip, deflate",
            "Accept": "*/*", "Connection": "keep-alive"})
        self.params, self.cookies, self.auth, self.proxies = {}, {}, None, {}
        self.verify, self.stream, self.cert = True, False, None
        self.max_redirects = REDIRECTS_MAX
        self.adapters = {}

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()

    def mount(self, prefix, adapter):
        self.adapters[prefix] = adapter

    def close(self):
        """Nothing to close."""

    def request(self, method, url, params=None, data=None, headers=None, cookies=None, files=None,
                auth=None, timeout=None, allow_redirects=True, proxies=None, hooks=None,
                stream=None, verify=None, cert=None, json=None):
        """Sends a request; returns the response."""
        both = CaseInsensitiveDict(self.headers)
        both.update({key: value for key, value in (headers or {}).items() if value is not None})
        merged = {**self.params, **params} if isinstance(params, dict) else params or self.params
        prepared = Request(method, url, both, None, data, merged, auth or self.auth,
                           json=json).prepare()
        return self.send(prepared, timeout=timeout, allow_redirects=allow_redirects)

    def prepare_request(self, request):
        request.headers = {**self.headers, **request.headers}
        return request.prepare()

    def send(self, request, timeout=None, allow_redirects=True, **_kwargs):
        """Sends a prepared request, and follows where it is sent on to."""
        history = []
        while True:
            response = _sent(request, timeout)
            response.history = list(history)
            if not (allow_redirects and response.is_redirect):
                return response
            history.append(response)
            if len(history) > self.max_redirects:
                raise _errors.TooManyRedirects(f"Exceeded {self.max_redirects} redirects.",
                                               response=response)
            method = request.method if response.status_code in (307, 308) \
                or request.method == "HEAD" else "GET"
            request = Request(method, _urljoin(request.url, response.headers["location"]),
                              dict(request.headers)).prepare()

    def get(self, url, **kwargs):
        return self.request("GET", url, **kwargs)

    def options(self, url, **kwargs):
        return self.request("OPTIONS", url, **kwargs)

    def head(self, url, **kwargs):
        kwargs.setdefault("allow_redirects", False)
        return self.request("HEAD", url, **kwargs)

    def post(self, url, data=None, json=None, **kwargs):
        return self.request("POST", url, data=data, json=json, **kwargs)

    def put(self, url, data=None, **kwargs):
        return self.request("PUT", url, data=data, **kwargs)

    def patch(self, url, data=None, **kwargs):
        return self.request("PATCH", url, data=data, **kwargs)

    def delete(self, url, **kwargs):
        return self.request("DELETE", url, **kwargs)


def session():
    return Session()


def _sent(request, timeout):
    parts = _urlsplit(request.url)
    target = parts.path + (f"?{parts.query}" if parts.query else "")
    headers = {name.lower(): value for name, value in request.headers.items()}
    asked = _internet.Request(request.method, parts.scheme, parts.hostname or "", target, headers,
                              request.body or b"")
    connecting, reading = timeout if isinstance(timeout, tuple) else (timeout, timeout)
    where = (f"HTTP{'S' if parts.scheme == 'https' else ''}ConnectionPool(host='{parts.hostname}', "
             f"port={parts.port or (443 if parts.scheme == 'https' else 80)})")
    begun = _braid.now()
    try:
        _internet.connect(asked.host)
        answer = _internet.fetch(asked, reading)
    except TimeoutError:
        raise _errors.ReadTimeout(f"{where}: Read timed out. (read timeout={reading})",
                                  request=request) from None
    except ConnectionResetError as error:
        if isinstance(error, _internet.Disconnected):
            from http.client import RemoteDisconnected
            error = RemoteDisconnected(*error.args)
        raise _errors.ConnectionError(("Connection aborted.", error), request=request) from None
    except OSError as error:
        raise _errors.ConnectionError(
            f"{where}: Max retries exceeded with url: {target} (Caused by {error!r})",
            request=request) from None
    return _response(request, answer, begun)


def _response(request, answer, begun):
    made = Response()
    made.request, made.url = request, request.url
    made.status_code, made.reason = answer.status, answer.reason
    made.headers = CaseInsensitiveDict(answer.headers())
    made.encoding = "utf-8" if "utf-8" in answer.kind or "json" in answer.kind else None
    made._content = b"" if request.method == "HEAD" else answer.body
    made.elapsed = _datetime.timedelta(microseconds=(_braid.now() - begun) // 1000)
    return made
