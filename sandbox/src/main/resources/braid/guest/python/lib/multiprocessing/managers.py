"""Stand-in for `multiprocessing.managers`: objects that a server process keeps for others.

Source of the behaviour: the documentation of Python 3.12's `multiprocessing`. Locks and queues of a
manager are the kernel's own; an address is known to the processes of the program only.
"""

import array as _array
import signal as _signal
import traceback as _traceback
from collections import namedtuple as _namedtuple

import _braid
import _braid_listeners as _listeners
import _braid_server as _server
from _braid_names import made as _made
from multiprocessing import process as _process, util as _util
from multiprocessing.context import (AuthenticationError as _AuthenticationError,
                                     ProcessError as _ProcessError, _default_context)

from _braid_kernel_proxies import (AcquirerProxy, BarrierProxy, ConditionProxy, EventProxy,
                                   QueueProxy, kernel_object)
from _braid_managed_pool import PoolProxy
from _braid_proxies import (ArrayProxy, AutoProxy, BaseProxy, DictProxy, IteratorProxy, ListProxy,
                            NamespaceProxy, ValueProxy, make_proxy)

__all__ = ["BaseManager", "SyncManager", "BaseProxy", "Token", "SharedMemoryManager"]


class RemoteError(Exception):
    """Something failed in the server."""

    def __str__(self):
        line = "-" * 75
        return f"\n{line}\n{self.args[0]}{line}"


_Entry = _namedtuple("_Entry", "make proxy exposed methods")


class Token:
    """Says where an object is."""

    __slots__ = ("typeid", "address", "id")

    def __init__(self, typeid, address, id):
        self.typeid, self.address, self.id = typeid, address, id

    def __repr__(self):
        return f"Token(typeid={self.typeid!r}, address={self.address!r}, id={self.id!r})"


class Namespace:
    """An object with the attributes it is given."""

    def __init__(self, /, **kwds):
        self.__dict__.update(kwds)

    def __repr__(self):
        held = sorted(f"{name}={value!r}" for name, value in self.__dict__.items()
                      if not name.startswith("_"))
        return f"{type(self).__name__}({', '.join(held)})"


class Value:
    """A value of a type that is not looked at."""

    def __init__(self, typecode, value, lock=True):
        self._typecode, self._value = typecode, value

    def get(self):
        return self._value

    def set(self, value):
        self._value = value

    def __repr__(self):
        return f"{type(self).__name__}({self._typecode!r}, {self._value!r})"

    value = property(get, set)


def Array(typecode, sequence, lock=True):
    return _array.array(typecode, sequence)


