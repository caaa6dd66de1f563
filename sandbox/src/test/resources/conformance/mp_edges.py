"""multiprocessing where things end early, fail on their way, or are looked at from the side."""
import multiprocessing as mp
import multiprocessing.queues
import pickle
import time
from multiprocessing.util import Finalize


def raised(kind, call, *args, **kwargs):
    try:
        call(*args, **kwargs)
    except BaseException as error:
        assert type(error) is kind, (type(error), error)
        return str(error)
    raise AssertionError(f"{kind.__name__} was not raised")


def square(number, after=0.0):
    time.sleep(after)
    return number * number


def numbers_until(bad):
    for number in range(10):
        if number == bad:
            raise LookupError(f"no {number}")
        yield number


def echo(end):
    for message in iter(end.recv_bytes, b""):
        end.send_bytes(message)
    end.close()


def wait_on(condition, here):
    with condition:
        here.release()
        condition.wait()


class Unsendable:
    def __reduce__(self):
        raise AttributeError("never")


class TellingQueue(mp.queues.Queue):
    told = []

    @staticmethod
    def _on_queue_feeder_error(e, obj):
        TellingQueue.told.append((type(e), type(obj)))


def main():
    # a closed pool whose workers retire still does what it has taken on
    pool = mp.Pool(3, maxtasksperchild=1)
    results = [pool.apply_async(square, (number, 0.1)) for number in range(7)]
    pool.close()
    pool.join()
    assert [result.get() for result in results] == [n * n for n in range(7)]

    # an iterable's own exception comes in its place, with whole chunks before it
    with mp.Pool(2) as pool:
        for method in pool.imap, pool.imap_unordered:
            for size, expected in ((1, [0, 1, 4, 9, 16]), (2, [0, 1, 4, 9])):
                values, found, errors = method(square, numbers_until(5), size), [], []
                while True:
                    try:
                        found.append(next(values))
                    except LookupError as error:
                        errors.append(str(error))
                        if size > 1:
                            break  # these come through a generator, which has ended
                    except StopIteration:
                        break
                assert errors == ["no 5"] and set(found) <= set(expected), (found, errors)
                assert method == pool.imap_unordered or found == expected, found
        assert raised(LookupError, pool.map, square, numbers_until(0)) == "no 0"

    # a message is bytes, whichever way it was sent
    here, there = mp.Pipe()
    speaker = mp.Process(target=echo, args=(there,))
    speaker.start()
    here.send([1, None])
    assert here.recv() == [1, None]
    here.send("text")
    assert pickle.loads(here.recv_bytes()) == "text"
    here.send_bytes(b"plain")
    assert here.recv_bytes() == b"plain"
    here.send_bytes(b"")
    speaker.join()

    # who waits on a condition is counted
    condition, arrived = mp.Condition(), mp.Semaphore(0)
    waiting = [mp.Process(target=wait_on, args=(condition, arrived)) for _ in range(2)]
    for process in waiting:
        process.start()
    for _ in waiting:
        arrived.acquire()
    with condition:
        assert repr(condition).endswith(", 2)>"), condition
        condition.notify_all()
    for process in waiting:
        process.join()

    # what cannot be pickled is told to a hook of the queue, which goes on
    queue = TellingQueue(ctx=mp.get_context())
    queue.put(Unsendable())
    queue.put("fine")
    assert queue.get() == "fine"
    assert TellingQueue.told == [(AttributeError, Unsendable)]

    # finalizers
    calls = []
    last = Finalize(main, calls.append, args=("last",), exitpriority=1)
    assert last.still_active() and "exitpriority=1" in repr(last)
    last()
    last()
    assert calls == ["last"] and not last.still_active() and "dead" in repr(last)
    assert raised(ValueError, Finalize, None, print) == \
        "Without object, exitpriority cannot be None"
    assert raised(TypeError, Finalize, None, print, exitpriority="1") == \
        "Exitpriority ('1') must be None or int, not <class 'str'>"
    print("ok")


if __name__ == "__main__":
    mp.set_start_method("spawn")
    main()
