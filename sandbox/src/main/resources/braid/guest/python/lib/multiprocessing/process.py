"""Stand-in for `multiprocessing.process`: a process is a lane with a world of its own.

Source of the behaviour: the documentation of Python 3.12's `multiprocessing`.
"""

import os as _os

import _braid
import _braid_pickling as _pickling
import _braid_popen as _popen
import _braid_processes as _processes
import _braid_worlds as _worlds
from _braid_seconds import patience as _patience

__all__ = ["BaseProcess", "current_process", "active_children", "parent_process"]

ORIGINAL_DIR = _os.path.abspath(".")
_SIGTERM, _SIGKILL = 15, 9

class Desk:
    """What each process keeps: who it is, and its children."""

    def __init__(self):
        self.current = _MainProcess()
        self.parent = None
        self.children = {}
        self.made = 0


def _desk():
    return _worlds.state("processes", Desk)


def current_process():
    """The Process object of the process that asks."""
    return _desk().current


def parent_process():
    """The process that started this one; None in the program itself."""
    return _desk().parent


def active_children():
    """All children that are alive; those that are not are joined on the way."""
    children = _desk().children
    for child in list(children):
        if child._popen.poll() is not None:
            children.pop(child, None)
    return list(children)


def _cleanup():
    active_children()


def __getattr__(name):
    """`_dangling`: the processes that have not ended, for tests that look for those left over."""
    if name == "_dangling":
        return set(active_children())
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


