"""The status codes by name."""

from _braid_internet import REASONS as _REASONS


class _Codes:
    """`codes.ok`, `codes.not_found`, `codes["teapot"]`."""

    def __init__(self):
        for code, reason in _REASONS.items():
            name = reason.lower().replace(" ", "_").replace("'", "").replace("-", "_")
            setattr(self, name, code)
            setattr(self, name.upper(), code)
        self.okay = self.all_good = self.ok
        self.teapot = self.im_a_teapot
        self.server_error = self.internal_server_error
        self.unavailable, self.too_many = self.service_unavailable, self.too_many_requests

    def __getitem__(self, name):
        return getattr(self, name)

    def get(self, name, default=None):
        return getattr(self, name, default)


codes = _Codes()
