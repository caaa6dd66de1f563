"""The errors of `requests`."""

from json import JSONDecodeError as _PlainError


class RequestException(IOError):
    """Something went wrong with a request."""

    def __init__(self, *args, **kwargs):
        self.response = kwargs.pop("response", None)
        self.request = kwargs.pop("request", None)
        if self.response is not None and self.request is None:
            self.request = getattr(self.response, "request", None)
        super().__init__(*args, **kwargs)


class InvalidJSONError(RequestException):
    """Something is no JSON."""


class JSONDecodeError(InvalidJSONError, _PlainError):
    """The body of a response is no JSON."""

    def __init__(self, *args, **kwargs):
        _PlainError.__init__(self, *args)
        InvalidJSONError.__init__(self, *self.args, **kwargs)

    def __reduce__(self):
        return _PlainError.__reduce__(self)


class HTTPError(RequestException):
    """The status of a response is that of an error."""


class ConnectionError(RequestException):
    """There was no connection, or it broke."""


class ProxyError(ConnectionError):
    """A proxy failed."""


class SSLError(ConnectionError):
    """A certificate failed."""


class Timeout(RequestException):
    """It took too long."""


class ConnectTimeout(ConnectionError, Timeout):
    """Connecting took too long."""


class ReadTimeout(Timeout):
    """The answer took too long."""


class URLRequired(RequestException):
    """There is no URL."""


class TooManyRedirects(RequestException):
    """One redirection followed the other."""


class MissingSchema(RequestException, ValueError):
    """The URL does not say by which protocol."""


class InvalidSchema(RequestException, ValueError):
    """The URL names an unknown protocol."""


class InvalidURL(RequestException, ValueError):
    """The URL is none."""


class ChunkedEncodingError(RequestException):
    """A chunk is none."""
