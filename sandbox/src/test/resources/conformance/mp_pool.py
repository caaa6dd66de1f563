"""multiprocessing.Pool and ThreadPool."""
import multiprocessing as mp
import os
import re
import time
from multiprocessing.pool import ThreadPool


def raised(kind, call, *args, **kwargs):
    try:
        call(*args, **kwargs)
    except BaseException as error:
        assert type(error) is kind, (type(error), error)
        return str(error)
    raise AssertionError(f"{kind.__name__} was not raised")


base = 0


def square(number):
    return number * number


def add(a, b=0):
    return a + b


def fail_at_three(number):
    if number == 3:
        raise ValueError("three")
    return number


def nap(seconds):
    time.sleep(seconds)
    return seconds


def prepare(value):
    global base
    base = value


def based(number):
    return base + number


def pid(_):
    return os.getpid()


def unsendable():
    return lambda: 1


def main():
    mp.set_start_method("spawn")
    assert raised(ValueError, mp.Pool, 0) == "Number of processes must be at least 1"
    assert raised(TypeError, mp.Pool, 1, 5) == "initializer must be a callable"
    assert raised(ValueError, mp.Pool, 1, maxtasksperchild=0) == \
        "maxtasksperchild must be a positive int or None"
    with mp.Pool(2) as pool:
        assert repr(pool) == "<multiprocessing.pool.Pool state=RUN pool_size=2>"
        assert re.fullmatch(r"SpawnPoolWorker-\d+", pool._pool[0].name) and pool._pool[0].daemon
        assert pool.map(square, range(7)) == [0, 1, 4, 9, 16, 25, 36]
        assert pool.map(square, [], 3) == [] and pool.map(square, (2, 3), chunksize=1) == [4, 9]
        assert pool.starmap(add, [(1, 2), (3,)]) == [3, 3]
        assert pool.apply(add, (1,), {"b": 4}) == 5
        assert list(pool.imap(square, range(4))) == [0, 1, 4, 9]
        assert list(pool.imap(square, range(5), 2)) == [0, 1, 4, 9, 16]
        assert sorted(pool.imap_unordered(square, range(4))) == [0, 1, 4, 9]
        assert list(pool.imap_unordered(nap, (0.3, 0.02))) == [0.02, 0.3]
        assert raised(ValueError, pool.imap, square, [1], 0) == "Chunksize must be 1+, not 0"

        # Results
        result = pool.apply_async(nap, (0.2,))
        assert not result.ready() and raised(ValueError, result.successful).endswith(" not ready")
        assert raised(mp.TimeoutError, result.get, 0.01) == ""
        assert result.wait(0.01) is None and result.get(timeout=30) == 0.2
        assert result.ready() and result.successful()
        failed = pool.map_async(fail_at_three, range(6), chunksize=1)
        assert raised(ValueError, failed.get) == "three" and not failed.successful()
        try:
            failed.get()
        except ValueError as error:
            text = str(error.__cause__)
            assert type(error.__cause__).__name__ == "RemoteTraceback"
            assert "Traceback (most recent call last):" in text and "in fail_at_three" in text
        values = pool.imap(fail_at_three, (2, 3, 4))
        assert next(values) == 2 and raised(ValueError, next, values) == "three"
        assert next(values) == 4 and raised(StopIteration, next, values) == ""
        late = pool.imap(nap, (0.2,))
        assert raised(mp.TimeoutError, late.next, timeout=0.01) == "" and late.next() == 0.2

        # Callbacks
        seen = []
        pool.apply_async(add, (1, 2), callback=seen.append).wait()
        pool.map_async(square, (1, 2), callback=seen.append).wait()
        pool.apply_async(fail_at_three, (3,), error_callback=seen.append).wait()
        pool.starmap_async(add, [(1, 1)], callback=seen.append).wait()
        assert seen[0] == 3 and seen[1] == [1, 4] and str(seen[2]) == "three" and seen[3] == [2]

        # What cannot be sent
        raised(AttributeError, pool.map, lambda x: x, [1])
        text = raised(mp.pool.MaybeEncodingError, pool.apply, unsendable)
        assert text.startswith("Error sending result: '<function unsendable.<locals>.<lambda> at 0x")
        assert raised(NotImplementedError, __import__("pickle").dumps, pool) == \
            "pool objects cannot be passed between processes or pickled"
    assert raised(ValueError, pool.map, square, [1]) == "Pool not running"
    assert raised(ValueError, pool.__enter__) == "Pool not running"

    # Closing, initializer, maxtasksperchild
    pool = mp.Pool(2, prepare, (100,), maxtasksperchild=1)
    assert pool.map(based, range(3), 1) == [100, 101, 102]
    assert len(set(pool.map(pid, range(4), 1))) == 4
    assert raised(ValueError, pool.join) == "Pool is still running"
    pool.close()
    pool.join()
    assert raised(ValueError, pool.apply_async, square, (1,)) == "Pool not running"
    pool = mp.Pool(1)
    pool.apply_async(nap, (100,))
    time.sleep(0.3)
    pool.terminate()
    pool.join()

    # Threads
    with ThreadPool(2) as pool:
        assert pool.map(lambda number: number + 1, range(3)) == [1, 2, 3]
        assert pool.apply_async(nap, (0.01,)).get() == 0.01
        assert len(set(pool.map(pid, range(3)))) == 1
        assert raised(ValueError, pool.map, fail_at_three, [3]) == "three"
        assert raised(TypeError, pool.apply_async(nap, (1)).get) == \
            "__main__.nap() argument after * must be an iterable, not int"
    print("ok")


if __name__ == "__main__":
    import multiprocessing.pool
    main()
