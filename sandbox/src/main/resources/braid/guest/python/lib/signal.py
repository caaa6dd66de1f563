"""Stand-in for `signal`: handlers can be set, and are called by `raise_signal` and `os.kill`.

Source of the behaviour: the documentation of Python 3.12's `signal`. Nothing outside the program
sends it signals, so alarms and waiting for signals are refused.
"""

import _braid_worlds as _worlds
from _braid_os import refusing as _refusing
from enum import IntEnum as _IntEnum


class Signals(_IntEnum):
    """The signals of Linux that programs use."""

    SIGHUP, SIGINT, SIGQUIT, SIGILL, SIGTRAP, SIGABRT, SIGBUS, SIGFPE = 1, 2, 3, 4, 5, 6, 7, 8
    SIGKILL, SIGUSR1, SIGSEGV, SIGUSR2, SIGPIPE, SIGALRM, SIGTERM = 9, 10, 11, 12, 13, 14, 15
    SIGCHLD, SIGCONT, SIGSTOP, SIGTSTP, SIGTTIN, SIGTTOU = 17, 18, 19, 20, 21, 22
    SIGWINCH, SIGIO = 28, 29


class Handlers(_IntEnum):
    SIG_DFL, SIG_IGN = 0, 1


class Sigmasks(_IntEnum):
    SIG_BLOCK, SIG_UNBLOCK, SIG_SETMASK = 0, 1, 2


globals().update(Signals.__members__, **Handlers.__members__, **Sigmasks.__members__)
NSIG = 65
ITIMER_REAL, ITIMER_VIRTUAL, ITIMER_PROF = 0, 1, 2
_WORDS = {1: "Hangup", 2: "Interrupt", 3: "Quit", 6: "Aborted", 9: "Killed", 10: "User defined signal 1",
          11: "Segmentation fault", 12: "User defined signal 2", 13: "Broken pipe",
          14: "Alarm clock", 15: "Terminated"}
_IGNORED = (17, 18, 28)


class ItimerError(OSError):
    """Setting a timer failed."""


def default_int_handler(signalnum, frame, /):
    """What Ctrl-C does unless the program says otherwise."""
    raise KeyboardInterrupt


def _handlers():
    return _worlds.state("signals", lambda: {2: default_int_handler, 13: Handlers.SIG_IGN})


def _known(signalnum):
    try:
        return Signals(signalnum)
    except ValueError:
        raise ValueError("signal number out of range") from None


def signal(signalnum, handler):
    """Sets what happens on a signal; returns what happened before."""
    import threading
    number = _known(signalnum)
    if threading.current_thread() is not threading.main_thread():
        raise ValueError("signal only works in main thread of the main interpreter")
    if not callable(handler) and handler not in (0, 1):
        raise TypeError("signal handler must be signal.SIG_IGN, signal.SIG_DFL, or a callable object")
    if number in (9, 19):
        raise OSError(22, "Invalid argument")
    before = getsignal(number)
    _handlers()[int(number)] = handler if callable(handler) else Handlers(handler)
    return before


def getsignal(signalnum):
    return _handlers().get(int(_known(signalnum)), Handlers.SIG_DFL)


def raise_signal(signalnum, /):
    """Sends a signal to the present process; its handler is called at once."""
    number = int(_known(signalnum))
    handler = getsignal(number)
    if callable(handler) and number != 9:
        import sys
        handler(number, sys._getframe(1))
    elif handler == Handlers.SIG_DFL and number not in _IGNORED or number == 9:
        import _braid_processes as processes
        processes.kill(processes.getpid() - processes.PID_FIRST, number)


def strsignal(signalnum, /):
    return _WORDS.get(int(_known(signalnum)), _known(signalnum).name)


def valid_signals():
    return set(Signals)


def siginterrupt(signalnum, flag, /):
    """Nothing: no call here is interrupted."""


def set_wakeup_fd(fd, /, *, warn_on_full_buffer=True):
    return -1


def pthread_sigmask(how, mask, /):
    return set()


_why = "nothing outside the program sends it signals; use threading.Timer or a timeout"
for _name in ("alarm", "setitimer", "getitimer", "pause", "sigwait", "sigwaitinfo", "sigtimedwait",
              "pthread_kill", "sigpending"):
    globals()[_name] = _refusing(f"signal.{_name}()", _why)
