"""threading.Lock: the whole of its documentation, and CPython's own messages."""
import re
import sys
import threading
import _thread


def raised(kind, call, *args, **kwargs):
    try:
        call(*args, **kwargs)
    except BaseException as error:
        assert type(error) is kind, (type(error), error)
        return str(error)
    raise AssertionError(f"{kind.__name__} was not raised")


lock = threading.Lock()
assert lock.locked() is False
assert lock.acquire() is True
assert lock.locked() is True
assert lock.acquire(False) is False
assert lock.acquire(blocking=False) is False
assert lock.acquire(timeout=0) is False
assert lock.acquire(True, 0.001) is False
assert lock.acquire(blocking=True, timeout=0.001) is False
assert lock.release() is None
assert lock.locked() is False
assert lock.acquire(False) is True
lock.release()
assert lock.acquire(True, -1) is True
lock.release()
assert lock.acquire(False, -1) is True
lock.release()
assert lock.acquire(1, 5) is True
lock.release()
assert lock.acquire(timeout=threading.TIMEOUT_MAX) is True
lock.release()

assert raised(RuntimeError, lock.release) == "release unlocked lock"
assert raised(threading.ThreadError, lock.release) == "release unlocked lock"
assert raised(ValueError, lock.acquire, False, 1) \
    == "can't specify a timeout for a non-blocking call"
assert raised(ValueError, lock.acquire, False, timeout=0) \
    == "can't specify a timeout for a non-blocking call"
assert raised(ValueError, lock.acquire, True, -2) == "timeout value must be positive"
assert raised(ValueError, lock.acquire, timeout=-0.5) == "timeout value must be positive"
assert raised(ValueError, lock.acquire, timeout=float("nan")) == "Invalid value NaN (not a number)"
assert raised(TypeError, lock.acquire, timeout="1") \
    == "'str' object cannot be interpreted as an integer"
assert raised(TypeError, lock.acquire, timeout=None) \
    == "'NoneType' object cannot be interpreted as an integer"
raised(OverflowError, lock.acquire, timeout=1e10)
raised(OverflowError, lock.acquire, timeout=threading.TIMEOUT_MAX + 1)
raised(OverflowError, lock.acquire, timeout=2**70)
raised(OverflowError, lock.acquire, timeout=float("inf"))
raised(TypeError, lock.acquire, 1, 2, 3)
raised(TypeError, lock.release, 1)
assert not lock.locked()

with lock as entered:
    assert entered is True
    assert lock.locked()
assert not lock.locked()

try:
    with lock:
        raise KeyError("x")
except KeyError:
    pass
assert not lock.locked()


def leave_unlocked():
    with lock:
        lock.release()


assert raised(RuntimeError, leave_unlocked) == "release unlocked lock"

# Any thread may release it.
lock.acquire()
helper = threading.Thread(target=lock.release)
helper.start()
helper.join()
assert not lock.locked()

# A waiter gets it when it is released.
order = []
lock.acquire()


def waiter():
    with lock:
        order.append("waiter")


helper = threading.Thread(target=waiter)
helper.start()
order.append("holder")
lock.release()
helper.join()
assert order == ["holder", "waiter"]

# Mutual exclusion.
total = 0


def add():
    global total
    for _ in range(50):
        with lock:
            before = total
            total = before + 1


threads = [threading.Thread(target=add) for _ in range(4)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
assert total == 200

assert re.fullmatch(r"<unlocked _thread\.lock object at 0x[0-9a-f]+>", repr(lock))
with lock:
    assert re.fullmatch(r"<locked _thread\.lock object at 0x[0-9a-f]+>", repr(lock))
assert type(lock) is _thread.LockType
assert type(lock).__name__ == "lock" and type(lock).__module__ == "_thread"
assert isinstance(lock, type(threading.Lock()))
assert threading.Lock() is not threading.Lock()
assert threading.Lock() != threading.Lock()
assert len({threading.Lock(), threading.Lock()}) == 2
assert bool(lock) is True
if sys.version_info < (3, 13):
    assert raised(TypeError, _thread.LockType) == "cannot create '_thread.lock' instances"
    assert callable(threading.Lock) and not isinstance(threading.Lock, type)
assert raised(TypeError, type, "Mine", (_thread.LockType,), {}) \
    == "type '_thread.lock' is not an acceptable base type"
raised(AttributeError, setattr, lock, "colour", "red")
assert lock.acquire_lock() is True and lock.locked_lock() and lock.release_lock() is None
assert hasattr(lock, "__enter__") and hasattr(lock, "__exit__")
assert threading.TIMEOUT_MAX == 9223372036.0 == _thread.TIMEOUT_MAX
import copy
import pickle
raised(TypeError, pickle.dumps, lock)
raised(TypeError, copy.copy, lock)
import weakref
assert weakref.ref(lock)() is lock
print("ok")
