"""A stand-in for the library `yarl`, which `aiohttp` takes its addresses from.

Source of the behaviour: the documentation of yarl 1.20.
"""

from urllib.parse import parse_qsl as _parse_qsl, quote as _quote, unquote as _unquote, \
    urlencode as _urlencode, urljoin as _urljoin, urlsplit as _urlsplit, urlunsplit as _urlunsplit

from multidict import MultiDict as _MultiDict, MultiDictProxy as _MultiDictProxy

__all__ = ("URL", "Query", "QueryVariable", "SimpleQuery", "cache_clear", "cache_configure",
           "cache_info")
_PORTS = {"http": 80, "https": 443, "ws": 80, "wss": 443, "ftp": 21}
Query = QueryVariable = SimpleQuery = object


class URL:
    """An address; immutable."""

    __slots__ = ("_parts",)

    def __new__(cls, val="", *, encoded=False):
        if isinstance(val, URL):
            return val
        if not isinstance(val, str):
            raise TypeError("Constructor parameter should be str")
        parts = _urlsplit(val.strip())
        if parts.scheme in _PORTS and not parts.hostname:
            raise ValueError("Invalid URL: host is required for absolute urls")
        path = parts.path if encoded else _quote(parts.path, safe="/%:@!$&'()*+,;=~-._")
        if parts.netloc and not path:
            path = "/"
        return cls._of(parts._replace(path=path, query=parts.query.replace(" ", "+")))

    @classmethod
    def build(cls, *, scheme="", host="", port=None, path="", query=None, query_string="",
              fragment=""):
        netloc = host if port is None else f"{host}:{port}"
        made = cls(_urlunsplit((scheme, netloc, path, query_string, fragment)))
        return made.with_query(query) if query else made

    @classmethod
    def _of(cls, parts):
        made = object.__new__(cls)
        made._parts = parts
        return made

    def _with(self, **changed):
        return URL._of(self._parts._replace(**changed))

    def __str__(self):
        return _urlunsplit(self._parts)

    def __repr__(self):
        return f"URL({str(self)!r})"

    def __eq__(self, other):
        return self._parts == other._parts if isinstance(other, URL) else NotImplemented

    def __hash__(self):
        return hash(self._parts)

    def __lt__(self, other):
        return str(self) < str(other) if isinstance(other, URL) else NotImplemented

    def __bool__(self):
        return bool(self._parts.netloc or self._parts.path or self._parts.query)

    def __truediv__(self, name):
        return self.joinpath(name)

    def __mod__(self, query):
        return self.update_query(query)

    def __reduce__(self):
        return URL, (str(self),)

    def joinpath(self, *names, encoded=False):
        path = self._parts.path.rstrip("/")
        for name in names:
            path += "/" + _quote(str(name), safe="/%:@!$&'()*+,;=~-._")
        return self._with(path=path, query="", fragment="")

    def join(self, url):
        return URL(_urljoin(str(self), str(url)))

    def with_query(self, *query, **named):
        text = _query(query[0] if query else named)
        return self._with(query=text)

    def update_query(self, *query, **named):
        added = _MultiDict(_parse_qsl(_query(query[0] if query else named)))
        kept = [(key, value) for key, value in self.query.items() if key not in added]
        return self._with(query=_urlencode(kept + list(added.items())))

    def extend_query(self, *query, **named):
        text = _query(query[0] if query else named)
        return self._with(query="&".join(filter(None, (self._parts.query, text))))

    def with_fragment(self, fragment):
        return self._with(fragment=fragment or "")

    def with_path(self, path, *, encoded=False):
        return self._with(path=URL(path).raw_path, query="", fragment="")

    def with_scheme(self, scheme):
        return self._with(scheme=scheme)

    def with_host(self, host):
        port = self.explicit_port
        return self._with(netloc=host if port is None else f"{host}:{port}")

    def with_port(self, port):
        return self._with(netloc=self.host if port is None else f"{self.host}:{port}")

    def with_name(self, name):
        return self._with(path=self._parts.path.rpartition("/")[0] + "/" + name, query="")

    def origin(self):
        if not self._parts.netloc:
            raise ValueError("URL should be absolute")
        return self.with_port(self.explicit_port)._with(path="", query="", fragment="")

    def relative(self):
        return self._with(scheme="", netloc="")

    def is_absolute(self):
        return self.absolute

    def human_repr(self):
        return _unquote(str(self))

    absolute = property(lambda self: bool(self._parts.netloc))
    scheme = property(lambda self: self._parts.scheme)
    user = raw_user = property(lambda self: self._parts.username)
    password = raw_password = property(lambda self: self._parts.password)
    host = raw_host = property(lambda self: self._parts.hostname)
    explicit_port = property(lambda self: self._parts.port)
    port = property(lambda self: self._parts.port or _PORTS.get(self._parts.scheme))
    authority = raw_authority = property(lambda self: self._parts.netloc)
    path = property(lambda self: _unquote(self._parts.path))
    raw_path = property(lambda self: self._parts.path)
    path_qs = raw_path_qs = property(
        lambda self: self._parts.path + (f"?{self._parts.query}" if self._parts.query else ""))
    query = property(lambda self: _MultiDictProxy(_MultiDict(
        _parse_qsl(self._parts.query, keep_blank_values=True))))
    query_string = raw_query_string = property(lambda self: self._parts.query)
    fragment = raw_fragment = property(lambda self: self._parts.fragment)
    name = property(lambda self: self.path.rpartition("/")[2])
    suffix = property(lambda self: "." + self.name.rpartition(".")[2] if "." in self.name else "")
    parts = property(lambda self: tuple(
        (["/"] if self.path.startswith("/") else []) + self.path.strip("/").split("/")))
    parent = property(lambda self: self._with(
        path=self._parts.path.rstrip("/").rpartition("/")[0] or "/", query="", fragment=""))


def _query(query):
    """The text of a query that is given as text, a mapping or pairs."""
    if query is None:
        return ""
    if isinstance(query, str):
        return _quote(query, safe="=&+;%/?:@!$'()*,~-._")
    if isinstance(query, (bytes, bytearray, memoryview)):
        raise TypeError("Invalid query type: bytes, bytearray and memoryview are forbidden")
    found = []
    for key, value in (query.items() if hasattr(query, "items") else query):
        values = value if isinstance(value, (list, tuple)) else (value,)
        found.extend((key, _variable(each)) for each in values)
    return _urlencode(found)


def _variable(value):
    if isinstance(value, bool) or not isinstance(value, (str, int, float)):
        raise TypeError("Invalid variable type: value should be str, int or float, got "
                        f"{value!r} of type {type(value)}")
    return str(value)


def cache_clear():
    """Nothing is cached."""


def cache_configure(**_sizes):
    """Nothing is cached."""


def cache_info():
    return {}
