"""Stand-in for `multiprocessing.heap`: bytes that all processes see, by a number."""

__all__ = ["BufferWrapper"]

_blocks = []


class BufferWrapper:
    """A block of so many bytes; it goes to other processes by its number."""

    def __init__(self, size):
        if size < 0:
            raise ValueError(f"Size {size:n} out of range")
        self._size = size
        self._number = len(_blocks)
        _blocks.append(bytearray(size))

    def create_memoryview(self):
        return memoryview(_blocks[self._number])
