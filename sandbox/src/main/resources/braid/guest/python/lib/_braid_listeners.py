"""Listeners and clients of `multiprocessing.connection`, within the program.

Source of the behaviour: the documentation of Python 3.12's `multiprocessing.connection`. An address
is known to all processes of the program and to nobody else; a connection is a pair of pipes. Who
gives a key proves to the other end that both have it, by messages, as in CPython.
"""

import _braid
import _braid_processes as processes
import _braid_stores as stores
from _braid_seconds import FOREVER

OWN_HOSTS = ("", "localhost", "127.0.0.1", "0.0.0.0", "::1", "::")
PORT_FIRST = 40001
NONCE_BYTES, ANSWER_BYTES_MAX = 40, 256
_CHALLENGE, _WELCOME, _FAILURE = b"#CHALLENGE#", b"#WELCOME#", b"#FAILURE#"
_listeners = {}
_counts = {"port": PORT_FIRST, "path": 0}


class _Caller(bytes):
    """Somebody who has connected and is not accepted yet: the ends of the pipes it made."""

    def __new__(cls, ends, address):
        made = bytes.__new__(cls)
        made.ends, made.address = ends, address
        return made


class Listener:
    """An address at which connections are accepted."""

    __module__ = "multiprocessing.connection"

    def __init__(self, address=None, family=None, backlog=1, authkey=None):
        family = family or (family_of(address) if address else "AF_UNIX")
        _check(family, authkey)
        self._address = _bound(address, family)
        if self._address in _listeners:
            raise OSError(98, "Address already in use")
        self._authkey, self._last_accepted = authkey, None
        self._backlog = stores.made(f"connections to {_shown(self._address)}", _braid.line())
        _listeners[self._address] = self
        process = _braid.process()
        if process:
            processes.when_ended(process, self.close)

    def accept(self):
        """Waits for somebody to connect; gives this end of the connection."""
        if self._backlog is None:
            raise OSError("listener is closed")
        from multiprocessing.connection import _arrived
        caller = self._backlog.get(FOREVER)
        self._last_accepted = caller.address
        made = _arrived(*caller.ends)
        if self._authkey:
            deliver_challenge(made, self._authkey)
            answer_challenge(made, self._authkey)
        return made

    def close(self):
        """Accepts nobody any more; who waits to be accepted finds the connection closed."""
        if self._backlog is None:
            return
        from multiprocessing.connection import _drop
        del _listeners[self._address]
        for caller in self._backlog.items:
            _drop(*caller.ends)
        self._backlog = None

    @property
    def address(self):
        return self._address

    @property
    def last_accepted(self):
        return self._last_accepted

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()


def Client(address, family=None, authkey=None):
    """Connects to a listener of the program; gives this end of the connection."""
    from multiprocessing.connection import Connection, _travelling
    family = family or family_of(address)
    _check(family, authkey)
    listener = _listeners.get(_known(address, family))
    if listener is None:
        raise refusal(family)
    name = f"to {_shown(address)} from line {_braid.line()}"
    there, back = (stores.made(f"{way}{name}", _braid.line()).channel for way in ("", "back "))
    made = Connection(back, there)
    _travelling((there, back))
    port = next_port() if family == "AF_INET" else None
    listener._backlog.put(_Caller((there, back), ("127.0.0.1", port) if port else ""),
                          "a connection", FOREVER)
    if authkey is not None:
        answer_challenge(made, authkey)
        deliver_challenge(made, authkey)
    return made


Client.__module__ = "multiprocessing.connection"


def family_of(address):
    """The family an address looks like."""
    if isinstance(address, tuple):
        return "AF_INET"
    if isinstance(address, str):
        return "AF_PIPE" if address.startswith("\\\\") else "AF_UNIX"
    raise TypeError(f"address type of {address!r} unrecognized")


def refusal(family):
    """The error for an address where nobody listens."""
    return ConnectionRefusedError(111, "Connection refused") if family == "AF_INET" \
        else FileNotFoundError(2, "No such file or directory")


def next_port():
    _counts["port"] += 1
    return _counts["port"]


def _check(family, authkey):
    if family not in ("AF_INET", "AF_UNIX"):
        raise ValueError(f"Family {family} is not recognized.")
    if authkey is not None and not isinstance(authkey, bytes):
        raise TypeError("authkey should be a byte string")


def _bound(address, family):
    """The address that a listener gets."""
    if address:
        host_port = _known(address, family)
        return host_port if family == "AF_UNIX" or host_port[1] else (host_port[0], next_port())
    if family == "AF_INET":
        return "127.0.0.1", next_port()
    _counts["path"] += 1
    return f"/tmp/pymp-{_counts['path']:08x}/listener"


def _known(address, family):
    """The address as all processes of the program know it."""
    if family == "AF_UNIX":
        return address
    host, port = address
    if host not in OWN_HOSTS:
        _braid.refuse(f"a connection to {host} cannot be modelled: addresses of "
                      "multiprocessing.connection are those of the same program")
    return "127.0.0.1", port


def _shown(address):
    return f"{address[0]}:{address[1]}" if isinstance(address, tuple) else str(address)


def deliver_challenge(connection, authkey, digest_name="sha256"):
    """Has the other end prove that it has the key."""
    import os
    _check_key(authkey)
    message = b"{%s}%s" % (digest_name.encode(), os.urandom(NONCE_BYTES))
    connection.send_bytes(_CHALLENGE + message)
    if connection.recv_bytes(ANSWER_BYTES_MAX) != _answer(authkey, message):
        connection.send_bytes(_FAILURE)
        raise _authentication_error("digest received was wrong")
    connection.send_bytes(_WELCOME)


def answer_challenge(connection, authkey):
    """Proves to the other end that this one has the key."""
    _check_key(authkey)
    message = connection.recv_bytes(ANSWER_BYTES_MAX)
    if not message.startswith(_CHALLENGE):
        raise _authentication_error(f"Protocol error, expected challenge: {message=}")
    connection.send_bytes(_answer(authkey, message.removeprefix(_CHALLENGE)))
    if connection.recv_bytes(ANSWER_BYTES_MAX) != _WELCOME:
        raise _authentication_error("digest sent was rejected")


def _answer(authkey, message):
    import hmac
    name = message[1:message.index(b"}")].decode()
    return b"{%s}%s" % (name.encode(), hmac.new(authkey, message, name).digest())


def _check_key(authkey):
    if not isinstance(authkey, bytes):
        raise ValueError(f"Authkey must be bytes, not {type(authkey)!s}")


def _authentication_error(text):
    from multiprocessing.context import AuthenticationError
    return AuthenticationError(text)
