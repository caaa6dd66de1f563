"""_thread: what other modules and old listings use."""
import threading
import time
import _thread


def raised(kind, call, *args, **kwargs):
    try:
        call(*args, **kwargs)
    except BaseException as error:
        assert type(error) is kind, (type(error), error)
        return str(error)
    raise AssertionError(f"{kind.__name__} was not raised")


assert raised(TypeError, _thread.start_new_thread, 1, ()) == "first arg must be callable"
assert raised(TypeError, _thread.start_new_thread, print, 1) == "2nd arg must be a tuple"
assert raised(TypeError, _thread.start_new_thread, print, (), 1) \
    == "optional 3rd arg must be a dictionary"
raised(TypeError, _thread.start_new_thread)

done, results = _thread.allocate_lock(), []
done.acquire()


def work(value, extra=0):
    results.append((value, extra, _thread.get_ident()))
    done.release()


ident = _thread.start_new_thread(work, (1,), {"extra": 2})
assert isinstance(ident, int)
done.acquire()
assert results == [(1, 2, ident)]
assert _thread.get_ident() != ident
assert isinstance(_thread.get_native_id(), int)

# A thread not started through threading
found = []


def look():
    thread = threading.current_thread()
    found.append((type(thread).__name__, thread.name, thread.daemon, thread.is_alive(),
                  thread is threading.current_thread(), thread in threading.enumerate()))
    found.append(raised(AssertionError, thread.join))
    done.release()


_thread.start_new_thread(look, ())
done.acquire()
assert found == [("_DummyThread", "Dummy-1", True, True, True, True),
                 "cannot join a dummy thread"]


def leave():
    try:
        _thread.exit()
    finally:
        done.release()


_thread.start_new_thread(leave, ())
done.acquire()
raised(SystemExit, _thread.exit)

sentinels = []


def with_sentinel():
    sentinel = _thread._set_sentinel()
    sentinel.acquire()
    sentinels.append(sentinel)
    done.release()


if hasattr(_thread, "_set_sentinel"):
    _thread.start_new_thread(with_sentinel, ())
    done.acquire()
    assert sentinels[0].acquire(timeout=5) is True
done.release()
assert not done.locked()

assert _thread.error is RuntimeError
assert _thread.LockType is type(done)
assert _thread.allocate is _thread.allocate_lock or callable(_thread.allocate)
assert callable(_thread.start_new) and callable(_thread.exit_thread)
assert callable(_thread.interrupt_main)
assert isinstance(_thread._count(), int)
assert _thread._local is threading.local
assert _thread.RLock is type(threading.RLock())
assert _thread.stack_size() == 0
assert _thread._is_main_interpreter() if hasattr(_thread, "_is_main_interpreter") else True
if hasattr(_thread, "daemon_threads_allowed"):
    assert _thread.daemon_threads_allowed() is True
print("ok")
