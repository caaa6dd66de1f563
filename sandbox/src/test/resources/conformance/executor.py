"""concurrent.futures: ThreadPoolExecutor, Future, wait, as_completed."""
import concurrent.futures as futures
import logging
import re
import sys
import threading
import time
from concurrent.futures import (ALL_COMPLETED, FIRST_COMPLETED, FIRST_EXCEPTION, Future,
                                ThreadPoolExecutor, as_completed, wait)


def raised(kind, call, *args, **kwargs):
    try:
        call(*args, **kwargs)
    except BaseException as error:
        assert type(error) is kind, (type(error), error)
        return str(error)
    raise AssertionError(f"{kind.__name__} was not raised")


def nap(seconds, value):
    time.sleep(seconds)
    if isinstance(value, Exception):
        raise value
    return value


logging.disable(logging.CRITICAL)

# Construction
assert raised(ValueError, ThreadPoolExecutor, 0) == "max_workers must be greater than 0"
assert raised(TypeError, ThreadPoolExecutor, 1, initializer=5) == "initializer must be a callable"
with ThreadPoolExecutor(2, thread_name_prefix="lane") as pool:
    names = {pool.submit(lambda: (time.sleep(0.05), threading.current_thread().name)[1])
             for _ in range(2)}
    assert {f.result() for f in names} == {"lane_0", "lane_1"}
with ThreadPoolExecutor(1) as pool:
    name = pool.submit(lambda: threading.current_thread().name).result()
    assert re.fullmatch(r"ThreadPoolExecutor-\d+_0", name), name
    assert pool.submit(lambda *a, **k: (a, k), 1, fn=2).result() == ((1,), {"fn": 2})
    assert not pool.submit(threading.current_thread).result().daemon

# An idle worker is used again
with ThreadPoolExecutor(4) as pool:
    for _ in range(3):
        pool.submit(int).result()
        time.sleep(0.05)
    assert len(pool._threads) == 1

# States of a future
future = Future()
assert re.fullmatch(r"<Future at 0x[0-9a-f]+ state=pending>", repr(future))
assert (future.done(), future.running(), future.cancelled()) == (False, False, False)
assert raised(TimeoutError, future.result, 0.01) == ""
assert raised(TimeoutError, future.exception, timeout=0) == ""
assert futures.TimeoutError is TimeoutError
assert future.set_running_or_notify_cancel() is True
assert future.running() and not future.cancel() and "state=running" in repr(future)
assert raised(RuntimeError, future.set_running_or_notify_cancel) == "Future in unexpected state"
future.set_result([1])
assert future.done() and not future.running() and future.result() == [1]
assert future.exception() is None and "state=finished returned list>" in repr(future)
assert raised(futures.InvalidStateError, future.set_result, 2).startswith("FINISHED: <Future at")
assert raised(futures.InvalidStateError, future.set_exception, OSError()).startswith("FINISHED: ")
assert not future.cancel()

failed = Future()
error = KeyError("k")
failed.set_exception(error)
assert failed.exception() is error and "state=finished raised KeyError>" in repr(failed)
assert raised(KeyError, failed.result) == "'k'"

gone = Future()
assert gone.cancel() and gone.cancel() and gone.cancelled() and gone.done()
assert "state=cancelled>" in repr(gone)
assert raised(futures.CancelledError, gone.result) == ""
assert raised(futures.CancelledError, gone.exception) == ""
assert gone.set_running_or_notify_cancel() is False
assert raised(futures.InvalidStateError, gone.set_result, 1).startswith("CANCELLED_AND_NOTIFIED: ")

# Callbacks: in order, errors in them are logged, at once when it is over
seen = []
future = Future()
future.add_done_callback(lambda f: seen.append((1, f is future)))
future.add_done_callback(lambda f: 1 / 0)
future.add_done_callback(lambda f: seen.append((2, f.result())))
future.set_result("x")
future.add_done_callback(lambda f: seen.append((3, f.done())))
assert seen == [(1, True), (2, "x"), (3, True)], seen
gone = Future()
gone.add_done_callback(lambda f: seen.append(f.cancelled()))
gone.cancel()
assert seen[-1] is True

