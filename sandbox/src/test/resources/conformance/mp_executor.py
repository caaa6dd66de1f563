"""concurrent.futures.ProcessPoolExecutor."""
import logging
import multiprocessing
import os
import pickle
import time
from concurrent.futures import ProcessPoolExecutor, as_completed, wait
from concurrent.futures.process import BrokenProcessPool


def raised(kind, call, *args, **kwargs):
    try:
        call(*args, **kwargs)
    except BaseException as error:
        assert type(error) is kind, (type(error), error)
        return str(error)
    raise AssertionError(f"{kind.__name__} was not raised")


def nap(seconds):
    time.sleep(seconds)
    return seconds


def fail(text):
    raise KeyError(text)


def die():
    os._exit(3)


def prepare(value):
    global prepared
    prepared = value


def shown(_):
    return prepared


def name(_):
    return multiprocessing.current_process().name


def main():
    multiprocessing.set_start_method("spawn")
    logging.disable(logging.CRITICAL)
    assert raised(ValueError, ProcessPoolExecutor, 0) == "max_workers must be greater than 0"
    assert raised(TypeError, ProcessPoolExecutor, 1, initializer=1) == "initializer must be a callable"
    assert raised(ValueError, ProcessPoolExecutor, 1, max_tasks_per_child=0) == \
        "max_tasks_per_child must be >= 1"
    seen = []
    with ProcessPoolExecutor(2) as pool:
        futures = [pool.submit(nap, seconds) for seconds in (0.6, 0.01)]
        assert [future.result() for future in as_completed(futures)] == [0.01, 0.6]
        assert list(pool.map(pow, (2, 3), (3, 2))) == [8, 9]
        assert list(pool.map(abs, range(-5, 0), chunksize=2)) == [5, 4, 3, 2, 1]
        assert raised(ValueError, pool.map, abs, [1], chunksize=0) == "chunksize must be >= 1."
        failed = pool.submit(fail, "k")
        assert raised(KeyError, failed.result) == "'k'"
        cause = failed.exception().__cause__
        assert type(cause).__name__ == "_RemoteTraceback" and "in fail\n" in str(cause)
        unsent = pool.submit(lambda: 1)
        assert type(unsent.exception()) in (pickle.PicklingError, AttributeError)
        called = pool.submit(nap, 0.01)
        called.add_done_callback(lambda future: seen.append((future.result(), os.getpid())))
        wait([called])
        assert all(each.startswith("SpawnProcess-") for each in pool.map(name, range(3)))
        slow = pool.map(nap, (0.5,), timeout=0.01)
        assert raised(TimeoutError, next, slow) == ""
    assert seen == [(0.01, os.getpid())]
    assert raised(RuntimeError, pool.submit, abs, 1) == "cannot schedule new futures after shutdown"
    with ProcessPoolExecutor(1, initializer=prepare, initargs=("ready",)) as pool:
        assert list(pool.map(shown, range(2))) == ["ready", "ready"]
    # one call more than there are workers counts as running
    with ProcessPoolExecutor(2) as pool:
        futures = [pool.submit(nap, 0.8) for _ in range(6)]
        time.sleep(0.3)
        assert [future.running() for future in futures] == [True] * 3 + [False] * 3
        assert [future.cancel() for future in futures] == [False] * 3 + [True] * 3
    pool = ProcessPoolExecutor(2)
    futures = [pool.submit(nap, 0.8) for _ in range(6)]
    time.sleep(0.3)
    pool.shutdown(cancel_futures=True)
    assert [future.cancelled() for future in futures] == [False] * 3 + [True] * 3
    assert all(future.done() for future in futures)

    pool = ProcessPoolExecutor(1)
    broken, waiting = pool.submit(die), pool.submit(nap, 0)
    text = "A process in the process pool was terminated abruptly while the future was running or " \
        "pending."
    assert raised(BrokenProcessPool, broken.result) == text
    assert raised(BrokenProcessPool, waiting.result) == text
    raised(BrokenProcessPool, pool.submit, nap, 0)
    pool.shutdown()
    print("ok")


if __name__ == "__main__":
    main()