class BaseProcess:
    """A process that the program starts: a target to call, or a subclass that overrides `run`."""

    _life = None

    def __init__(self, group=None, target=None, name=None, args=(), kwargs={}, *, daemon=None):
        assert group is None, "group argument must be None for now"
        desk = _desk()
        desk.made += 1
        self._identity = desk.current._identity + (desk.made,)
        self._config = desk.current._config.copy()
        self._parent_pid = _os.getpid()
        self._parent_name = desk.current.name
        self._life = _braid.thing()
        self._popen = None
        self._closed = False
        self._target = target
        self._args = tuple(args)
        self._kwargs = dict(kwargs)
        self._name = name or f"{type(self).__name__}-{':'.join(map(str, self._identity))}"
        if daemon is not None:
            self.daemon = daemon

    def _look(self):
        """Sees whether it was started, and whether it was closed."""
        if self._life is not None:
            _braid.thing_touch(self._life, False)

    def _check_closed(self):
        self._look()
        if self._closed:
            raise ValueError("process object is closed")

    def run(self):
        """What the process does; a subclass may override it."""
        if self._target:
            self._target(*self._args, **self._kwargs)

    def start(self):
        """Starts the process; at most once per object."""
        self._check_closed()
        desk = _desk()
        assert self._popen is None, "cannot start a process twice"
        assert self._parent_pid == _os.getpid(), \
            "can only start a process object created by current process"
        assert not desk.current._config.get("daemon"), \
            "daemonic processes are not allowed to have children"
        if getattr(desk.current, "_inheriting", False):
            error = RuntimeError(_popen.BOOTSTRAPPING)
            _processes.note_bootstrap_error(error)
            raise error
        popen = _popen.Popen(self)
        self._popen, self._sentinel = popen, popen.sentinel
        _braid.thing_touch(self._life, True)
        del self._target, self._args, self._kwargs
        desk.children[self] = True

    def terminate(self):
        """Ends the process by SIGTERM, wherever it is."""
        self._check_closed()
        self._popen.end(_SIGTERM)

    def kill(self):
        """Ends the process by SIGKILL, wherever it is."""
        self._check_closed()
        self._popen.end(_SIGKILL)

    def join(self, timeout=None):
        """Waits until the process has ended, or for so many seconds."""
        self._check_closed()
        assert self._parent_pid == _os.getpid(), "can only join a child process"
        assert self._popen is not None, "can only join a started process"
        if self._popen.wait(_patience(timeout)) is not None:
            _desk().children.pop(self, None)

    def is_alive(self):
        """Whether it was started and has not ended."""
        self._check_closed()
        if self is _desk().current:
            return True
        assert self._parent_pid == _os.getpid(), "can only test a child process"
        if self._popen is None:
            return False
        if self._popen.poll() is None:
            return True
        _desk().children.pop(self, None)
        return False

    def close(self):
        """Frees what the object holds; the process must have ended."""
        if self._popen is not None:
            if self._popen.poll() is None:
                raise ValueError("Cannot close a process while it is still running. "
                                 "You should first call join() or terminate().")
            self._popen = None
            del self._sentinel
            _desk().children.pop(self, None)
        self._closed = True
        _braid.thing_touch(self._life, True)

    @property
    def name(self):
        return self._name

    @name.setter
    def name(self, name):
        assert isinstance(name, str), "name must be a string"
        self._name = name
        if self is _desk().current:
            _braid.rename(_braid.process(), name)

    @property
    def daemon(self):
        return self._config.get("daemon", False)

    @daemon.setter
    def daemon(self, daemonic):
        assert self._popen is None, "process has already started"
        self._config["daemon"] = daemonic

    @property
    def authkey(self):
        return self._config["authkey"]

    @authkey.setter
    def authkey(self, authkey):
        self._config["authkey"] = AuthenticationString(authkey)

    @property
    def exitcode(self):
        """None while it goes on; minus the number of the signal that ended it."""
        self._check_closed()
        return self._popen if self._popen is None or self is _desk().current \
            else self._popen.poll()

    @property
    def ident(self):
        self._check_closed()
        if self is _desk().current:
            return _os.getpid()
        return self._popen and self._popen.pid

    pid = ident

    @property
    def sentinel(self):
        """A number that `multiprocessing.connection.wait` waits for: ready when it has ended."""
        self._check_closed()
        try:
            return self._sentinel
        except AttributeError:
            raise ValueError("process not started") from None

    def __repr__(self):
        exitcode = None
        self._look()
        if self is _desk().current:
            status = "started"
        elif self._closed:
            status = "closed"
        elif self._parent_pid != _os.getpid():
            status = "unknown"
        elif self._popen is None:
            status = "initial"
        else:
            exitcode = self._popen.poll()
            status = "started" if exitcode is None else "stopped"
        info = [type(self).__name__, f"name={self._name!r}"]
        if self._popen is not None:
            info.append(f"pid={self._popen.pid}")
        info.append(f"parent={self._parent_pid}")
        info.append(status)
        if exitcode is not None:
            signal = _processes.SIGNALS.get(-exitcode)
            info.append(f"exitcode={'-' + signal if signal else exitcode}")
        if self.daemon:
            info.append("daemon")
        return f"<{' '.join(info)}>"

    _bootstrap = _popen._bootstrap


class AuthenticationString(bytes):
    """A key that does not leave the program."""

    def __reduce__(self):
        _pickling.assert_spawning(self)
        return AuthenticationString, (bytes(self),)


class _ParentProcess(BaseProcess):
    """Stands in a process for the one that started it."""

    def __init__(self, name, pid):
        self._identity = ()
        self._name = name
        self._pid = pid
        self._parent_pid = None
        self._popen = None
        self._closed = False
        self._sentinel = _processes.task_of(pid)
        self._config = {}

    def is_alive(self):
        return _braid.alive(self._sentinel)

    @property
    def ident(self):
        return self._pid

    def join(self, timeout=None):
        _braid.join(self._sentinel, _patience(timeout))

    pid = ident


class _MainProcess(BaseProcess):
    """The program itself."""

    def __init__(self):
        self._identity = ()
        self._name = "MainProcess"
        self._parent_pid = None
        self._popen = None
        self._closed = False
        self._config = {"authkey": AuthenticationString(_os.urandom(32)),
                        "semprefix": "/mp"}

    def close(self):
        pass