# Exceptions cross over, the same object
with ThreadPoolExecutor(1) as pool:
    error = ValueError("lost")
    future = pool.submit(nap, 0, error)
    assert future.exception() is error
    assert raised(ValueError, future.result) == "lost"
    leaving = pool.submit(sys.exit, 3)
    assert raised(SystemExit, leaving.result) == "3"
    assert pool.submit(int).result() == 0

# wait
with ThreadPoolExecutor(3) as pool:
    quick, slow = pool.submit(nap, 0.05, 1), pool.submit(nap, 0.3, 2)
    done, rest = wait([quick, slow, quick], return_when=FIRST_COMPLETED)
    assert done == {quick} and rest == {slow}
    result = wait([quick, slow], timeout=0.02)
    assert result.done == {quick} and result.not_done == {slow}
    assert type(result).__name__ == "DoneAndNotDoneFutures"
    assert wait([quick, slow]) == ({quick, slow}, set())
    bad, long = pool.submit(nap, 0.05, OSError()), pool.submit(nap, 0.4, 3)
    good = pool.submit(nap, 0.01, 4)
    done, rest = wait([bad, long, good], return_when=FIRST_EXCEPTION)
    assert done == {bad, good} and rest == {long}
    done, rest = wait([long, good], return_when=FIRST_EXCEPTION)
    assert not rest
    assert wait([]) == (set(), set())
    assert raised(ValueError, wait, [Future()], None, "SOME") == "Invalid return condition: 'SOME'"
    assert wait([long], return_when=ALL_COMPLETED).done == {long}

# as_completed
with ThreadPoolExecutor(3) as pool:
    started = {pool.submit(nap, s / 10, s): s for s in (3, 1, 2)}
    assert [started[f] for f in as_completed(started)] == [1, 2, 3]
    assert sorted(f.result() for f in as_completed(list(started) * 2)) == [1, 2, 3]
    pending = [pool.submit(nap, 0.3, 1), pool.submit(nap, 0, 2)]
    got = []
    try:
        for future in as_completed(pending, timeout=0.1):
            got.append(future.result())
    except TimeoutError as late:
        assert str(late) == "1 (of 2) futures unfinished" and got == [2]
    else:
        raise AssertionError

# map
with ThreadPoolExecutor(2) as pool:
    assert list(pool.map(pow, (2, 3, 4), (1, 2))) == [2, 9]
    assert list(pool.map(str, [1, 2], chunksize=5)) == ["1", "2"]
    values = pool.map(nap, (0, 0, 0), (1, ValueError("second"), 3))
    assert next(values) == 1 and raised(ValueError, next, values) == "second"
    assert raised(StopIteration, next, values) == ""
    values = pool.map(nap, (0.3, 0), (1, 2), timeout=0.05)
    assert raised(TimeoutError, next, values) == ""
    started = time.monotonic()
    pool.map(nap, (0.2, 0.2), (1, 2))
    assert time.monotonic() - started < 0.1

# shutdown
pool = ThreadPoolExecutor(1)
first, second = pool.submit(nap, 0.1, 1), pool.submit(nap, 0.1, 2)
time.sleep(0.02)
pool.shutdown(wait=False, cancel_futures=True)
assert second.cancelled() and not first.cancelled() and first.result() == 1
assert raised(RuntimeError, pool.submit, int) == "cannot schedule new futures after shutdown"
pool.shutdown()
pool = ThreadPoolExecutor(1)
future = pool.submit(nap, 0.1, 1)
pool.shutdown(wait=True)
assert future.done()
ThreadPoolExecutor(1).shutdown()

# initializer
local = threading.local()


def prepare(value):
    local.value = value


with ThreadPoolExecutor(2, initializer=prepare, initargs=(7,)) as pool:
    assert list(pool.map(lambda _: local.value, range(4))) == [7] * 4
pool = ThreadPoolExecutor(2, initializer=prepare)
text = "A thread initializer failed, the thread pool is not usable anymore"
try:
    assert raised(futures.thread.BrokenThreadPool, pool.submit(int).result) == text
except futures.thread.BrokenThreadPool as error:
    assert str(error) == text
time.sleep(0.05)
assert raised(futures.thread.BrokenThreadPool, pool.submit, int) == text
assert issubclass(futures.thread.BrokenThreadPool, futures.BrokenExecutor)

# Whoever starts them need not wait: the interpreter does
late = ThreadPoolExecutor(1)
late.submit(lambda: (time.sleep(0.05), print("ok")))
