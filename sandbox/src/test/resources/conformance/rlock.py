"""threading.RLock: ownership, depth, messages, representation."""
import re
import threading
import _thread


def raised(kind, call, *args, **kwargs):
    try:
        call(*args, **kwargs)
    except BaseException as error:
        assert type(error) is kind, (type(error), error)
        return str(error)
    raise AssertionError(f"{kind.__name__} was not raised")


def elsewhere(call, *args, **kwargs):
    results = []

    def run():
        try:
            results.append(call(*args, **kwargs))
        except BaseException as error:
            results.append(error)

    thread = threading.Thread(target=run)
    thread.start()
    thread.join()
    return results[0]


lock = threading.RLock()
assert lock.acquire() is True
assert lock.acquire() is True
assert lock.acquire(False) is True
assert lock.acquire(blocking=True, timeout=0.01) is True
assert elsewhere(lock.acquire, False) is False
assert elsewhere(lock.acquire, timeout=0.001) is False
error = elsewhere(lock.release)
assert type(error) is RuntimeError and str(error) == "cannot release un-acquired lock"
for _ in range(3):
    assert lock.release() is None
    assert elsewhere(lock.acquire, False) is False
lock.release()
assert raised(RuntimeError, lock.release) == "cannot release un-acquired lock"


def take_and_leave():
    assert lock.acquire(False)
    lock.release()
    return "taken"


assert elsewhere(take_and_leave) == "taken"

with lock as entered:
    assert entered is True
    with lock:
        assert elsewhere(lock.acquire, False) is False
    assert elsewhere(lock.acquire, False) is False
assert elsewhere(take_and_leave) == "taken"

assert raised(ValueError, lock.acquire, False, 1) \
    == "can't specify a timeout for a non-blocking call"
assert raised(ValueError, lock.acquire, True, -2) == "timeout value must be positive"
raised(OverflowError, lock.acquire, timeout=1e10)
raised(TypeError, lock.acquire, timeout="x")

assert re.fullmatch(r"<unlocked _thread\.RLock object owner=0 count=0 at 0x[0-9a-f]+>", repr(lock))
with lock, lock:
    ident = threading.get_ident()
    assert re.fullmatch(
        rf"<locked _thread\.RLock object owner={ident} count=2 at 0x[0-9a-f]+>", repr(lock))
    assert lock._is_owned() is True
    assert lock._recursion_count() == 2
    assert elsewhere(lock._is_owned) is False
    state = lock._release_save()
    assert elsewhere(take_and_leave) == "taken"
    lock._acquire_restore(state)
    assert lock._recursion_count() == 2
assert lock._is_owned() is False

assert type(lock) is _thread.RLock
assert isinstance(lock, type(threading.RLock()))


class Named(_thread.RLock):
    def __init__(self, name):
        super().__init__()
        self.name = name


named = Named("a")
with named, named:
    assert named.name == "a"
    assert elsewhere(named.acquire, False) is False

# Recursion through functions: the classic use.


class Account:
    def __init__(self):
        self.lock = threading.RLock()
        self.balance = 0

    def deposit(self, amount):
        with self.lock:
            self.balance += amount

    def deposit_all(self, amounts):
        with self.lock:
            for amount in amounts:
                self.deposit(amount)


account = Account()
threads = [threading.Thread(target=account.deposit_all, args=([1, 2, 3],)) for _ in range(5)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
assert account.balance == 30
import pickle
raised(TypeError, pickle.dumps, lock)
print("ok")
