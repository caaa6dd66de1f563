"""The pool of a manager: its workers are children of the manager's process.

Source of the behaviour: the documentation of Python 3.12's `multiprocessing.managers`. Who calls it
asks the workers itself; only what starts, ends or waits for workers is done in the manager's
process, by a thread of it. Callbacks are called in the process of whoever gave them.
"""

import _braid
import _braid_server as servers
from _braid_kernel_proxies import KernelProxy

_pools = {}
_THERE = ("close", "terminate", "join")
_HERE = ("apply", "apply_async", "map", "map_async", "starmap", "starmap_async", "imap",
         "imap_unordered")


class PoolProxy(KernelProxy):
    """A pool in the manager's process."""

    _kind = "PoolProxy"

    def _begin(self, typeid, name_line, *args, **kwds):
        from multiprocessing.pool import Pool
        self._key = len(_pools)
        _pools[self._key] = self._there("Pool()", lambda: Pool(*args, name=name_line, **kwds))

    def _there(self, word, call):
        """Has a thread of the manager's process do it; gives what it gives."""
        outcome = []

        def run():
            try:
                outcome.append((True, call()))
            except Exception as error:
                outcome.append((False, error))

        task = _braid.thread_of(servers.server(self._server).process, word, True)
        _braid.start(task, run)
        _braid.join(task, -1)
        is_value, found = outcome[0]
        if is_value:
            return found
        raise found

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.terminate()

    def __str__(self):
        return repr(_pools[self._key])


def _forwarding(name):
    if name in _HERE:
        def method(self, /, *args, **kwds):
            return getattr(_pools[self._key], name)(*args, **kwds)
    else:
        def method(self, /, *args, **kwds):
            return self._there(f"{name}()", lambda: getattr(_pools[self._key], name)(*args, **kwds))
    method.__name__ = name
    return method


for _name in _HERE + _THERE:
    setattr(PoolProxy, _name, _forwarding(_name))
