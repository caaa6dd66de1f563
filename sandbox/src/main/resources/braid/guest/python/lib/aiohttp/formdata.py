"""What a request carries: forms, JSON, bytes, and who asks."""

import base64 as _base64
from collections import namedtuple as _namedtuple
from urllib.parse import urlencode as _urlencode


class BasicAuth(_namedtuple("BasicAuth", "login password encoding")):
    """A name and a password."""

    __slots__ = ()

    def __new__(cls, login, password="", encoding="latin1"):
        if login is None:
            raise ValueError("None is not allowed as login value")
        if password is None:
            raise ValueError("None is not allowed as password value")
        if ":" in login:
            raise ValueError('A ":" is not allowed in login (RFC 1945#section-11.1)')
        return super().__new__(cls, login, password, encoding)

    @classmethod
    def decode(cls, auth_header, encoding="latin1"):
        kind, _, text = auth_header.partition(" ")
        if kind.lower() != "basic":
            raise ValueError(f"Unknown authorization method {kind}")
        login, _, password = _base64.b64decode(text).decode(encoding).partition(":")
        return cls(login, password, encoding)

    def encode(self):
        pair = f"{self.login}:{self.password}".encode(self.encoding)
        return f"Basic {_base64.b64encode(pair).decode(self.encoding)}"


class FormData:
    """The fields of a form."""

    def __init__(self, fields=(), quote_fields=True, charset=None):
        self._fields = []
        self.add_fields(*(fields.items() if hasattr(fields, "items") else fields))

    is_multipart = False

    def add_field(self, name, value, *, content_type=None, filename=None,
                  content_transfer_encoding=None):
        """Adds a field; a file is sent as its text."""
        if hasattr(value, "read"):
            value = value.read()
        self._fields.append((name, value))

    def add_fields(self, *fields):
        for name, value in fields:
            self.add_field(name, value)


def body_of(data, json, dumps):
    """(bytes, content type) of what is to be sent."""
    if data is not None and json is not None:
        raise ValueError("data and json parameters can not be used at the same time")
    if json is not None:
        return dumps(json).encode(), "application/json"
    if data is None:
        return b"", None
    if isinstance(data, str):
        return data.encode(), "text/plain; charset=utf-8"
    if isinstance(data, (bytes, bytearray, memoryview)):
        return bytes(data), "application/octet-stream"
    if hasattr(data, "read"):
        held = data.read()
        return held.encode() if isinstance(held, str) else held, "application/octet-stream"
    fields = data._fields if isinstance(data, FormData) else \
        list(data.items()) if hasattr(data, "items") else list(data)
    return _urlencode(fields, doseq=True).encode(), "application/x-www-form-urlencoded"
