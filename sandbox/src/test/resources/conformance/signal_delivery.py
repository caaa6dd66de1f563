"""signal: handlers run on the main thread, in the middle of waiting, and in other processes."""
import _thread
import multiprocessing
import os
import queue
import signal
import threading
import time
from signal import SIGINT, SIGTERM, SIGUSR1, SIGUSR2

came = []
SHORT, LONG = 0.1, 0.3


class Stop(Exception):
    pass


def note(number, frame):
    came.append((number, threading.current_thread() is threading.main_thread()))


def stop(number, frame):
    raise Stop


def raised(kind, call, *args, **kwargs):
    try:
        call(*args, **kwargs)
    except kind as error:
        return str(error)
    raise AssertionError(f"{kind.__name__} was not raised")


def later(*calls, pause=SHORT):
    """A thread that makes the calls, one after another, with pauses before them."""
    def run():
        for call, *args in calls:
            time.sleep(pause)
            call(*args)
    thread = threading.Thread(target=run)
    thread.start()
    return thread


def send(number=SIGUSR1):
    return os.kill, os.getpid(), number


def test_waiting_goes_on():
    signal.signal(SIGUSR1, note)
    lock, permits, flag, items = (threading.Lock(), threading.Semaphore(0), threading.Event(),
                                  queue.Queue())
    room, gate = threading.Condition(), threading.Barrier(2)
    lock.acquire()

    def wait_in(room):
        with room:
            return room.wait(5)

    def notify():
        with room:
            room.notify()

    threads = []
    for end, wait in (((lock.release,), lock.acquire), ((permits.release,), permits.acquire),
                      ((flag.set,), flag.wait), ((items.put, 1), items.get),
                      ((notify,), lambda: wait_in(room)), ((gate.wait,), gate.wait),
                      ((int,), lambda: threads[-1].join())):
        came.clear()
        began = time.monotonic()
        threads.append(later(send(), end))
        wait()
        assert came == [(SIGUSR1, True)], (wait, came)
        assert time.monotonic() - began >= 2 * SHORT
        threads[-1].join()
    began = time.monotonic()
    thread = later(send())
    time.sleep(LONG)
    assert time.monotonic() - began >= LONG
    thread.join()
    assert len(came) == 2


def test_a_handler_that_raises_ends_the_wait():
    signal.signal(SIGUSR1, stop)
    lock, flag, items, room = (threading.Lock(), threading.Event(), queue.Queue(),
                               threading.Condition())
    lock.acquire()
    with room:
        for wait in (lock.acquire, flag.wait, items.get, room.wait, lambda: time.sleep(60),
                     lambda: flag.wait(60), lambda: room.wait(60)):
            thread = later(send())
            raised(Stop, wait)
            thread.join()
        raised(RuntimeError, threading.Condition().notify)
        room.notify()
    lock.release()
    assert lock.acquire(timeout=1)


def test_a_handler_runs_while_the_main_thread_computes():
    came.clear()
    signal.signal(SIGUSR1, note)
    thread = later(send(), pause=0.002)
    while not came:
        pass
    assert came == [(SIGUSR1, True)]
    thread.join()


def test_interrupting_the_main_thread():
    began = time.monotonic()
    thread = later((_thread.interrupt_main,))

    def wait():
        time.sleep(LONG)
        thread.join()

    raised(KeyboardInterrupt, wait)
    assert time.monotonic() - began >= LONG  # nothing interrupts the waiting itself
    thread.join()
    came.clear()
    signal.signal(SIGUSR2, note)
    thread = later((_thread.interrupt_main, SIGUSR2), (_thread.interrupt_main, SIGTERM))
    thread.join()
    time.sleep(0)
    assert came == [(SIGUSR2, True)]
    assert raised(ValueError, _thread.interrupt_main, 99) == "signal number out of range"


def test_asking_for_signals():
    signal.signal(SIGUSR1, note)
    came.clear()
    signal.pthread_sigmask(signal.SIG_BLOCK, {SIGUSR1})
    thread = later(send(), send())
    assert signal.sigwait({SIGUSR1, SIGUSR2}) is SIGUSR1
    found = signal.sigtimedwait([SIGUSR1], 5)
    assert (found.si_signo, found.si_pid) == (SIGUSR1, os.getpid())
    assert signal.sigtimedwait([SIGUSR1], 0) is None
    assert signal.sigtimedwait([SIGUSR1], 0.01) is None and came == []
    assert "must be non-negative" in raised(ValueError, signal.sigtimedwait, [SIGUSR1], -1)
    thread.join()
    signal.raise_signal(SIGUSR1)
    assert signal.sigwaitinfo([SIGUSR1]).si_signo == SIGUSR1
    signal.pthread_sigmask(signal.SIG_UNBLOCK, {SIGUSR1})
    assert came == []
    thread = later(send())
    signal.pause()
    assert came == [(SIGUSR1, True)]
    thread.join()
    signal.pthread_kill(threading.main_thread().ident, SIGUSR1)
    assert len(came) == 2
    signal.pthread_kill(threading.get_ident(), 0)


def test_what_is_wrong():
    raised(signal.ItimerError, signal.setitimer, -1, 1)
    assert signal.alarm(0) == 0 and signal.setitimer(signal.ITIMER_REAL, 0) == (0.0, 0.0)
    assert signal.set_wakeup_fd(-1) == -1
    raised(OSError, signal.set_wakeup_fd, 4444)
    assert signal.strsignal(signal.SIGCHLD) == "Child exited"
    assert signal.struct_siginfo.__module__ == "signal"


def handling(ready, told):
    def leave(number, frame):
        told.put(signal.Signals(number).name)
        raise SystemExit(7)
    signal.signal(SIGTERM, leave)
    ready.set()
    while True:
        time.sleep(60)


def ignoring(ready, told):
    signal.signal(SIGTERM, signal.SIG_IGN)
    ready.set()
    told.get()


def waiting(ready, told):
    try:
        ready.set()
        time.sleep(60)
    except KeyboardInterrupt:
        told.put("interrupted")


def test_processes():
    told = multiprocessing.Queue()
    for work, number, code, said in ((handling, SIGTERM, 7, "SIGTERM"),
                                     (waiting, SIGINT, 0, "interrupted"),
                                     (waiting, SIGTERM, -SIGTERM, None)):
        ready = multiprocessing.Event()
        process = multiprocessing.Process(target=work, args=(ready, told))
        process.start()
        ready.wait()
        time.sleep(SHORT)
        os.kill(process.pid, number)
        process.join()
        assert process.exitcode == code, (work, process.exitcode)
        assert said is None or told.get() == said
    ready = multiprocessing.Event()
    process = multiprocessing.Process(target=ignoring, args=(ready, told))
    process.start()
    ready.wait()
    process.terminate()
    process.join(LONG)
    assert process.is_alive()
    process.kill()
    process.join()
    assert process.exitcode == -signal.SIGKILL


def test_an_interrupt_leaves_a_manager_alone():
    with multiprocessing.Manager() as manager:
        values = manager.list([1])
        os.kill(manager._process.pid, SIGINT)
        time.sleep(SHORT)
        assert list(values) == [1]


if __name__ == "__main__":
    multiprocessing.set_start_method("spawn")
    test_waiting_goes_on()
    test_a_handler_that_raises_ends_the_wait()
    test_a_handler_runs_while_the_main_thread_computes()
    test_interrupting_the_main_thread()
    test_asking_for_signals()
    test_what_is_wrong()
    test_processes()
    test_an_interrupt_leaves_a_manager_alone()
    print("ok")
