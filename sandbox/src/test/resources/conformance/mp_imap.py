"""imap takes the values of a generator while workers are busy, and passes its errors on."""
import itertools
import time
from multiprocessing import Pool, TimeoutError
from multiprocessing.pool import ThreadPool


def square(number):
    return number * number


def slow_numbers(count, made):
    for number in range(count):
        time.sleep(0.02)
        made.append(number)
        yield number


def failing():
    yield 1
    yield 2
    raise KeyError("end")


def test_lazily(pool):
    made = []
    values = pool.imap(square, slow_numbers(4, made))
    assert len(made) < 4, "all were taken at once"
    assert list(values) == [0, 1, 4, 9] and made == [0, 1, 2, 3]
    assert sorted(pool.imap_unordered(square, (n for n in range(5)))) == [0, 1, 4, 9, 16]
    assert list(pool.imap(square, iter(range(7)), chunksize=3)) == [n * n for n in range(7)]
    assert list(pool.imap(square, [])) == list(pool.imap(square, iter([]))) == []


def test_errors(pool):
    values = pool.imap(square, failing())
    assert (next(values), next(values)) == (1, 4)
    try:
        next(values)
        raise AssertionError("no error")
    except KeyError as error:
        assert error.args == ("end",)
    try:
        next(values)
        raise AssertionError("more")
    except StopIteration:
        pass
    waiting = pool.imap(time.sleep, [0.5])
    try:
        waiting.next(timeout=0.01)
        raise AssertionError("in no time")
    except TimeoutError:
        pass
    try:
        pool.imap(square, [1], chunksize=0)
        raise AssertionError("no error")
    except ValueError as error:
        assert str(error) == "Chunksize must be 1+, not 0"


def test_closing(kind):
    pool = kind(2)
    values = pool.imap(square, (n for n in range(3)))
    pool.close()
    pool.join()
    assert list(values) == [0, 1, 4]
    try:
        pool.imap(square, [1])
        raise AssertionError("no error")
    except ValueError as error:
        assert str(error) == "Pool not running"
    with kind(2) as endless:
        values = endless.imap(square, itertools.count())
        assert [next(values) for _ in range(3)] == [0, 1, 4]


if __name__ == "__main__":
    for kind in (Pool, ThreadPool):
        with kind(2) as pool:
            test_lazily(pool)
            test_errors(pool)
    test_closing(Pool)
    print("ok")
