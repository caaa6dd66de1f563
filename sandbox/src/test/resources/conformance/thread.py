"""threading.Thread: constructor, names, life cycle, errors of use, module functions."""
import re
import sys
import threading
import time
import warnings


def raised(kind, call, *args, **kwargs):
    try:
        call(*args, **kwargs)
    except BaseException as error:
        assert type(error) is kind, (type(error), error)
        return str(error)
    raise AssertionError(f"{kind.__name__} was not raised")


def nothing():
    pass


# Names
first = threading.Thread()
assert first.name == "Thread-1"
assert threading.Thread(target=nothing).name == "Thread-2 (nothing)"
assert threading.Thread(name="own").name == "own"
assert threading.Thread(None, nothing, "positional", (), {}).name == "positional"
assert threading.Thread(name=7).name == "7"
assert threading.Thread(target=nothing, name="").name == "Thread-3 (nothing)"


class Callable:
    def __call__(self):
        pass


assert threading.Thread(target=Callable()).name == "Thread-4"
assert threading.Thread(target=lambda: 0).name == "Thread-5 (<lambda>)"
first.name = "renamed"
assert first.name == "renamed"
first.name = 12
assert first.name == "12"

# Constructor
assert raised(AssertionError, threading.Thread, 1) == "group argument must be None for now"
assert raised(AssertionError, threading.Thread, nothing) == "group argument must be None for now"
raised(TypeError, threading.Thread, None, None, None, (), {}, True)
raised(TypeError, threading.Thread, colour="red")

got = []


def collect(*args, **kwargs):
    got.append((args, kwargs))


for thread in (threading.Thread(target=collect, args=(1, 2)),
               threading.Thread(target=collect, args=[3]),
               threading.Thread(target=collect, kwargs={"a": 1}),
               threading.Thread(None, collect, None, (4,), {"b": 2})):
    thread.start()
    thread.join()
assert got == [((1, 2), {}), ((3,), {}), ((), {"a": 1}), ((4,), {"b": 2})]

# Life cycle
gate = threading.Event()
thread = threading.Thread(target=gate.wait, name="cycle")
assert thread.is_alive() is False
assert thread.ident is None and thread.native_id is None
assert repr(thread) == "<Thread(cycle, initial)>"
assert raised(RuntimeError, thread.join) == "cannot join thread before it is started"
assert thread.start() is None
assert thread.is_alive() is True
assert isinstance(thread.ident, int) and thread.ident > 0
assert isinstance(thread.native_id, int) and thread.native_id >= 0
assert repr(thread) == f"<Thread(cycle, started {thread.ident})>"
assert raised(RuntimeError, thread.start) == "threads can only be started once"
assert thread.join(0.001) is None
assert thread.is_alive() is True
assert thread.join(timeout=0) is None
assert thread.join(-1) is None
assert thread in threading.enumerate()
assert raised(RuntimeError, setattr, thread, "daemon", True) \
    == "cannot set daemon status of active thread"
gate.set()
assert thread.join() is None
assert thread.is_alive() is False
assert thread not in threading.enumerate()
assert repr(thread) == f"<Thread(cycle, stopped {thread.ident})>"
assert isinstance(thread.ident, int)
thread.join()
thread.join(1)
assert raised(RuntimeError, thread.start) == "threads can only be started once"

# Of oneself
assert raised(RuntimeError, threading.current_thread().join) == "cannot join current thread"
results = []


def join_oneself():
    results.append(raised(RuntimeError, threading.current_thread().join))


thread = threading.Thread(target=join_oneself)
thread.start()
thread.join()
assert results == ["cannot join current thread"]

# Subclasses


class Squares(threading.Thread):
    def __init__(self, limit):
        super().__init__()
        self.limit = limit
        self.result = None

    def run(self):
        self.result = [n * n for n in range(self.limit)]


squares = Squares(4)
squares.start()
squares.join()
assert squares.result == [0, 1, 4, 9]
assert squares.name == "Thread-11"
assert repr(squares) == f"<Squares(Thread-11, stopped {squares.ident})>"


class WithResult(threading.Thread):
    def run(self):
        self.result = self._target(*self._args, **self._kwargs)


thread = WithResult(target=pow, args=(2, 5))
thread.start()
thread.join()
assert thread.result == 32


class Forgetful(threading.Thread):
    def __init__(self):
        pass


assert raised(RuntimeError, Forgetful().start) == "thread.__init__() not called"
assert raised(RuntimeError, Forgetful().join) == "Thread.__init__() not called"
assert raised(AssertionError, Forgetful().is_alive) == "Thread.__init__() not called"
assert raised(AssertionError, lambda: Forgetful().name) == "Thread.__init__() not called"
assert raised(AssertionError, lambda: Forgetful().daemon) == "Thread.__init__() not called"
assert raised(AssertionError, repr, Forgetful()) == "Thread.__init__() was not called"
assert raised(RuntimeError, setattr, Forgetful(), "daemon", True) == "Thread.__init__() not called"

