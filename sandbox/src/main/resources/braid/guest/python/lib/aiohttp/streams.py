"""The body of an answer as it comes in, ten million bytes a second."""

import _braid
import _braid_internet as _internet
from aiohttp.client_exceptions import ClientConnectionError


class EofStream(Exception):
    """The end of a stream."""


class StreamReader:
    """Gives the bytes of a body; waits for those that are still on their way."""

    def __init__(self, body, waiting, shown):
        self._body, self._place = body, 0
        self._waiting, self._shown = waiting, shown
        self._begun = _braid.now()
        self._error = None
        self._at_end = []

    def due(self, size):
        """When so many bytes will have come, in nanoseconds of the run."""
        return self._begun + min(size, len(self._body)) * _internet.NANOS_PER_BYTE

    def _here(self):
        return (_braid.now() - self._begun) // _internet.NANOS_PER_BYTE

    async def _until(self, size):
        if self._error is not None:
            raise self._error
        nanos = self.due(size) - _braid.now()
        if nanos > 0:
            await self._waiting.network(f"rest of {self._shown}", nanos)

    def _take(self, size):
        data = self._body[self._place:self._place + size]
        self._place += len(data)
        if self._place == len(self._body):
            for call in self._at_end:
                call()
            self._at_end.clear()
        return data

    async def read(self, n=-1):
        """So many bytes, or fewer at the end; all without a number."""
        left = len(self._body) - self._place
        size = left if n < 0 else min(n, left)
        await self._until(self._place + size)
        return self._take(size)

    async def readany(self):
        """What has come so far, or else the first that comes."""
        await self._until(self._place + 1)
        return self._take(max(1, self._here() - self._place))

    async def readexactly(self, n):
        data = await self.read(n)
        if len(data) < n:
            from asyncio import IncompleteReadError
            raise IncompleteReadError(data, n)
        return data

    async def readuntil(self, separator=b"\n"):
        found = self._body.find(separator, self._place)
        end = len(self._body) if found < 0 else found + len(separator)
        return await self.read(end - self._place)

    async def readline(self):
        return await self.readuntil()

    async def readchunk(self):
        data = await self.readany()
        return data, bool(data)

    def read_nowait(self, n=-1):
        here = max(0, min(self._here(), len(self._body)) - self._place)
        return self._take(here if n < 0 else min(n, here))

    def at_eof(self):
        return self._place == len(self._body)

    def is_eof(self):
        return self._here() >= len(self._body)

    def exception(self):
        return self._error

    def set_exception(self, error):
        self._error = error

    @property
    def total_bytes(self):
        return min(self._here(), len(self._body))

    def iter_chunked(self, n):
        """The body in pieces of so many bytes."""
        return _Pieces(lambda: self.read(n))

    def iter_any(self):
        return _Pieces(self.readany)

    def iter_chunks(self):
        return _Pieces(self.readchunk)

    def __aiter__(self):
        return _Pieces(self.readline)

    def end(self):
        """Nobody will read any more."""
        if not self.at_eof() and self._error is None:
            self._error = ClientConnectionError("Connection closed")


class _Pieces:
    """What `async for` goes over: pieces until an empty one."""

    def __init__(self, read):
        self._read = read

    def __aiter__(self):
        return self

    async def __anext__(self):
        piece = await self._read()
        if piece in (b"", (b"", False)):
            raise StopAsyncIteration
        return piece
