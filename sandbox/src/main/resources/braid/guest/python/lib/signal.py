"""Stand-in for `signal`: handlers can be set, and are called by `raise_signal` and `os.kill`.

Source of the behaviour: the documentation of Python 3.12's `signal`. Nothing outside the program
sends it signals, so alarms and waiting for signals are refused.
"""

from collections import namedtuple as _namedtuple
from enum import IntEnum as _IntEnum

import _braid_worlds as _worlds
from _braid_os import refusing as _refusing


class Signals(_IntEnum):
    """The signals of Linux."""

    SIGHUP, SIGINT, SIGQUIT, SIGILL, SIGTRAP, SIGABRT, SIGBUS, SIGFPE = 1, 2, 3, 4, 5, 6, 7, 8
    SIGKILL, SIGUSR1, SIGSEGV, SIGUSR2, SIGPIPE, SIGALRM, SIGTERM = 9, 10, 11, 12, 13, 14, 15
    SIGSTKFLT, SIGCHLD, SIGCONT, SIGSTOP, SIGTSTP, SIGTTIN, SIGTTOU = 16, 17, 18, 19, 20, 21, 22
    SIGURG, SIGXCPU, SIGXFSZ, SIGVTALRM, SIGPROF, SIGWINCH, SIGIO = 23, 24, 25, 26, 27, 28, 29
    SIGPWR, SIGSYS, SIGRTMIN, SIGRTMAX = 30, 31, 34, 64
    SIGIOT, SIGCLD, SIGPOLL = 6, 17, 29


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
_IGNORED = (17, 18, 23, 28)
struct_siginfo = _namedtuple("struct_siginfo", "si_signo si_code si_errno si_pid si_uid si_status "
                             "si_band")


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
    """Sends a signal to the present process; its handler is called at once, or when the signal
    is blocked no longer."""
    number = int(_known(signalnum))
    if number in _mask() and number not in _UNBLOCKABLE:
        _pending().add(number)
        return
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
    return _as_signals(set(range(1, NSIG)) - {32, 33})


def siginterrupt(signalnum, flag, /):
    """Nothing: no call here is interrupted."""


def set_wakeup_fd(fd, /, *, warn_on_full_buffer=True):
    return -1


_UNBLOCKABLE = (9, 19)


def _mask():
    return _worlds.state("signal_mask", set)


def _pending():
    return _worlds.state("signals_pending", set)


def _as_signals(numbers):
    return {Signals(number) if number in Signals._value2member_map_ else number
            for number in numbers}


def pthread_sigmask(how, mask, /):
    """Blocks signals or lets them through; gives those that were blocked before."""
    blocked, before = _mask(), _as_signals(_mask())
    numbers = {int(number) for number in mask}
    if any(not 1 <= number < NSIG for number in numbers):
        raise ValueError(f"signal number {min(numbers)} out of range [1; {NSIG - 1}]")
    if how == Sigmasks.SIG_SETMASK:
        blocked.clear()
    if how in (Sigmasks.SIG_BLOCK, Sigmasks.SIG_SETMASK):
        blocked |= numbers
    elif how == Sigmasks.SIG_UNBLOCK:
        blocked -= numbers
    else:
        raise OSError(22, "Invalid argument")
    for number in sorted(_pending() - blocked):
        _pending().discard(number)
        raise_signal(number)
    return before


def sigpending():
    """The signals that have come and are blocked."""
    return _as_signals(_pending())


def getitimer(which, /):
    """What is left of a timer: none can be set."""
    if which not in (0, 1, 2):
        raise ItimerError(22, "Invalid argument")
    return 0.0, 0.0


_why = "nothing outside the program sends it signals; use threading.Timer or a timeout"
for _name in ("alarm", "setitimer", "pause", "sigwait", "sigwaitinfo", "sigtimedwait",
              "pthread_kill", "pidfd_send_signal"):
    globals()[_name] = _refusing(f"signal.{_name}()", _why)
