"""Modules of the standard library that stand on threads work on top of these."""
import concurrent.futures
import functools
import logging
import random
import sched
import tempfile
import threading
import time
import asyncio

with concurrent.futures.ThreadPoolExecutor(max_workers=3, thread_name_prefix="pool") as pool:
    assert list(pool.map(lambda n: n * n, range(8))) == [n * n for n in range(8)]
    future = pool.submit(pow, 2, 10)
    assert future.result(timeout=5) == 1024 and future.done()
    failing = pool.submit(lambda: 1 / 0)
    assert isinstance(failing.exception(), ZeroDivisionError)
    slow = [pool.submit(time.sleep, 0.001 * n) for n in range(3)]
    assert set(concurrent.futures.as_completed(slow)) == set(slow)
    done, pending = concurrent.futures.wait(slow)
    assert len(done) == 3 and not pending
    name = pool.submit(lambda: threading.current_thread().name).result()
    assert name.startswith("pool_")
    never = concurrent.futures.Future()
    try:
        never.result(timeout=0.001)
        raise AssertionError("a result from nowhere")
    except concurrent.futures.TimeoutError:
        pass

records = []


class Keep(logging.Handler):
    def emit(self, record):
        records.append((record.threadName, record.getMessage(), record.created))


logger = logging.getLogger("conformance")
logger.propagate = False
logger.addHandler(Keep())
logger.setLevel(logging.INFO)
thread = threading.Thread(target=logger.info, args=("from %s", "a thread"), name="writer")
thread.start()
thread.join()
logger.info("from main")
assert [record[:2] for record in records] == [("writer", "from a thread"),
                                              ("MainThread", "from main")]
assert abs(records[0][2] - time.time()) < 60

order = []
scheduler = sched.scheduler(time.monotonic, time.sleep)
scheduler.enter(0.02, 1, order.append, ("late",))
scheduler.enter(0.01, 1, order.append, ("early",))
scheduler.run()
assert order == ["early", "late"]

calls = []


@functools.lru_cache
def cached(n):
    calls.append(n)
    return n


assert [cached(n) for n in (1, 2, 1)] == [1, 2, 1] and calls == [1, 2]


class Lazy:
    @functools.cached_property
    def value(self):
        calls.append("value")
        return 5


assert Lazy().value == 5
assert 0 <= random.random() < 1 and random.Random(1).randint(1, 6) == random.Random(1).randint(1, 6)
assert tempfile.gettempprefix() == "tmp"
assert asyncio.iscoroutinefunction(lambda: 0) is False and asyncio.Queue
print("ok")
