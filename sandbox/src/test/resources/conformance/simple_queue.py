"""queue.SimpleQueue."""
import queue
import re
import threading
import _queue


def raised(kind, call, *args, **kwargs):
    try:
        call(*args, **kwargs)
    except BaseException as error:
        assert type(error) is kind, (type(error), error)
        return str(error)
    raise AssertionError(f"{kind.__name__} was not raised")


q = queue.SimpleQueue()
assert q.empty() is True and q.qsize() == 0
assert q.put(1) is None
q.put(2, False)
q.put(3, True, -5)
q.put(4, block=False, timeout=None)
assert q.put_nowait(5) is None
assert q.qsize() == 5 and q.empty() is False
assert [q.get(), q.get(False), q.get(True, 1), q.get(block=True, timeout=0), q.get_nowait()] \
    == [1, 2, 3, 4, 5]
assert raised(queue.Empty, q.get, False) == ""
assert raised(queue.Empty, q.get_nowait) == ""
assert raised(queue.Empty, q.get, timeout=0.001) == ""
assert raised(queue.Empty, q.get, True, 0) == ""
assert raised(ValueError, q.get, timeout=-1) == "'timeout' must be a non-negative number"
raised(TypeError, q.get, True, "x")
raised(OverflowError, q.get, True, 1e10)
assert not hasattr(q, "task_done") and not hasattr(q, "join") and not hasattr(q, "full")
assert type(q) is _queue.SimpleQueue and queue.Empty is _queue.Empty
assert type(q).__module__ == "_queue" and queue.Empty.__module__ == "_queue"
assert re.fullmatch(r"<_queue\.SimpleQueue object at 0x[0-9a-f]+>", repr(q))
assert str(queue.SimpleQueue[int]).endswith("SimpleQueue[int]")
raised(TypeError, queue.SimpleQueue, 3)

got = []


def take():
    for _ in range(6):
        got.append(q.get())


taker = threading.Thread(target=take)
taker.start()
for item in range(6):
    q.put(item)
taker.join()
assert got == list(range(6))


class Mine(queue.SimpleQueue):
    pass


mine = Mine()
mine.put("x")
mine.colour = "red"
assert mine.get() == "x" and mine.colour == "red"
print("ok")
