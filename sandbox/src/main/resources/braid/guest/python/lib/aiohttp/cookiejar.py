"""Cookies of a session: those it is given, and those that answers set, for every host."""

from collections.abc import Sized as _Sized
from http.cookies import Morsel as _Morsel, SimpleCookie as _SimpleCookie


class CookieJar(_Sized):
    """Keeps cookies."""

    def __init__(self, *, unsafe=False, quote_cookie=True, treat_as_secure_origin=None, loop=None):
        self._held = _SimpleCookie()
        self._quote_cookie = quote_cookie

    quote_cookie = property(lambda self: self._quote_cookie)

    def update_cookies(self, cookies, response_url=None):
        for name, value in cookies.items() if hasattr(cookies, "items") else cookies:
            self._held[name] = value.value if isinstance(value, _Morsel) else value

    def filter_cookies(self, request_url=None):
        """The cookies that a request to this address has."""
        found = _SimpleCookie()
        for name, morsel in self._held.items():
            found[name] = morsel.value
        return found

    def clear(self, predicate=None):
        for name, morsel in list(self._held.items()):
            if predicate is None or predicate(morsel):
                del self._held[name]

    def clear_domain(self, domain):
        self.clear()

    def __iter__(self):
        return iter(self._held.values())

    def __len__(self):
        return len(self._held)


class DummyCookieJar(CookieJar):
    """Keeps none."""

    def update_cookies(self, cookies, response_url=None):
        """Forgets them."""
