"""multiprocessing locks, semaphores, events, conditions, barriers."""
import multiprocessing as mp
import pickle
import re
import time


def raised(kind, call, *args, **kwargs):
    try:
        call(*args, **kwargs)
    except BaseException as error:
        assert type(error) is kind, (type(error), error)
        return str(error)
    raise AssertionError(f"{kind.__name__} was not raised")


def hold(lock, held, seconds):
    with lock:
        held.set()
        time.sleep(seconds)


def take(semaphore, out):
    out.put(semaphore.acquire(timeout=0.05))


def meet(barrier, out):
    out.put(barrier.wait())


def announce(condition, ready):
    time.sleep(0.1)
    with condition:
        ready.value = 1
        condition.notify_all()


def main():
    mp.set_start_method("spawn")
    out = mp.Queue()

    # Lock
    lock = mp.Lock()
    assert repr(lock) == "<Lock(owner=None)>"
    assert lock.acquire() is True and repr(lock) == "<Lock(owner=MainProcess)>"
    assert lock.acquire(False) is False and lock.acquire(timeout=0.01) is False
    assert lock.acquire(block=True, timeout=-1) is False
    lock.release()
    assert raised(ValueError, lock.release) == "semaphore or lock released too many times"
    assert raised(RuntimeError, pickle.dumps, lock) == \
        "Lock objects should only be shared between processes through inheritance"
    held = mp.Event()
    holder = mp.Process(target=hold, args=(lock, held, 0.2))
    holder.start()
    held.wait()
    assert repr(lock) == "<Lock(owner=SomeOtherProcess)>"
    assert lock.acquire(timeout=0.01) is False
    lock.release()  # anybody may
    holder.join()
    assert holder.exitcode == 1 or holder.exitcode == 0

    # RLock
    lock = mp.RLock()
    assert repr(lock) == "<RLock(None, 0)>"
    with lock, lock:
        assert repr(lock) == "<RLock(MainProcess, 2)>"
    assert raised(AssertionError, lock.release) == \
        "attempt to release recursive lock not owned by thread"

    # A lock whose holder is killed stays locked
    lock, held = mp.Lock(), mp.Event()
    holder = mp.Process(target=hold, args=(lock, held, 100))
    holder.start()
    held.wait()
    holder.kill()
    holder.join()
    assert lock.acquire(timeout=0.05) is False

    # Semaphores
    semaphore = mp.Semaphore(2)
    assert repr(semaphore) == "<Semaphore(value=2)>" and semaphore.get_value() == 2
    semaphore.acquire(), semaphore.acquire()
    taker = mp.Process(target=take, args=(semaphore, out))
    taker.start()
    assert out.get() is False
    taker.join()
    semaphore.release(), semaphore.release(), semaphore.release()
    assert semaphore.get_value() == 3
    bounded = mp.BoundedSemaphore(1)
    assert repr(bounded) == "<BoundedSemaphore(value=1, maxvalue=1)>"
    assert raised(ValueError, bounded.release) == "semaphore or lock released too many times"

    # Event
    event = mp.Event()
    assert re.fullmatch(r"<Event at 0x[0-9a-f]+ unset>", repr(event)) and not event.is_set()
    assert event.wait(0.01) is False
    event.set()
    assert event.wait() is True and event.is_set() and repr(event).endswith(" set>")
    event.clear()
    assert not event.is_set()

    # Condition
    condition, ready = mp.Condition(), mp.Value("i", 0)
    assert raised(AssertionError, condition.wait) == "must acquire() condition before using wait()"
    assert raised(AssertionError, condition.notify) == "lock is not owned"
    announcer = mp.Process(target=announce, args=(condition, ready))
    announcer.start()
    with condition:
        assert condition.wait(0.001) is False
        assert condition.wait_for(lambda: ready.value, timeout=30) == 1
        assert not condition.wait_for(lambda: False, timeout=0.01)
    announcer.join()

    # Barrier
    barrier = mp.Barrier(3)
    assert (barrier.parties, barrier.n_waiting, barrier.broken) == (3, 0, False)
    parties = [mp.Process(target=meet, args=(barrier, out)) for _ in range(2)]
    for party in parties:
        party.start()
    places = {barrier.wait(), out.get(), out.get()}
    assert places == {0, 1, 2}
    for party in parties:
        party.join()
    assert raised(__import__("threading").BrokenBarrierError, barrier.wait, 0.01) == ""
    assert barrier.broken
    barrier.reset()
    assert not barrier.broken
    print("ok")


if __name__ == "__main__":
    main()
