"""Exceptions that come from the workers of `concurrent.futures.process`, with their tracebacks."""


class _RemoteTraceback(Exception):
    """Shows where an exception came from in another process."""

    __module__ = "concurrent.futures.process"

    def __init__(self, tb):
        self.tb = tb

    def __str__(self):
        return self.tb


def _rebuild_exc(exc, tb):
    exc.__cause__ = _RemoteTraceback(tb)
    return exc


class _ExceptionWithTraceback:
    """An exception that takes the text of its traceback along."""

    def __init__(self, exc, tb):
        import traceback
        text = "".join(traceback.format_exception(type(exc), exc, tb))
        self.exc = exc
        self.exc.__traceback__ = None
        self.tb = f'\n"""\n{text}"""'

    def __reduce__(self):
        return _rebuild_exc, (self.exc, self.tb)
