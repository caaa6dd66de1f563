"""Accepted for the sake of programs that mount them; every request goes one way here."""

DEFAULT_RETRIES = 0


class BaseAdapter:
    """What a session can mount."""

    def close(self):
        """Nothing to close."""


class HTTPAdapter(BaseAdapter):
    """An adapter whose settings change nothing here."""

    def __init__(self, pool_connections=10, pool_maxsize=10, max_retries=DEFAULT_RETRIES,
                 pool_block=False):
        self.max_retries = max_retries
