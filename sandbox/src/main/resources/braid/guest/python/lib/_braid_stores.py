"""What lies in queues and pipes between processes: pickled items, beside the kernel's channels.

The kernel counts and decides who goes on; the bytes are here, where every process finds them. The
first 64 KiB of a queue are in the pipe below it; what is beyond waits in the process that put it,
which does not end before somebody has made room (documentation, "Joining processes that use
queues").
"""

from collections import deque

import _braid
from _braid_labels import label

PIPE_BYTES = 65536

_stores = {}


class Store:
    """The items of one channel."""

    def __init__(self, channel, name):
        self.channel = channel
        self.name = name
        self.items = deque()
        self.size_bytes = 0
        self.watchers = []
        self.flushers = []
        _stores[channel] = self

    def put(self, data, shown, limit):
        """Puts bytes that are shown so; False when there was no room in time."""
        if not _braid.put(self.channel, shown, limit):
            return False
        self.items.append(data)
        self.size_bytes += len(data)
        for flag in list(self.watchers):
            _braid.raise_(flag)
        return True

    def get(self, limit):
        """Takes the oldest bytes; None when there were none in time."""
        if not _braid.get(self.channel, limit):
            return None
        data = self.items.popleft()
        self.size_bytes -= len(data)
        if self.flushers and self.size_bytes <= PIPE_BYTES:
            for flag in list(self.flushers):
                _braid.raise_(flag)
        return data

    def peek(self, limit):
        """Whether there is something, or will be in time."""
        return bool(self.items) or (limit != 0 and _braid.await_item(self.channel, limit))

    def flush(self):
        """Waits until all that was put fits into the pipe."""
        if self.size_bytes > PIPE_BYTES:
            flag = _braid.flag(f"room in {self.name}", _braid.line())
            self.flushers.append(flag)
            _braid.await_(flag, -1)
            self.flushers.remove(flag)


def made(name, line, capacity=0):
    """A new channel with its store."""
    return Store(_braid.channel("fifo", capacity, name, line), name or "the queue")


def at(channel):
    return _stores[channel]


def shown(value):
    return label(value)
