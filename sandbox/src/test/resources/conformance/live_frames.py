"""A traceback may be looked at while its frames are still being executed, by another thread."""
import queue
import sys
import threading
import traceback
from multiprocessing.pool import ThreadPool


def names(error):
    return [(frame.name, frame.lineno) for frame in traceback.extract_tb(error.__traceback__)]


def frames(error):
    found, tb = [], error.__traceback__
    while tb is not None:
        found.append(tb.tb_frame.f_code.co_name)
        tb = tb.tb_next
    return found


def fail(number):
    raise KeyError(number)


# A thread hands its errors on and goes on itself.
errors = queue.Queue()
is_over = threading.Event()


def work():
    for number in range(2):
        try:
            fail(number)
        except KeyError as error:
            errors.put(error)
    try:
        fail(2)
    except KeyError:
        errors.put(sys.exc_info()[1])
    is_over.wait()


thread = threading.Thread(target=work)
thread.start()
line = work.__code__.co_firstlineno
for number in range(3):
    error = errors.get()
    assert error.args == (number,), error
    assert names(error) == [("work", line + (3 if number < 2 else 7)),
                            ("fail", fail.__code__.co_firstlineno + 1)], names(error)
    assert frames(error) == ["work", "fail"], frames(error)
    text = "".join(traceback.format_exception(error))
    assert text.startswith("Traceback (most recent call last):\n"), text
    assert text.endswith(f"KeyError: {number}\n"), text
    try:
        raise error
    except KeyError as again:
        assert frames(again) == ["<module>", "work", "fail"], frames(again)
is_over.set()
thread.join()


# So does a pool of threads, and what feeds it.
def numbers():
    yield 1
    fail("in the iterable")


with ThreadPool(2) as pool:
    try:
        pool.apply(fail, ("in the pool",))
    except KeyError as error:
        assert frames(error) == ["<module>", "apply", "get", "worker", "fail"], frames(error)
        traceback.clear_frames(error.__traceback__)
    results = pool.imap(abs, numbers())
    assert next(results) == 1
    try:
        next(results)
    except KeyError as error:
        assert frames(error)[0] == "<module>" and frames(error)[-1] == "fail", frames(error)
        traceback.clear_frames(error.__traceback__)
    else:
        raise AssertionError("the iterable's error was lost")
print("ok")
