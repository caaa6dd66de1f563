"""queue.Queue, LifoQueue and PriorityQueue."""
import queue
import threading
import time


def raised(kind, call, *args, **kwargs):
    try:
        call(*args, **kwargs)
    except BaseException as error:
        assert type(error) is kind, (type(error), error)
        return str(error)
    raise AssertionError(f"{kind.__name__} was not raised")


assert set(queue.__all__) >= {"Empty", "Full", "Queue", "PriorityQueue", "LifoQueue",
                              "SimpleQueue"}
assert issubclass(queue.Empty, Exception) and issubclass(queue.Full, Exception)
assert queue.LifoQueue.__mro__[1] is queue.Queue and queue.PriorityQueue.__mro__[1] is queue.Queue

for kind, order in ((queue.Queue, [3, 1, 2]), (queue.LifoQueue, [2, 1, 3]),
                    (queue.PriorityQueue, [1, 2, 3])):
    q = kind()
    assert q.maxsize == 0
    assert q.empty() is True and q.full() is False and q.qsize() == 0
    for item in (3, 1, 2):
        assert q.put(item) is None
    assert q.qsize() == 3 and not q.empty() and not q.full()
    assert len(q.queue) == 3
    assert [q.get() for _ in range(3)] == order
    assert raised(queue.Empty, q.get, False) == ""
    assert raised(queue.Empty, q.get, block=False) == ""
    assert raised(queue.Empty, q.get_nowait) == ""
    assert raised(queue.Empty, q.get, True, 0.001) == ""
    assert raised(queue.Empty, q.get, timeout=0) == ""
    assert raised(ValueError, q.get, timeout=-1) == "'timeout' must be a non-negative number"
    assert raised(queue.Empty, q.get, False, -1) == ""

    q = kind(2)
    assert q.maxsize == 2
    q.put(1)
    q.put(2, False)
    assert q.full() is True and q.qsize() == 2
    assert raised(queue.Full, q.put, 3, False) == ""
    assert raised(queue.Full, q.put_nowait, 3) == ""
    assert raised(queue.Full, q.put, 3, True, 0.001) == ""
    assert raised(queue.Full, q.put, 3, timeout=0) == ""
    assert raised(ValueError, q.put, 3, timeout=-1) == "'timeout' must be a non-negative number"
    assert q.qsize() == 2
    q.get()
    q.put_nowait(5)
    assert raised(TypeError, q.get, timeout="x") != ""

    q = kind(-3)
    for item in range(50):
        q.put(item, timeout=-1)  # an unbounded queue does not look at it
    assert q.qsize() == 50 and not q.full()

    # task_done and join
    q = kind()
    q.join()
    assert raised(ValueError, q.task_done) == "task_done() called too many times"
    for item in range(3):
        q.put(item)
    assert q.unfinished_tasks == 3
    finished = []

    def work():
        while True:
            item = q.get()
            if item == 99:
                return
            time.sleep(0.001)
            finished.append(item)
            q.task_done()

    worker = threading.Thread(target=work, daemon=True)
    worker.start()
    q.join()
    assert sorted(finished) == [0, 1, 2] and q.unfinished_tasks == 0
    assert raised(ValueError, q.task_done) == "task_done() called too many times"
    q.put(99)
    worker.join()
    assert q.unfinished_tasks == 1

# Waiting for an item, and for room
q = queue.Queue(1)
results = []


def consume():
    for _ in range(4):
        results.append(q.get())


consumer = threading.Thread(target=consume)
consumer.start()
for item in "abcd":
    q.put(item)
consumer.join()
assert results == list("abcd")

# Many producers and consumers, sentinels
q = queue.Queue(3)
taken, guard = [], threading.Lock()


def produce(first):
    for item in range(first, first + 10):
        q.put(item)


def drain():
    while True:
        item = q.get()
        if item is None:
            break
        with guard:
            taken.append(item)


