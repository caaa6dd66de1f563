"""threading.Semaphore and BoundedSemaphore."""
import re
import threading
import time


def raised(kind, call, *args, **kwargs):
    try:
        call(*args, **kwargs)
    except BaseException as error:
        assert type(error) is kind, (type(error), error)
        return str(error)
    raise AssertionError(f"{kind.__name__} was not raised")


assert raised(ValueError, threading.Semaphore, -1) == "semaphore initial value must be >= 0"
assert raised(ValueError, threading.BoundedSemaphore, -2) == "semaphore initial value must be >= 0"
raised(TypeError, threading.Semaphore, "two")

for make in threading.Semaphore, threading.BoundedSemaphore:
    semaphore = make()
    assert semaphore.acquire() is True
    assert semaphore.acquire(False) is False
    assert semaphore.acquire(blocking=False) is False
    assert semaphore.acquire(timeout=0.001) is False
    assert semaphore.acquire(timeout=0) is False
    assert semaphore.acquire(True, -1) is False
    assert raised(ValueError, semaphore.acquire, False, 1) \
        == "can't specify timeout for non-blocking acquire"
    assert raised(ValueError, semaphore.acquire, blocking=False, timeout=0) \
        == "can't specify timeout for non-blocking acquire"
    assert semaphore.release() is None
    assert raised(ValueError, semaphore.release, 0) == "n must be one or more"
    assert raised(ValueError, semaphore.release, -1) == "n must be one or more"
    with semaphore as entered:
        assert entered is True
        assert semaphore.acquire(False) is False
    assert semaphore.acquire(False) is True
    semaphore.release()

semaphore = threading.Semaphore(0)
assert semaphore.acquire(False) is False
semaphore.release(3)
assert [semaphore.acquire(False) for _ in range(4)] == [True, True, True, False]
semaphore.release(n=2)
assert semaphore.acquire() and semaphore.acquire()

bounded = threading.BoundedSemaphore(2)
assert raised(ValueError, bounded.release) == "Semaphore released too many times"
bounded.acquire()
assert raised(ValueError, bounded.release, 2) == "Semaphore released too many times"
bounded.release()
assert bounded.acquire(False) and bounded.acquire(False) and not bounded.acquire(False)
bounded.release(2)

unbounded = threading.Semaphore(1)
unbounded.release()
assert unbounded.acquire(False) and unbounded.acquire(False)
assert isinstance(bounded, threading.Semaphore)

# Never more inside than there are permits.
permits = threading.Semaphore(2)
guard = threading.Lock()
inside = most = 0


def visit():
    global inside, most
    with permits:
        with guard:
            inside += 1
            most = max(most, inside)
        time.sleep(0.002)
        with guard:
            inside -= 1


threads = [threading.Thread(target=visit) for _ in range(6)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
assert inside == 0 and 1 <= most <= 2

# release(n) lets n waiters through.
gate = threading.Semaphore(0)
through = []
threads = [threading.Thread(target=lambda: (gate.acquire(), through.append(1))) for _ in range(3)]
for thread in threads:
    thread.start()
gate.release(3)
for thread in threads:
    thread.join()
assert through == [1, 1, 1]

semaphore = threading.Semaphore(4)
assert semaphore._value == 4
if hasattr(threading, "setprofile_all_threads"):  # 3.12 on
    assert re.fullmatch(r"<threading\.Semaphore at 0x[0-9a-f]+: value=4>", repr(semaphore))
    bounded.acquire()
    assert re.fullmatch(r"<threading\.BoundedSemaphore at 0x[0-9a-f]+: value=1/2>", repr(bounded))
raised(TypeError, threading.Semaphore(0).acquire, timeout="x")


class Parking(threading.Semaphore):
    def __init__(self, places):
        super().__init__(places)
        self.places = places


parking = Parking(2)
with parking, parking:
    assert parking.places == 2 and not parking.acquire(blocking=False)
print("ok")