class BaseManager:
    """Starts a server process, and makes objects in it."""

    _registry = {}

    def __init__(self, address=None, authkey=None, serializer="pickle", ctx=None, *,
                 shutdown_timeout=1.0):
        self._address = address and _listeners._bound(address, _listeners.family_of(address))
        self._authkey = _process.AuthenticationString(
            _process.current_process().authkey if authkey is None else authkey)
        self._ctx = ctx or _default_context.get_context()
        self._name = _made(type(self).__name__)[0] or type(self).__name__
        self._server = None
        self._process = None
        self._is_shut = False

    def _check_initial(self):
        if self._server is not None:
            raise _ProcessError("Manager has shut down" if self._is_shut
                                else "Already started server")

    def _new_server(self):
        return _server.Server(self._name, self._registry, self._address, self._authkey)

    def get_server(self):
        """A server for the present process, which serves when it is told to."""
        self._check_initial()
        return self._new_server()

    def connect(self):
        """Uses the server at the address, which another process of the program has begun."""
        found = _server.found(self._address)
        if found.authkey != self._authkey:
            raise _AuthenticationError("digest sent was rejected")
        self._server = found

    def start(self, initializer=None, initargs=()):
        """Starts the server process and waits until it is there."""
        self._check_initial()
        if initializer is not None and not callable(initializer):
            raise TypeError("initializer must be a callable")
        self._server = self._new_server()
        self._process = self._ctx.Process(
            target=_serve, args=(self._server.key, initializer, initargs))
        identity = ":".join(map(str, self._process._identity))
        self._process.name = f"{type(self).__name__}-{identity}"
        self._process.start()
        _braid.await_(self._server.ready, -1)
        self.shutdown = _util.Finalize(self, self._end, exitpriority=0)

    def _end(self):
        self._is_shut = True
        self._server.end()
        self._process.join()

    def join(self, timeout=None):
        if self._process is not None:
            self._process.join(timeout)

    @property
    def address(self):
        return self._server.address if self._server else self._address

    def __enter__(self):
        if self._server is None:
            self.start()
        return self

    def __exit__(self, *_):
        self.shutdown()

    def _create(self, typeid, args, kwds, line_name):
        if self._server is None:
            raise AssertionError("server not yet started")
        make, proxytype, exposed, _ = self._server.registry[typeid]
        proxytype = self._registry[typeid].proxy or proxytype
        self._server.check()
        try:
            if proxytype is None or issubclass(proxytype, BaseProxy):
                return make_proxy(self._server, typeid, make, proxytype, exposed, args, kwds,
                                  line_name)
            return kernel_object(proxytype, typeid, args, kwds, line_name, self._server.key)
        except Exception as error:
            text = "".join(_traceback.format_exception(error))
        raise RemoteError(text)

    @classmethod
    def register(cls, typeid, callable=None, proxytype=None, exposed=None, method_to_typeid=None,
                 create_method=True):
        """Has managers of this class make objects by calling `callable` in the server."""
        if "_registry" not in cls.__dict__:
            cls._registry = cls._registry.copy()
        methods = method_to_typeid or getattr(proxytype, "_method_to_typeid_", None) or {}
        cls._registry[typeid] = _Entry(callable, proxytype, exposed, methods)
        if create_method:
            def method(self, /, *args, **kwds):
                return self._create(typeid, args, kwds, _made(typeid))
            method.__name__ = typeid
            setattr(cls, typeid, method)


def _serve(key, initializer, initargs):
    """The main function of the server process, which Ctrl-C does not end."""
    _signal.signal(_signal.SIGINT, _signal.SIG_IGN)
    if initializer is not None:
        initializer(*initargs)
    server = _server.server(key)
    server.begin(_braid.process())
    _braid.await_(server.stop, -1)


class SyncManager(BaseManager):
    """A manager of lists, dictionaries, locks, queues and the like."""


for _typeid, _make, _proxy in (
        ("Queue", None, QueueProxy), ("JoinableQueue", None, QueueProxy),
        ("Event", None, EventProxy), ("Lock", None, AcquirerProxy), ("RLock", None, AcquirerProxy),
        ("Semaphore", None, AcquirerProxy), ("BoundedSemaphore", None, AcquirerProxy),
        ("Condition", None, ConditionProxy), ("Barrier", None, BarrierProxy),
        ("Pool", None, PoolProxy),
        ("list", list, ListProxy), ("dict", dict, DictProxy), ("Value", Value, ValueProxy),
        ("Array", Array, ArrayProxy), ("Namespace", Namespace, NamespaceProxy)):
    SyncManager.register(_typeid, _make, _proxy)


SyncManager.register("Iterator", None, IteratorProxy, create_method=False)


class SharedMemoryManager(BaseManager):
    """Makes blocks of shared memory, which are gone when it shuts down."""

    def _tracked(self, kind, *args, **kwds):
        if self._server is None:
            raise ValueError("address type of None unrecognized")
        self._server.check()
        made = kind(*args, **kwds)
        self._blocks = (*getattr(self, "_blocks", ()), getattr(made, "shm", made))
        return made

    def SharedMemory(self, size):
        from multiprocessing.shared_memory import SharedMemory
        return self._tracked(SharedMemory, None, create=True, size=size)

    def ShareableList(self, sequence):
        from multiprocessing.shared_memory import ShareableList
        return self._tracked(ShareableList, sequence)

    def _end(self):
        for block in getattr(self, "_blocks", ()):
            try:
                block.unlink()
            except FileNotFoundError:
                continue  # the program has done so itself
        super()._end()
