"""threading.Barrier: indexes, action, timeout, abort, reset, broken."""
import re
import sys
import threading
import time


def raised(kind, call, *args, **kwargs):
    try:
        call(*args, **kwargs)
    except BaseException as error:
        assert type(error) is kind, (type(error), error)
        return str(error)
    raise AssertionError(f"{kind.__name__} was not raised")


def together(count, call):
    results = [None] * count

    def run(index):
        try:
            results[index] = call()
        except BaseException as error:
            results[index] = type(error)

    threads = [threading.Thread(target=run, args=(index,)) for index in range(count)]
    for thread in threads:
        thread.start()
    return threads, results


def join(threads):
    for thread in threads:
        thread.join()


def until(claim):
    while not claim():
        time.sleep(0.001)


assert issubclass(threading.BrokenBarrierError, RuntimeError)
if sys.version_info >= (3, 12, 2):  # checked from then on
    assert raised(ValueError, threading.Barrier, 0) == "parties must be > 0"
assert threading.Barrier(1).wait() == 0

actions = []
barrier = threading.Barrier(3, action=lambda: actions.append(threading.get_ident()))
assert barrier.parties == 3 and barrier.n_waiting == 0 and barrier.broken is False
for turn in range(3):  # it can be used again and again
    threads, results = together(3, barrier.wait)
    join(threads)
    assert sorted(results) == [0, 1, 2]
    assert len(actions) == turn + 1
    assert actions[turn] in [thread.ident for thread in threads]

# n_waiting
barrier = threading.Barrier(3)
threads, results = together(2, barrier.wait)
until(lambda: barrier.n_waiting == 2)
assert re.fullmatch(r"<threading\.Barrier at 0x[0-9a-f]+: waiters=2/3>", repr(barrier))
assert barrier.wait() == 2
join(threads)
assert sorted(results) == [0, 1] and barrier.n_waiting == 0

# abort wakes those who wait and refuses those who come, until reset.
threads, results = together(2, barrier.wait)
until(lambda: barrier.n_waiting == 2)
assert barrier.abort() is None
join(threads)
assert results == [threading.BrokenBarrierError] * 2
assert barrier.broken is True
assert raised(threading.BrokenBarrierError, barrier.wait) == ""
assert re.fullmatch(r"<threading\.Barrier at 0x[0-9a-f]+: broken>", repr(barrier))
assert barrier.reset() is None
assert barrier.broken is False
threads, results = together(3, barrier.wait)
join(threads)
assert sorted(results) == [0, 1, 2]

# reset while somebody waits breaks it for them only.
threads, results = together(2, barrier.wait)
until(lambda: barrier.n_waiting == 2)
barrier.reset()
join(threads)
assert results == [threading.BrokenBarrierError] * 2
assert barrier.broken is False
threads, results = together(3, barrier.wait)
join(threads)
assert sorted(results) == [0, 1, 2]

# Too late: the one who waited too long breaks it for all.
started = time.monotonic()
assert raised(threading.BrokenBarrierError, barrier.wait, 0.005) == ""
assert time.monotonic() - started >= 0.004
assert barrier.broken
barrier.reset()
assert raised(threading.BrokenBarrierError, barrier.wait, timeout=0) == ""
barrier.reset()
threads, results = together(2, lambda: barrier.wait(0.01))
join(threads)
assert results == [threading.BrokenBarrierError] * 2 and barrier.broken

# A default timeout.
barrier = threading.Barrier(2, timeout=0.005)
assert raised(threading.BrokenBarrierError, barrier.wait) == ""

# An action that fails breaks the barrier; the error goes to the one who ran it.


def fail():
    raise ValueError("no")


barrier = threading.Barrier(2, fail)
threads, results = together(2, barrier.wait)
join(threads)
assert sorted(results, key=str) == sorted([ValueError, threading.BrokenBarrierError], key=str)
assert barrier.broken
barrier.reset()
assert not barrier.broken
assert raised(TypeError, threading.Barrier) != ""
print("ok")
