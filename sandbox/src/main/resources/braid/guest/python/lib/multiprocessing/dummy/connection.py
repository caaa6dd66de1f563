"""Stand-in for `multiprocessing.dummy.connection`: pipes between threads."""

from queue import Empty, Queue

__all__ = ["Pipe"]


class Connection:
    """One end of a pipe, over two queues."""

    def __init__(self, _in, _out):
        self._in, self._out = _in, _out
        self.send = self.send_bytes = _out.put
        self.recv = self.recv_bytes = _in.get

    def poll(self, timeout=0.0):
        if self._in.qsize() > 0:
            return True
        if timeout is not None and timeout <= 0.0:
            return False
        try:
            item = self._in.get(timeout=timeout)
        except Empty:
            return False
        self._in.queue.appendleft(item)
        self._in._show()
        return True

    def close(self):
        """Nothing to close."""

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()


def Pipe(duplex=True):
    first, second = Queue(), Queue()
    return Connection(first, second), Connection(second, first)
