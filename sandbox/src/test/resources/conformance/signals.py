"""signal: handlers, masks, and those of an event loop, for signals a program sends itself."""
import asyncio
import os
import signal
from signal import SIGINT, SIGKILL, SIGTERM, SIGUSR1, SIGUSR2, Signals

came = []


def note(number, frame):
    came.append(Signals(number).name)


def raised(kind, call, *args):
    try:
        call(*args)
    except kind as error:
        return str(error)
    raise AssertionError(f"{kind.__name__} was not raised")


def test_handlers():
    assert signal.signal(SIGUSR1, note) == signal.SIG_DFL and signal.getsignal(SIGUSR1) is note
    signal.raise_signal(SIGUSR1)
    os.kill(os.getpid(), SIGUSR1)
    assert came == ["SIGUSR1", "SIGUSR1"]
    signal.signal(SIGUSR1, signal.SIG_IGN)
    signal.raise_signal(SIGUSR1)
    assert len(came) == 2
    assert signal.getsignal(SIGINT) is signal.default_int_handler
    raised(KeyboardInterrupt, signal.raise_signal, SIGINT)
    assert raised(ValueError, signal.signal, 99, note) == "signal number out of range"
    assert "callable" in raised(TypeError, signal.signal, SIGUSR1, "x")


def test_masks():
    came.clear()
    signal.signal(SIGUSR2, note)
    assert signal.pthread_sigmask(signal.SIG_BLOCK, {SIGUSR2}) == set()
    signal.raise_signal(SIGUSR2)
    assert came == [] and signal.sigpending() == {SIGUSR2}
    assert signal.pthread_sigmask(signal.SIG_UNBLOCK, [SIGUSR2]) == {SIGUSR2}
    assert came == ["SIGUSR2"] and signal.sigpending() == set()
    assert signal.pthread_sigmask(signal.SIG_SETMASK, []) == set()


def test_names():
    assert (SIGTERM, signal.SIGRTMIN, signal.SIGRTMAX, signal.NSIG) == (15, 34, 64, 65)
    assert signal.SIGCLD is signal.SIGCHLD and signal.SIGPOLL == signal.SIGIO
    assert signal.strsignal(SIGTERM) == "Terminated" and SIGKILL in signal.valid_signals()
    assert len(signal.valid_signals()) == 62
    assert signal.getitimer(signal.ITIMER_REAL) == (0.0, 0.0)


async def test_loops():
    loop, stop = asyncio.get_running_loop(), asyncio.Event()
    loop.add_signal_handler(SIGUSR1, stop.set)
    loop.call_later(0.01, os.kill, os.getpid(), SIGUSR1)
    await asyncio.wait_for(stop.wait(), 5)
    assert loop.remove_signal_handler(SIGUSR1) and not loop.remove_signal_handler(SIGUSR1)
    assert raised(RuntimeError, loop.add_signal_handler, SIGKILL, print) == "sig 9 cannot be caught"
    assert raised(ValueError, loop.add_signal_handler, 99, print) == "invalid signal number 99"


test_handlers()
test_masks()
test_names()
asyncio.run(test_loops())
print("ok")