# run() in one's own thread, once
thread = threading.Thread(target=collect, args=("here",))
thread.run()
assert got[-1] == (("here",), {})
raised(AttributeError, thread.run)

# Daemons
assert threading.Thread().daemon is False
assert threading.Thread(daemon=True).daemon is True
thread = threading.Thread(target=nothing)
thread.daemon = True
assert thread.daemon is True
assert repr(thread).endswith(", initial daemon)>")
thread.start()
thread.join()
assert repr(thread) == f"<Thread({thread.name}, stopped daemon {thread.ident})>"
inherited = []


def child_of_daemon():
    inherited.append(threading.Thread().daemon)
    inherited.append(threading.Thread(daemon=False).daemon)


thread = threading.Thread(target=child_of_daemon, daemon=True)
thread.start()
thread.join()
assert inherited == [True, False]

# Module functions
main = threading.main_thread()
assert threading.current_thread() is main
assert main.name == "MainThread" and main.is_alive() and not main.daemon
assert type(main).__name__ == "_MainThread"
assert repr(main) == f"<_MainThread(MainThread, started {main.ident})>"
assert threading.get_ident() == main.ident
assert threading.get_native_id() == main.native_id
assert threading.active_count() == 1
assert threading.enumerate() == [main]
gate = threading.Event()
seen = []


def look():
    seen.append((threading.current_thread(), threading.get_ident(), threading.get_native_id(),
                 threading.main_thread()))
    gate.wait()


threads = [threading.Thread(target=look) for _ in range(3)]
for thread in threads:
    thread.start()
assert threading.active_count() == 4
assert set(threading.enumerate()) == {main, *threads}
assert threading.enumerate()[0] is main
gate.set()
for thread in threads:
    thread.join()
assert threading.active_count() == 1
assert {entry[0] for entry in seen} == set(threads)
assert {entry[1] for entry in seen} == {thread.ident for thread in threads}
assert {entry[2] for entry in seen} == {thread.native_id for thread in threads}
assert len({entry[1] for entry in seen} | {main.ident}) == 4
assert all(entry[3] is main for entry in seen)
by_name = {thread.name: thread for thread in threads}
assert len(by_name) == 3

# Renaming while it runs
names = []


def rename():
    threading.current_thread().name = "inner"
    names.append(threading.current_thread().name)


thread = threading.Thread(target=rename, name="outer")
thread.start()
thread.join()
assert names == ["inner"] and thread.name == "inner"

# Deprecated spellings
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    thread = threading.Thread()
    thread.setName("x")
    assert thread.getName() == "x"
    thread.setDaemon(True)
    assert thread.isDaemon() is True
    assert threading.currentThread() is main
    assert threading.activeCount() == 1
assert [str(w.message) for w in caught] == [
    "setName() is deprecated, set the name attribute instead",
    "getName() is deprecated, get the name attribute instead",
    "setDaemon() is deprecated, set the daemon attribute instead",
    "isDaemon() is deprecated, get the daemon attribute instead",
    "currentThread() is deprecated, use current_thread() instead",
    "activeCount() is deprecated, use active_count() instead"]

# Stack size
assert threading.stack_size() == 0
assert threading.stack_size(65536) == 0
assert threading.stack_size(0) == 65536
assert raised(ValueError, threading.stack_size, 100) == "size not valid: 100 bytes"
assert raised(ValueError, threading.stack_size, -1) == "size must be 0 or a positive value"
raised(TypeError, threading.stack_size, "big")

# Hooks
assert threading.gettrace() is None and threading.getprofile() is None
assert threading.settrace(None) is None and threading.setprofile(None) is None
def tracer(frame, event, argument):
    return None
threading.settrace(tracer)
assert threading.gettrace() is tracer
threading.settrace(None)
threading.setprofile(tracer)
assert threading.getprofile() is tracer
threading.setprofile(None)
if sys.version_info >= (3, 12):
    threading.settrace_all_threads(None)
    threading.setprofile_all_threads(None)

expected = {
    "active_count", "Condition", "current_thread", "enumerate", "main_thread", "TIMEOUT_MAX",
    "Event", "Lock", "RLock", "Semaphore", "BoundedSemaphore", "Thread", "Barrier", "get_ident",
    "BrokenBarrierError", "Timer", "ThreadError", "setprofile", "settrace", "local", "stack_size",
    "excepthook", "ExceptHookArgs", "gettrace", "getprofile", "get_native_id"}
assert expected <= set(threading.__all__)
assert all(hasattr(threading, name) for name in threading.__all__)
assert threading.ThreadError is RuntimeError
assert threading.Thread.__module__ == "threading"
print("ok")