producers = [threading.Thread(target=produce, args=(first,)) for first in (0, 100, 200)]
consumers = [threading.Thread(target=drain) for _ in range(2)]
for thread in producers + consumers:
    thread.start()
for thread in producers:
    thread.join()
for _ in consumers:
    q.put(None)
for thread in consumers:
    thread.join()
assert sorted(taken) == [*range(10), *range(100, 110), *range(200, 210)]

# Priorities
q = queue.PriorityQueue()
for item in ((2, "write"), (1, "read"), (3, "rest"), (1, "plan")):
    q.put(item)
assert [q.get() for _ in range(4)] == [(1, "plan"), (1, "read"), (2, "write"), (3, "rest")]
q.put((1, {"a": 1}))
assert raised(TypeError, q.put, (1, {"b": 2})) \
    == "'<' not supported between instances of 'dict' and 'dict'"


class Job:
    def __init__(self, priority, name):
        self.priority, self.name = priority, name

    def __lt__(self, other):
        return self.priority < other.priority


q = queue.PriorityQueue()
jobs = [Job(n, f"job {n}") for n in (5, 1, 4, 2, 3)]


def put_all(some):
    for job in some:
        q.put(job)


threads = [threading.Thread(target=put_all, args=(part,)) for part in (jobs[:3], jobs[3:])]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
assert [q.get().priority for _ in range(5)] == [1, 2, 3, 4, 5]

from dataclasses import dataclass, field


@dataclass(order=True)
class Prioritized:
    priority: int
    item: object = field(compare=False)


q = queue.PriorityQueue()
q.put(Prioritized(2, "b"))
q.put(Prioritized(1, "a"))
assert q.get() == Prioritized(1, "a") and q.get().item == "b"

# Any object can be an item; the same object comes out.


class Loud:
    def __repr__(self):
        raise RuntimeError("no repr")


q = queue.Queue()
loud = Loud()
for item in (loud, None, "x" * 1000, b"y" * 1000, 10**100, [1, [2]], {"a": loud}, (), 1.5, q):
    q.put(item)
    assert q.get() is item

# Subclasses that override the hooks


class SetQueue(queue.Queue):
    def _init(self, maxsize):
        self.queue = set()

    def _qsize(self):
        return len(self.queue)

    def _put(self, item):
        self.queue.add(item)

    def _get(self):
        return self.queue.pop()


q = SetQueue()
for item in (1, 1, 2, 1):
    q.put(item)
assert q.qsize() == 2
assert sorted([q.get(), q.get()]) == [1, 2]
assert q.empty()
raised(queue.Empty, q.get, False)


class Ring(queue.Queue):
    """Keeps the newest items only."""

    def _put(self, item):
        if len(self.queue) == 3:
            self.queue.popleft()
        self.queue.append(item)


q = Ring()
for item in range(6):
    q.put(item)
assert q.qsize() == 3
assert [q.get() for _ in range(3)] == [3, 4, 5]


class Counted(queue.Queue):
    def __init__(self, *args):
        super().__init__(*args)
        self.puts = 0

    def put(self, item, block=True, timeout=None):
        self.puts += 1
        return super().put(item, block, timeout)


q = Counted(2)
q.put(1)
q.put_nowait(2)
assert q.puts == 2 and q.full() and q.get() == 1

# Looking inside, as listings do
q = queue.Queue()
for item in range(4):
    q.put(item)
assert list(q.queue) == [0, 1, 2, 3]
with q.mutex:
    q.queue.clear()
assert q.empty() and q.qsize() == 0
raised(queue.Empty, q.get_nowait)
q.put("after")
assert q.get(timeout=1) == "after"
with q.mutex:
    q.unfinished_tasks = 0
    q.all_tasks_done.notify_all()
q.join()
assert isinstance(q.not_empty, threading.Condition) and isinstance(q.not_full, threading.Condition)
assert str(queue.Queue[int]).startswith("queue.Queue[int]")
assert queue.Queue.__module__ == "queue" and queue.Full.__module__ == "queue"
assert not queue.Queue(float("inf")).full()
print("ok")
