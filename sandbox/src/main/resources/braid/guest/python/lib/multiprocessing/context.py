"""Stand-in for `multiprocessing.context`: processes start by spawning, as on macOS and Windows.

Source of the behaviour: the documentation of Python 3.12's `multiprocessing`.
"""

import os as _os

import _braid_worlds as _worlds
from _braid_os import refusing as _refusing
from multiprocessing import process

__all__ = ()


class ProcessError(Exception):
    """Base class of the errors of multiprocessing."""


class BufferTooShort(ProcessError):
    """A message is longer than the buffer it was to go into."""


class TimeoutError(ProcessError):
    """A result did not come in time."""


class AuthenticationError(ProcessError):
    """The two ends do not share a key."""


class BaseContext:
    """Everything that depends on how processes start."""

    ProcessError = ProcessError
    BufferTooShort = BufferTooShort
    TimeoutError = TimeoutError
    AuthenticationError = AuthenticationError
    current_process = staticmethod(process.current_process)
    parent_process = staticmethod(process.parent_process)
    active_children = staticmethod(process.active_children)

    def cpu_count(self):
        """The cores of the simulated machine."""
        return _os.cpu_count()

    def Manager(self):
        """A process that keeps objects for others; gives what makes proxies to them."""
        from multiprocessing.managers import SyncManager
        manager = SyncManager(ctx=self.get_context())
        manager.start()
        return manager

    def Pipe(self, duplex=True):
        """Two connected ends."""
        from multiprocessing.connection import Pipe
        return Pipe(duplex)

    def Lock(self):
        from multiprocessing.synchronize import Lock
        return Lock(ctx=self.get_context())

    def RLock(self):
        from multiprocessing.synchronize import RLock
        return RLock(ctx=self.get_context())

    def Condition(self, lock=None):
        from multiprocessing.synchronize import Condition
        return Condition(lock, ctx=self.get_context())

    def Semaphore(self, value=1):
        from multiprocessing.synchronize import Semaphore
        return Semaphore(value, ctx=self.get_context())

    def BoundedSemaphore(self, value=1):
        from multiprocessing.synchronize import BoundedSemaphore
        return BoundedSemaphore(value, ctx=self.get_context())

    def Event(self):
        from multiprocessing.synchronize import Event
        return Event(ctx=self.get_context())

    def Barrier(self, parties, action=None, timeout=None):
        from multiprocessing.synchronize import Barrier
        return Barrier(parties, action, timeout, ctx=self.get_context())

    def Queue(self, maxsize=0):
        from multiprocessing.queues import Queue
        return Queue(maxsize, ctx=self.get_context())

    def JoinableQueue(self, maxsize=0):
        from multiprocessing.queues import JoinableQueue
        return JoinableQueue(maxsize, ctx=self.get_context())

    def SimpleQueue(self):
        from multiprocessing.queues import SimpleQueue
        return SimpleQueue(ctx=self.get_context())

    def Pool(self, processes=None, initializer=None, initargs=(), maxtasksperchild=None):
        """Processes that call functions over many values."""
        from multiprocessing.pool import Pool
        return Pool(processes, initializer, initargs, maxtasksperchild,
                    context=self.get_context())

    def RawValue(self, typecode_or_type, *args):
        from multiprocessing.sharedctypes import RawValue
        return RawValue(typecode_or_type, *args)

    def RawArray(self, typecode_or_type, size_or_initializer):
        from multiprocessing.sharedctypes import RawArray
        return RawArray(typecode_or_type, size_or_initializer)

    def Value(self, typecode_or_type, *args, lock=True):
        from multiprocessing.sharedctypes import Value
        return Value(typecode_or_type, *args, lock=lock, ctx=self.get_context())

    def Array(self, typecode_or_type, size_or_initializer, *, lock=True):
        from multiprocessing.sharedctypes import Array
        return Array(typecode_or_type, size_or_initializer, lock=lock, ctx=self.get_context())

    def freeze_support(self):
        """Nothing: no program here is frozen."""

    def get_logger(self):
        from multiprocessing.util import get_logger
        return get_logger()

    def log_to_stderr(self, level=None):
        from multiprocessing.util import log_to_stderr
        return log_to_stderr(level)

    def allow_connection_pickling(self):
        """Nothing: connections can always be sent."""

    def set_executable(self, executable):
        """Nothing: there is one interpreter here."""

    def set_forkserver_preload(self, module_names):
        """Nothing: there is no fork server here."""

    def get_context(self, method=None):
        if method is None:
            return self
        found = _contexts.get(method)
        if found is None:
            raise ValueError(f"cannot find context for {method!r}") from None
        return found

    def get_start_method(self, allow_none=False):
        return self._name

    def set_start_method(self, method, force=False):
        raise ValueError("cannot set start method of concrete context")

    @property
    def reducer(self):
        from multiprocessing import reduction
        return reduction

    def _check_available(self):
        pass


class Process(process.BaseProcess):
    """A process that is started as the program's start method says."""

    _start_method = None

    @staticmethod
    def _after_fork():
        pass


class SpawnProcess(process.BaseProcess):
    """A process that is started by spawning."""

    _start_method = "spawn"


class SpawnContext(BaseContext):
    _name = "spawn"
    Process = SpawnProcess


class DefaultContext(BaseContext):
    """What the functions of the module `multiprocessing` are the methods of."""

    Process = Process

    def __init__(self, context):
        self._default_context = context

    def _chosen(self):
        return _worlds.here.state.get("start_method")

    def get_context(self, method=None):
        if method is not None:
            return super().get_context(method)
        if self._chosen() is None:
            _worlds.here.state["start_method"] = self._default_context
        return self._chosen()

    def set_start_method(self, method, force=False):
        if self._chosen() is not None and not force:
            raise RuntimeError("context has already been set")
        if method is None and force:
            _worlds.here.state["start_method"] = None
            return
        _worlds.here.state["start_method"] = self.get_context(method)

    def get_start_method(self, allow_none=False):
        if self._chosen() is None:
            if allow_none:
                return None
            _worlds.here.state["start_method"] = self._default_context
        return self._chosen()._name

    def get_all_start_methods(self):
        """Only spawning: the program's processes share no memory that a fork could copy."""
        return ["spawn"]


_NO_FORK = "no process here can be a copy of another; use 'spawn', as on Windows and macOS"
for _name in ("ForkContext", "ForkProcess", "ForkServerContext", "ForkServerProcess"):
    globals()[_name] = _refusing(f"multiprocessing.context.{_name}()", _NO_FORK)

_contexts = {"spawn": SpawnContext()}
_default_context = DefaultContext(_contexts["spawn"])


def get_spawning_popen():
    """What starts a process at this moment, None for nothing."""
    return _worlds.here.state.get("spawning_popen")


def set_spawning_popen(popen):
    _worlds.here.state["spawning_popen"] = popen


def assert_spawning(obj):
    from _braid_pickling import assert_spawning
    assert_spawning(obj)
