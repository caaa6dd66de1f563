"""Stand-in for `signal`: handlers can be set, and signals sent, blocked and waited for.

Source of the behaviour: the documentation of Python 3.12's `signal`. Signals come from the program
itself: see `_braid_signals`. No clock of a machine sends any, so alarms are refused.
"""

from collections import namedtuple as _namedtuple
from enum import IntEnum as _IntEnum

import _braid
import _braid_processes as _processes
import _braid_signals as _signals
from _braid_os import refusing as _refusing
from _braid_seconds import FOREVER as _FOREVER, nanos as _nanos
from _braid_signals import default_int_handler, desk as _desk


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
_WORDS = dict(enumerate((
    "Hangup", "Interrupt", "Quit", "Illegal instruction", "Trace/breakpoint trap", "Aborted",
    "Bus error", "Floating point exception", "Killed", "User defined signal 1",
    "Segmentation fault", "User defined signal 2", "Broken pipe", "Alarm clock", "Terminated",
    "Stack fault", "Child exited", "Continued", "Stopped (signal)", "Stopped",
    "Stopped (tty input)", "Stopped (tty output)", "Urgent I/O condition",
    "CPU time limit exceeded", "File size limit exceeded", "Virtual timer expired",
    "Profiling timer expired", "Window changed", "I/O possible", "Power failure",
    "Bad system call"), 1))
struct_siginfo = _namedtuple("struct_siginfo", "si_signo si_code si_errno si_pid si_uid si_status "
                             "si_band", module="signal")


class ItimerError(OSError):
    """Setting a timer failed."""


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
    _desk().handlers[int(number)] = handler if callable(handler) else Handlers(handler)
    return before


def getsignal(signalnum):
    handler = _desk().handlers.get(int(_known(signalnum)), Handlers.SIG_DFL)
    return handler if callable(handler) else Handlers(handler)


def raise_signal(signalnum, /):
    """Sends a signal to the present thread: the main thread calls the handler as soon as it goes
    on, or when the signal is blocked no longer."""
    _signals.raise_here(int(_known(signalnum)))


def pthread_kill(thread_id, signalnum, /):
    """As `raise_signal`, for a thread that has to be there."""
    import threading
    if thread_id not in threading._active:
        raise ProcessLookupError(3, "No such process")
    if signalnum and thread_id == threading.main_thread().ident:
        _processes.kill(_braid.process(), int(_known(signalnum)))
    elif signalnum:
        raise_signal(signalnum)


def strsignal(signalnum, /):
    if not 1 <= signalnum < NSIG:
        raise ValueError("signal number out of range")
    return _WORDS.get(int(signalnum)) or f"Real-time signal {int(signalnum) - 34}"


def valid_signals():
    return _as_signals(set(range(1, NSIG)) - {32, 33})


def siginterrupt(signalnum, flag, /):
    """Nothing: no call here is interrupted."""


def set_wakeup_fd(fd, /, *, warn_on_full_buffer=True):
    """Takes back what is never set: no descriptor here could be written to."""
    import threading
    if threading.current_thread() is not threading.main_thread():
        raise ValueError("set_wakeup_fd only works in main thread of the main interpreter")
    if fd in (0, 1, 2):
        raise ValueError(f"the fd {fd} must be in non-blocking mode")
    if fd != -1:
        raise OSError(9, "Bad file descriptor")
    return -1


def _as_signals(numbers):
    return {Signals(number) if number in Signals._value2member_map_ else number
            for number in numbers}


def pthread_sigmask(how, mask, /):
    """Blocks signals or lets them through; gives those that were blocked before."""
    own, numbers = _desk(), _numbers(mask)
    blocked, before = own.blocked, _as_signals(own.blocked)
    if how == Sigmasks.SIG_SETMASK:
        blocked.clear()
    if how in (Sigmasks.SIG_BLOCK, Sigmasks.SIG_SETMASK):
        blocked |= numbers
    elif how == Sigmasks.SIG_UNBLOCK:
        blocked -= numbers
    else:
        raise OSError(22, "Invalid argument")
    blocked.difference_update(_signals.UNSTOPPABLE)
    for number in sorted(own.pending - blocked):
        own.pending.discard(number)
        raise_signal(number)
    return before


def _numbers(signals):
    numbers = {int(number) for number in signals}
    for number in numbers:
        if not 1 <= number < NSIG:
            raise ValueError(f"signal number {number} out of range [1; {NSIG - 1}]")
    return numbers


def sigpending():
    """The signals that have come and are blocked."""
    return _as_signals(_desk().pending)


def pause():
    """Waits until a signal has come and its handler was called."""
    _signals.pause()


def sigwait(sigset, /):
    """Waits for one of these signals, takes it from those pending, and gives it."""
    return _as_signals({_signals.awaited(_numbers(sigset), _FOREVER)}).pop()


def sigwaitinfo(sigset, /):
    """As `sigwait`, with what is known of the signal."""
    return _info(_signals.awaited(_numbers(sigset), _FOREVER))


def sigtimedwait(sigset, timeout, /):
    """As `sigwaitinfo`; None when the time is over first."""
    limit = _nanos(timeout)
    if limit < 0:
        raise ValueError("timeout must be non-negative")
    number = _signals.awaited(_numbers(sigset), limit)
    return None if number is None else _info(number)


def _info(number):
    return struct_siginfo(number, 0, 0, _processes.getpid(), 0, 0, 0)


def getitimer(which, /):
    """What is left of a timer: none can be set."""
    if which not in (0, 1, 2):
        raise ItimerError(22, "Invalid argument")
    return 0.0, 0.0


def setitimer(which=ITIMER_REAL, seconds=1, interval=0.0, /):
    """Takes back a timer; setting one is refused."""
    if which not in (0, 1, 2) or seconds < 0 or interval < 0:
        raise ItimerError(22, "Invalid argument")
    if seconds:
        _refuse_timer("signal.setitimer()")
    return 0.0, 0.0


def alarm(seconds=1, /):
    """Takes back an alarm; setting one is refused."""
    if seconds:
        _refuse_timer("signal.alarm()")
    return 0


def _refuse_timer(what):
    _refusing(what, _WHY)()


_WHY = "no clock of the real machine sends signals here; use threading.Timer or a timeout"
setitimer.braid_refusal = alarm.braid_refusal = _WHY
pidfd_send_signal = _refusing("signal.pidfd_send_signal()",
                              "there are no descriptors of a real machine here; use os.kill")
