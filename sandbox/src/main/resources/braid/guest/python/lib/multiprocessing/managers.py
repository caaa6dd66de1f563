"""Stand-in for `multiprocessing.managers`: objects that a server process keeps for others.

Source of the behaviour: the documentation of Python 3.12's `multiprocessing`. Locks and queues of a
manager are the kernel's own; managers on other machines are refused.
"""

import array as _array

import _braid
import _braid_server as _server
from _braid_names import made as _made
from multiprocessing import process as _process, util as _util
from multiprocessing.context import _default_context

from _braid_kernel_proxies import (AcquirerProxy, BarrierProxy, ConditionProxy, EventProxy,
                                   QueueProxy, kernel_object)
from _braid_proxies import (ArrayProxy, AutoProxy, BaseProxy, DictProxy, ListProxy, NamespaceProxy,
                            ValueProxy, make_proxy)

__all__ = ["BaseManager", "SyncManager", "BaseProxy", "Token"]


class RemoteError(Exception):
    """Something failed in the server."""


class Token:
    """Says where an object is."""

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
        if address is not None:
            raise NotImplementedError("a manager at an address cannot be modelled: it needs sockets "
                                      "of the real machine")
        self._ctx = ctx or _default_context.get_context()
        self._name = _made(type(self).__name__)[0] or type(self).__name__
        self._server = None
        self._process = None
        self._is_shut = False

    def start(self, initializer=None, initargs=()):
        """Starts the server process and waits until it is there."""
        if self._server is not None:
            raise _process_error("Already started server" if not self._is_shut
                                 else "Manager has shut down")
        if initializer is not None and not callable(initializer):
            raise TypeError("initializer must be a callable")
        self._server = _server.Server(self._name)
        self._process = self._ctx.Process(
            target=_serve, args=(self._server.key, initializer, initargs))
        identity = ":".join(map(str, self._process._identity))
        self._process.name = f"{type(self).__name__}-{identity}"
        self._process.start()
        self._server.process = self._process._popen.sentinel
        _server_ready(self._server)
        self.shutdown = _util.Finalize(self, self._end, exitpriority=0)

    def _end(self):
        self._is_shut = True
        _braid.raise_(self._server.stop)
        self._process.join()

    def connect(self):
        raise NotImplementedError("connecting to a manager elsewhere cannot be modelled: it needs "
                                  "sockets of the real machine")

    get_server = connect

    def join(self, timeout=None):
        if self._process is not None:
            self._process.join(timeout)

    @property
    def address(self):
        return f"/tmp/braid-manager-{self._server.key}" if self._server else None

    def __enter__(self):
        if self._server is None:
            self.start()
        return self

    def __exit__(self, *_):
        self.shutdown()

    def _create(self, typeid, args, kwds, line_name):
        if self._server is None:
            raise AssertionError("server not yet started")
        make, proxytype, exposed = self._registry[typeid]
        if proxytype is None or issubclass(proxytype, BaseProxy):
            return make_proxy(self._server, typeid, make, proxytype, exposed, args, kwds, line_name)
        self._server.check()
        return kernel_object(proxytype, typeid, args, kwds, line_name)

    @classmethod
    def register(cls, typeid, callable=None, proxytype=None, exposed=None, method_to_typeid=None,
                 create_method=True):
        """Has managers of this class make objects by calling `callable` in the server."""
        if "_registry" not in cls.__dict__:
            cls._registry = cls._registry.copy()
        cls._registry[typeid] = callable, proxytype, exposed
        if create_method:
            def method(self, /, *args, **kwds):
                return self._create(typeid, args, kwds, _made(typeid))
            method.__name__ = typeid
            setattr(cls, typeid, method)


def _serve(key, initializer, initargs):
    """The main function of the server process."""
    if initializer is not None:
        initializer(*initargs)
    server = _server.server(key)
    _braid.raise_(server.ready)
    _braid.await_(server.stop, -1)


def _server_ready(server):
    _braid.await_(server.ready, -1)


def _process_error(text):
    from multiprocessing.context import ProcessError
    return ProcessError(text)


class SyncManager(BaseManager):
    """A manager of lists, dictionaries, locks, queues and the like."""


for _typeid, _make, _proxy in (
        ("Queue", None, QueueProxy), ("JoinableQueue", None, QueueProxy),
        ("Event", None, EventProxy), ("Lock", None, AcquirerProxy), ("RLock", None, AcquirerProxy),
        ("Semaphore", None, AcquirerProxy), ("BoundedSemaphore", None, AcquirerProxy),
        ("Condition", None, ConditionProxy), ("Barrier", None, BarrierProxy),
        ("list", list, ListProxy), ("dict", dict, DictProxy), ("Value", Value, ValueProxy),
        ("Array", Array, ArrayProxy), ("Namespace", Namespace, NamespaceProxy)):
    SyncManager.register(_typeid, _make, _proxy)
