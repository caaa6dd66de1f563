"""What the hosts of the simulated internet hold: pages of text, and two well-known services.

`httpbin.org` echoes requests, `jsonplaceholder.typicode.com` holds records; every other host has
one page per path, of a size that its address decides.
"""

import json
from urllib.parse import parse_qsl

from _braid_internet import LARGEST_BYTES, REASONS, SMALLEST_BYTES, Answer, number

_WORDS = ("thread", "process", "task", "lock", "queue", "event", "barrier", "future", "core", "lane",
          "moment", "schedule", "signal", "permit", "waiter", "kernel")
_COUNTS = {"posts": 100, "comments": 500, "albums": 100, "photos": 5000, "todos": 200, "users": 10}
_PARENTS = {"posts": "userId", "comments": "postId", "albums": "userId", "photos": "albumId",
            "todos": "userId"}
_JSON = "application/json; charset=utf-8"


def answer(request):
    """What a host that is no test host answers."""
    if request.host in ("httpbin.org", "www.httpbin.org"):
        return _httpbin(request)
    if request.host == "jsonplaceholder.typicode.com":
        return _placeholder(request)
    return page(request)


def page(request):
    """A page of text for every path."""
    size = SMALLEST_BYTES + number(request.url + "#", LARGEST_BYTES - SMALLEST_BYTES)
    head = (f"<!doctype html>\n<html>\n<head><title>{request.host}{request.path}</title></head>\n"
            f"<body>\n<h1>{request.host}</h1>\n<p>").encode()
    tail = b"</p>\n</body>\n</html>\n"
    if request.headers.get("accept", "").startswith("application/json") \
            or request.path.endswith(".json") or request.host.startswith("api."):
        return as_json({"url": request.url, "id": number(request.url, 1000), "text": "braid"})
    return Answer(200, head + text_of(request.url, size - len(head) - len(tail)) + tail)


def text_of(url, size):
    """So many bytes of words."""
    first = number(url, len(_WORDS))
    words = " ".join(_WORDS[(first + 7 * place) % len(_WORDS)] for place in range(size // 6 + 1))
    return (words + " " * size)[:size].encode()


def status(code):
    text = "" if code in (204, 304) else f"{code} {REASONS.get(code, '')}".strip()
    return Answer(code, text.encode(), "text/plain; charset=utf-8")


def as_json(value, code=200):
    return Answer(code, json.dumps(value, indent=2).encode(), _JSON)


def _httpbin(request):
    first, _, rest = request.path.strip("/").partition("/")
    if first == "delay":
        seconds = min(10.0, float(rest or 0))
        found = as_json(_echo(request))
        found.millis = 1000 * seconds + 60 + number(request.url, 60)
        return found
    if first == "status" and rest.isdigit():
        return status(int(rest))
    if first == "bytes" and rest.isdigit():
        return Answer(200, text_of(request.url, int(rest)), "application/octet-stream")
    if first == "uuid":
        return as_json({"uuid": f"{number(request.url, 16 ** 8):08x}-0000-4000-8000-000000000000"})
    if first == "redirect" and rest.isdigit():
        left = int(rest) - 1
        return Answer(302, headers=[("Location", f"/redirect/{left}" if left else "/get")])
    if first in ("get", "post", "put", "patch", "delete", "anything"):
        if first not in ("anything", request.method.lower()):
            return status(405)
        return as_json(_echo(request))
    if first == "json":
        return as_json({"slideshow": {"author": "Yours Truly", "title": "Sample Slide Show"}})
    if first == "headers":
        return as_json({"headers": _titled(request.headers)})
    if first == "ip":
        return as_json({"origin": "192.0.2.1"})
    return page(request) if first in ("", "html") else status(404)


def _titled(headers):
    return {name.title(): value for name, value in headers.items()}


def _echo(request):
    found = {"args": dict(parse_qsl(request.query)), "headers": _titled(request.headers),
             "origin": "192.0.2.1", "url": request.url}
    if request.method not in ("GET", "HEAD"):
        text = request.body.decode("utf-8", "replace")
        is_form = "urlencoded" in request.headers.get("content-type", "")
        found.update(data="" if is_form else text, form=dict(parse_qsl(text)) if is_form else {},
                     files={}, json=None)
        if "json" in request.headers.get("content-type", ""):
            found["json"] = json.loads(text or "null")
    return found


def _placeholder(request):
    kind, _, rest = request.path.strip("/").partition("/")
    if kind not in _COUNTS:
        return as_json({}, 404) if kind else page(request)
    if request.method == "POST":
        sent = json.loads(request.body or b"{}") if "json" in request.headers.get(
            "content-type", "") else dict(parse_qsl(request.body.decode()))
        return as_json({**sent, "id": _COUNTS[kind] + 1}, 201)
    if rest:
        wanted = int(rest) if rest.isdigit() else 0
        return as_json(_record(kind, wanted)) if 1 <= wanted <= _COUNTS[kind] \
            else as_json({}, 404)
    records = [_record(kind, place + 1) for place in range(min(_COUNTS[kind], 200))]
    for name, value in parse_qsl(request.query):
        records = [each for each in records if str(each.get(name)) == value]
    return as_json(records)


def _record(kind, place):
    text = text_of(f"{kind}/{place}", 40).decode().strip()
    if kind == "users":
        return {"id": place, "name": f"User {place}", "username": f"user{place}",
                "email": f"user{place}@example.com"}
    record = {_PARENTS[kind]: (place - 1) // 10 + 1, "id": place, "title": text}
    if kind == "todos":
        record["completed"] = number(f"todo {place}", 2) == 1
    elif kind in ("posts", "comments"):
        record["body"] = text_of(f"{kind}/{place}/body", 120).decode().strip()
    return record
