"""The child watchers of `asyncio`: a thread waits for the process and calls back.

Source of the behaviour: the documentation of Python 3.12's `asyncio`, "Process Watchers"
(deprecated there). The loop itself hears of the end of its processes without them.
"""


class AbstractChildWatcher:
    """Calls a function when a process has ended."""

    def __init__(self):
        self._handlers = {}

    def add_child_handler(self, pid, callback, *args):
        """Has `callback(pid, returncode, *args)` called when the process has ended."""
        import threading
        self._handlers[pid] = callback, args
        threading.Thread(target=self._watch, args=(pid,), name=f"waitpid-{pid}",
                         daemon=True).start()

    def _watch(self, pid):
        import _braid_processes as processes
        task = processes.task_of(pid)
        processes.join(task, -1)
        handler = self._handlers.pop(pid, None)
        if handler is not None:
            callback, args = handler
            callback(pid, processes.exit_code(task), *args)

    def remove_child_handler(self, pid):
        """Takes that back; whether there was something to take back."""
        return self._handlers.pop(pid, None) is not None

    def attach_loop(self, loop):
        """Nothing: no watcher needs a loop."""

    def close(self):
        """Nothing to close."""

    def is_active(self):
        return True

    def __enter__(self):
        return self

    def __exit__(self, *_):
        pass


class SafeChildWatcher(AbstractChildWatcher):
    pass


class FastChildWatcher(AbstractChildWatcher):
    pass


class PidfdChildWatcher(AbstractChildWatcher):
    pass


class MultiLoopChildWatcher(AbstractChildWatcher):
    pass


class ThreadedChildWatcher(AbstractChildWatcher):
    _threads = {}
