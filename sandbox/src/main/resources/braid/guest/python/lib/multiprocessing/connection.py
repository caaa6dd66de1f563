"""Stand-in for `multiprocessing.connection`: the two ends of a pipe between processes.

Source of the behaviour: the documentation of Python 3.12's `multiprocessing`. A pipe never fills
up; it ends when every process has closed or lost the other end. Listeners and clients are those of
`_braid_listeners`.
"""

import _braid
import _braid_processes as _processes
import _braid_stores as _stores
from _braid_listeners import Client, Listener, answer_challenge, deliver_challenge
from _braid_names import made as _made
from _braid_pickling import dumps as _dumps, loads as _loads
from _braid_seconds import FOREVER, patience as _patience
from multiprocessing.context import AuthenticationError, BufferTooShort

__all__ = ["Client", "Listener", "Pipe", "wait"]

_END = bytearray()  # this one, not its value
_ended = set()
_writers, _readers = {}, {}  # by channel: its handles, and whether they are open
_under_way = {}  # by ends: the handle that has been sent and has not arrived


class Connection:
    """One end of a pipe."""

    def __init__(self, inbox, outbox):
        self._in, self._out = inbox, outbox
        self._begin(_held(inbox, outbox))

    def _begin(self, handle):
        self._handle = handle
        self._closed = False
        process = _braid.process()
        if process:
            _processes.when_ended(process, self._close)

    def __reduce__(self):
        self._check_open()
        ends = self._in, self._out
        return _arrived, (*ends, _held(*ends))

    def _check_open(self):
        if self.closed:
            raise OSError("handle is closed")

    def _check_readable(self):
        self._check_open()
        if self._in is None:
            raise OSError("connection is write-only")

    def _check_writable(self):
        self._check_open()
        if self._out is None:
            raise OSError("connection is read-only")

    @property
    def closed(self):
        _braid.thing_touch(self._handle, False)
        return self._closed

    @property
    def readable(self):
        return self._in is not None

    @property
    def writable(self):
        return self._out is not None

    def fileno(self):
        self._check_open()
        return 3 + (self._in if self._in is not None else self._out)

    def close(self):
        """Closes this process's handle of the end."""
        _braid.look()
        self._close()

    def _close(self):
        if self._closed:
            return
        self._closed = True
        _drop(self._in, self._out, self._handle)

    def send(self, obj):
        """Sends an object, pickled."""
        self._check_writable()
        self._send(_dumps(obj), _stores.shown(obj))

    def send_bytes(self, buf, offset=0, size=None):
        self._check_writable()
        data = memoryview(buf).cast("B")
        if offset < 0:
            raise ValueError("offset is negative")
        if len(data) < offset:
            raise ValueError("buffer length < offset")
        if size is None:
            size = len(data) - offset
        elif size < 0:
            raise ValueError("size is negative")
        elif offset + size > len(data):
            raise ValueError("buffer length < offset + size")
        sent = bytes(data[offset:offset + size])
        self._send(sent, _stores.shown(sent))

    def _send(self, data, shown):
        _check_read(self._out)
        _stores.at(self._out).put(data, shown, FOREVER)
        _check_read(self._out)  # others may have gone first

    def recv(self):
        """Waits for an object; raises EOFError when there will never be one."""
        self._check_readable()
        return _loads(self._take())

    def recv_bytes(self, maxlength=None):
        self._check_readable()
        if maxlength is not None and maxlength < 0:
            raise ValueError("negative maxlength")
        data = self._take()
        if maxlength is not None and len(data) > maxlength:
            self.close()
            raise OSError("bad message length")
        return data

    def recv_bytes_into(self, buf, offset=0):
        data = self.recv_bytes()
        room = memoryview(buf).cast("B")
        if offset < 0:
            raise ValueError("negative offset")
        if offset > len(room):
            raise ValueError("offset too large")
        if len(room) - offset < len(data):
            raise BufferTooShort(data)
        room[offset:offset + len(data)] = data
        return len(data)

    def _take(self):
        if self._in in _ended:
            _braid.look_at(self._in)
            raise EOFError
        data = _stores.at(self._in).get(FOREVER)
        if data is _END:
            _ended.add(self._in)
            _stores.at(self._in).put(_END, "end", FOREVER)
            raise EOFError
        return data

    def poll(self, timeout=0.0):
        """Whether there is something to receive, or will be in time."""
        self._check_readable()
        limit = _patience(timeout)
        _braid.look_at(self._in)
        return self._in in _ended or _stores.at(self._in).peek(limit)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()


def _held(inbox, outbox):
    """A new handle of an end: a thing that changes when it is closed."""
    handle = _braid.thing()
    for handles, channel in (_readers, inbox), (_writers, outbox):
        handles.setdefault(channel, {})[handle] = True
    return handle


def _travelling(ends):
    _under_way[ends] = _held(*ends)


def _arrived(inbox, outbox, handle=None):
    made = Connection.__new__(Connection)
    made._in, made._out = inbox, outbox
    made._begin(_under_way.pop((inbox, outbox)) if handle is None else handle)
    return made


def _drop(inbox, outbox, handle=None):
    if handle is None:
        handle = _under_way.pop((inbox, outbox))
    _braid.thing_touch(handle, True)
    _readers[inbox][handle] = _writers[outbox][handle] = False
    if outbox is not None and not any(_writers[outbox].values()):
        _stores.at(outbox).put(_END, "end", FOREVER)


def _check_read(channel):
    """Somebody must be there who can receive what is sent."""
    handles = _readers.get(channel, {})
    for handle in handles:
        _braid.thing_touch(handle, False)
    if not any(handles.values()):
        raise BrokenPipeError(32, "Broken pipe")


def Pipe(duplex=True):
    """Two connected ends; with `duplex` false the first only receives, the second only sends."""
    first, line = _made("Pipe")
    second, _ = _made("Pipe")
    inbox = _stores.made(first, line).channel
    outbox = _stores.made(second, line).channel if duplex else None
    return Connection(inbox, outbox), Connection(outbox, inbox)


def _is_ready(item):
    if isinstance(item, int):
        return _processes.is_over(item)
    _braid.see(item._in)
    return item._in in _ended or bool(_stores.at(item._in).items)


def wait(object_list, timeout=None):
    """Those of the connections and sentinels that are ready; waits until one is."""
    items = list(object_list)
    _braid.look()
    ready = [item for item in items if _is_ready(item)]
    if ready or timeout == 0:
        return ready
    flag = _braid.flag(f"wait at line {_braid.line()}", _braid.line())
    tell = [(item, lambda: _braid.raise_(flag)) for item in items if isinstance(item, int)]
    stores = [_stores.at(item._in) for item in items if not isinstance(item, int)]
    for item, call in tell:
        _processes.when_ended(item, call)
    for store in stores:
        store.watchers.append(flag)
    try:
        _braid.await_(flag, _patience(timeout))
    finally:
        for item, call in tell:
            _processes.forget(item, call)
        for store in stores:
            store.watchers.remove(flag)
    return [item for item in items if _is_ready(item)]
