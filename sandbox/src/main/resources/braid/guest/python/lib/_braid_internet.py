"""The simulated internet: what each address answers, after how long. The same seed, the same answer.

Enters: a request. Leaves: an `Answer`, or the error a real network would give. Nothing leaves the
sandbox. The table of hosts is in `sandbox/README.md`; what pages hold is in `_braid_pages`.
"""

import _braid

MILLI_NANOS = 1_000_000
FASTEST_MILLIS, SLOWEST_MILLIS = 40, 400
SMALLEST_BYTES, LARGEST_BYTES = 2_000, 60_000
NANOS_PER_BYTE = 100  # ten million bytes a second
FOREVER_SECONDS = 3600
REASONS = {200: "OK", 201: "Created", 202: "Accepted", 204: "No Content", 301: "Moved Permanently",
           302: "Found", 303: "See Other", 304: "Not Modified", 307: "Temporary Redirect",
           308: "Permanent Redirect", 400: "Bad Request", 401: "Unauthorized", 403: "Forbidden",
           404: "Not Found", 405: "Method Not Allowed", 408: "Request Timeout", 409: "Conflict",
           410: "Gone", 418: "I'm a Teapot", 422: "Unprocessable Entity", 429: "Too Many Requests",
           500: "Internal Server Error", 501: "Not Implemented", 502: "Bad Gateway",
           503: "Service Unavailable", 504: "Gateway Timeout"}

_visits = {}


class Request:
    """What is asked for: `headers` have lower-case names."""

    def __init__(self, method, scheme, host, target, headers=None, body=b""):
        self.method, self.scheme, self.host, self.target = method, scheme, host.lower(), target
        self.headers, self.body = headers or {}, body

    @property
    def url(self):
        return f"{self.scheme}://{self.host}{self.target}"

    @property
    def path(self):
        return self.target.partition("?")[0] or "/"

    @property
    def query(self):
        return self.target.partition("?")[2]


class Disconnected(ConnectionResetError):
    """The host has closed the connection instead of answering."""


class Answer:
    """A status, headers, a body, and how long it took to come."""

    def __init__(self, status, body=b"", kind="text/html; charset=utf-8", headers=(), millis=None):
        self.status, self.body, self.kind = status, body, kind
        self.more_headers, self.millis = list(headers), millis

    @property
    def reason(self):
        return REASONS.get(self.status, "Unknown")

    def headers(self):
        import time
        return [("Date", time.strftime("%a, %d %b %Y %H:%M:%S GMT")), ("Server", "braid"),
                ("Content-Type", self.kind), ("Content-Length", str(len(self.body))),
                *self.more_headers]


def number(text, below):
    """A number that is the same for the same text and seed."""
    mixed = _braid.random_seed() & 0xFFFFFFFF
    for byte in text.encode():
        mixed = (mixed ^ byte) * 0x01000193 & 0xFFFFFFFF
    mixed = (mixed ^ mixed >> 15) * 0x2C1B3C6D & 0xFFFFFFFF
    return (mixed ^ mixed >> 12) % below


def connect(host):
    """Looks the host up and connects; raises what a real network would."""
    host = host.lower()
    if host.endswith(".invalid") or host in ("unknown.test", "") or \
            "." not in host and host != "localhost":
        import socket
        raise socket.gaierror(-2, "Name or service not known")
    if host in ("down.test", "localhost", "127.0.0.1"):
        raise ConnectionRefusedError(111, "Connection refused")


def fetch(request, timeout=None):
    """Sends a request and waits for the answer; raises TimeoutError when it comes too late."""
    answer, nanos = answered(request)
    nanos += len(answer.body) * NANOS_PER_BYTE
    shown = f"{request.method} {request.url}"
    if timeout is not None and timeout * 1e9 < nanos:
        _braid.request(shown, max(1, int(timeout * 1e9)))
        raise TimeoutError("timed out")
    _braid.request(shown, nanos)
    check_unbroken(request)
    return answer


def answered(request):
    """What is answered, and after how many nanoseconds the first of it comes."""
    answer = _answer(request)
    millis = answer.millis
    if millis is None:
        millis = FASTEST_MILLIS + number(request.url, SLOWEST_MILLIS - FASTEST_MILLIS)
    return answer, int(millis * MILLI_NANOS)


def check_unbroken(request):
    """Raises what a connection that breaks before the answer raises."""
    if request.host == "reset.test":
        raise ConnectionResetError(104, "Connection reset by peer")
    if request.host == "closing.test":
        raise Disconnected("Remote end closed connection without response")


def _answer(request):
    if request.host.endswith(".test"):
        return _on_demand(request)
    import _braid_pages as pages
    return pages.answer(request)


def _on_demand(request):
    """Hosts that behave as they are called."""
    import _braid_pages as pages
    word, _, rest = request.host.removesuffix(".test").partition("-")
    value = int(rest) if rest.isdigit() else None
    if word == "status" and value in range(200, 600):
        return pages.status(value)
    if word == "slow":
        page = pages.page(request)
        page.millis = 1000 * (10 if value is None else value)
        return page
    if word in ("hang", "timeout"):
        return Answer(200, millis=1000 * FOREVER_SECONDS)
    if word == "size" and value is not None:
        return Answer(200, pages.text_of(request.url, value), "text/plain; charset=utf-8")
    if word == "redirect":
        return Answer(302, headers=[("Location", "http://example.com/")])
    if word == "flaky":
        count = _visits[request.host] = _visits.get(request.host, 0) + 1
        return pages.status(503) if count % 2 else pages.page(request)
    return pages.page(request)
