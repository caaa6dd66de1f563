"""Requests and responses of `requests`."""

import datetime as _datetime
import json as _json
from urllib.parse import urlencode as _urlencode, urlsplit as _urlsplit, urlunsplit as _urlunsplit

from requests import exceptions as _errors
from requests.structures import CaseInsensitiveDict


class PreparedRequest:
    """A request as it is sent."""

    def __init__(self):
        self.method = self.url = self.body = None
        self.headers = CaseInsensitiveDict()

    def prepare(self, method, url, headers=None, params=None, data=None, json=None, auth=None):
        self.method = method.upper()
        self.url = _with_params(url, params)
        self.headers = CaseInsensitiveDict(headers or {})
        self._prepare_body(data, json)
        if auth:
            import base64
            pair = ":".join(auth).encode()
            self.headers["Authorization"] = "Basic " + base64.b64encode(pair).decode()

    def _prepare_body(self, data, json):
        kind = None
        if not data and json is not None:
            data, kind = _json.dumps(json).encode(), "application/json"
        elif isinstance(data, (str, bytes)):
            data = data.encode() if isinstance(data, str) else data
        elif data:
            data = _urlencode(data, doseq=True).encode()
            kind = "application/x-www-form-urlencoded"
        self.body = data or None
        if kind and "Content-Type" not in self.headers:
            self.headers["Content-Type"] = kind
        if self.body:
            self.headers["Content-Length"] = str(len(self.body))

    def __repr__(self):
        return f"<PreparedRequest [{self.method}]>"


def _with_params(url, params):
    url = str(url).strip()
    parts = _urlsplit(url)
    if not parts.scheme:
        raise _errors.MissingSchema(
            f"Invalid URL {url!r}: No scheme supplied. Perhaps you meant https://{url}?")
    if parts.scheme not in ("http", "https"):
        raise _errors.InvalidSchema(f"No connection adapters were found for {url!r}")
    if not parts.netloc:
        raise _errors.InvalidURL(f"Invalid URL {url!r}: No host supplied")
    query = parts.query
    if params:
        more = params if isinstance(params, str) else _urlencode(params, doseq=True)
        query = f"{query}&{more}" if query else more
    return _urlunsplit((parts.scheme, parts.netloc, parts.path or "/", query, ""))


class Request:
    """A request that a session can prepare and send."""

    def __init__(self, method=None, url=None, headers=None, files=None, data=None, params=None,
                 auth=None, cookies=None, hooks=None, json=None):
        self.method, self.url, self.headers = method, url, headers or {}
        self.data, self.params, self.auth, self.json = data, params, auth, json

    def prepare(self):
        made = PreparedRequest()
        made.prepare(self.method, self.url, self.headers, self.params, self.data, self.json,
                     self.auth)
        return made

    def __repr__(self):
        return f"<Request [{self.method}]>"


class Response:
    """What a server answered."""

    def __init__(self):
        self.status_code = self.url = self.encoding = self.reason = self.request = None
        self.headers, self.cookies, self.history = CaseInsensitiveDict(), {}, []
        self.elapsed = _datetime.timedelta(0)
        self._content = b""

    def __repr__(self):
        return f"<Response [{self.status_code}]>"

    def __bool__(self):
        return self.ok

    def __iter__(self):
        return self.iter_content(128)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()

    @property
    def ok(self):
        return self.status_code < 400

    @property
    def is_redirect(self):
        return "location" in self.headers and self.status_code in (301, 302, 303, 307, 308)

    @property
    def content(self):
        return self._content

    @property
    def apparent_encoding(self):
        return "utf-8"

    @property
    def text(self):
        return self._content.decode(self.encoding or "utf-8", "replace")

    @property
    def raw(self):
        import io
        return io.BytesIO(self._content)

    def json(self, **kwargs):
        """The body as JSON."""
        try:
            return _json.loads(self.text, **kwargs)
        except _json.JSONDecodeError as error:
            raise _errors.JSONDecodeError(error.msg, error.doc, error.pos) from None

    def iter_content(self, chunk_size=1, decode_unicode=False):
        size = chunk_size or len(self._content) or 1
        for start in range(0, len(self._content), size):
            part = self._content[start:start + size]
            yield part.decode(self.encoding or "utf-8", "replace") if decode_unicode else part

    def iter_lines(self, chunk_size=512, decode_unicode=False, delimiter=None):
        yield from (self.text if decode_unicode else self._content).splitlines()

    def raise_for_status(self):
        """Raises HTTPError where the status is that of an error."""
        if self.status_code < 400:
            return
        kind = "Client" if self.status_code < 500 else "Server"
        raise _errors.HTTPError(
            f"{self.status_code} {kind} Error: {self.reason} for url: {self.url}", response=self)

    def close(self):
        """Nothing to close."""
