"""threading.Condition: over its own RLock, over a Lock, an RLock and a lock of the user's."""
import re
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


class Traced:
    """A lock-like object of the user's own."""

    def __init__(self):
        self.inner = threading.Lock()
        self.taken = 0

    def acquire(self, *args, **kwargs):
        self.taken += 1
        return self.inner.acquire(*args, **kwargs)

    def release(self):
        self.inner.release()

    def __enter__(self):
        self.acquire()
        return self

    def __exit__(self, *args):
        self.release()


def check(make):
    condition = threading.Condition(*make())
    assert raised(RuntimeError, condition.wait) == "cannot wait on un-acquired lock"
    assert raised(RuntimeError, condition.wait, 0.01) == "cannot wait on un-acquired lock"
    assert raised(RuntimeError, condition.notify) == "cannot notify on un-acquired lock"
    assert raised(RuntimeError, condition.notify_all) == "cannot notify on un-acquired lock"

    with condition:
        assert condition.wait(0.001) is False
        assert condition.wait(timeout=0) is False
        assert condition.wait(-1) is False
        assert condition.notify() is None
        assert condition.notify(3) is None
        assert condition.notify_all() is None

    arrived, woken, results = [], [], []

    def wait(index):
        with condition:
            arrived.append(index)
            results.append(condition.wait())
            woken.append(index)

    threads = [threading.Thread(target=wait, args=(index,)) for index in range(5)]
    for index, thread in enumerate(threads):
        thread.start()
        while True:
            with condition:
                if len(arrived) == index + 1:
                    break
            time.sleep(0.001)
    with condition:
        condition.notify()
        assert woken == []
    threads[0].join()
    assert woken == [0]
    with condition:
        condition.notify(2)
    threads[1].join()
    threads[2].join()
    assert sorted(woken) == [0, 1, 2]
    with condition:
        condition.notify_all()
    for thread in threads:
        thread.join()
    assert sorted(woken) == [0, 1, 2, 3, 4]
    assert results == [True] * 5

    # A notify nobody waits for is lost.
    with condition:
        condition.notify_all()
        assert condition.wait(0.001) is False

    # wait_for
    items = []
    with condition:
        assert condition.wait_for(lambda: "yes") == "yes"
        assert condition.wait_for(lambda: items, timeout=0.005) == []
        assert condition.wait_for(lambda: 0, 0) == 0

    def produce():
        for item in range(3):
            with condition:
                items.append(item)
                condition.notify()

    producer = threading.Thread(target=produce)
    producer.start()
    with condition:
        assert condition.wait_for(lambda: len(items) == 3) is True
    producer.join()
    assert items == [0, 1, 2]
    assert raised(ZeroDivisionError, lambda: condition.wait_for(lambda: 1 / 0)) \
        == "division by zero"


check(lambda: ())
check(lambda: (threading.Lock(),))
check(lambda: (threading.RLock(),))
check(lambda: (Traced(),))

# The underlying lock is the lock given.
lock = threading.Lock()
condition = threading.Condition(lock)
with condition:
    assert lock.locked()
    assert condition.acquire(False) is False
assert not lock.locked()
assert condition.acquire() is True
assert condition.release() is None
assert condition.acquire(timeout=1) is True
condition.release()
assert raised(RuntimeError, condition.release) == "release unlocked lock"
assert raised(RuntimeError, threading.Condition().release) == "cannot release un-acquired lock"

# A wait gives back every level of an RLock.
condition = threading.Condition()
ready = []


def deep():
    with condition, condition, condition:
        ready.append(1)
        assert condition.wait(10) is True
        ready.append(2)


thread = threading.Thread(target=deep)
thread.start()
while not ready:
    time.sleep(0.001)
with condition:
    condition.notify()
    assert ready == [1]
thread.join()
assert ready == [1, 2]
with condition:
    pass

# Two conditions on one lock.
lock = threading.Lock()
not_empty, not_full = threading.Condition(lock), threading.Condition(lock)
buffer, seen = [], []


def put():
    for item in range(6):
        with not_full:
            while len(buffer) == 2:
                not_full.wait()
            buffer.append(item)
            not_empty.notify()


def get():
    for _ in range(6):
        with not_empty:
            while not buffer:
                not_empty.wait()
            seen.append(buffer.pop(0))
            not_full.notify()


pair = [threading.Thread(target=put), threading.Thread(target=get)]
for thread in pair:
    thread.start()
for thread in pair:
    thread.join()
assert seen == list(range(6))

assert re.fullmatch(
    r"<Condition\(<unlocked _thread\.RLock object owner=0 count=0 at 0x[0-9a-f]+>, 0\)>",
    repr(threading.Condition()))
assert re.fullmatch(r"<Condition\(<unlocked _thread\.lock object at 0x[0-9a-f]+>, 0\)>",
                    repr(condition.__class__(threading.Lock())))

with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    with condition:
        condition.notifyAll()
assert [str(w.message) for w in caught] == \
    ["notifyAll() is deprecated, use notify_all() instead"]
assert caught[0].category is DeprecationWarning
raised(TypeError, lambda: condition.__enter__() and condition.wait("soon"))
condition.release()


class Box(threading.Condition):
    def __init__(self):
        super().__init__()
        self.value = None

    def give(self, value):
        with self:
            self.value = value
            self.notify()

    def take(self):
        with self:
            self.wait_for(lambda: self.value is not None)
            return self.value


box = Box()
thread = threading.Thread(target=box.give, args=(7,))
thread.start()
assert box.take() == 7
thread.join()
print("ok")
