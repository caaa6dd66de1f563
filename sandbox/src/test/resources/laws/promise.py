# The faces of what will have a value: futures, tasks, results of pools.
import functools


class Promise:
    """A future, how to ask it, and how somebody else keeps the promise or breaks it."""

    def __init__(self, future, result, done, keep, fail):
        self.future, self.result, self.done = future, result, done
        self.keep, self.fail = keep, fail
        self.calls = []


def promised(future, keep, fail):
    return Promise(future, future.result, future.done, keep, fail)


def free_future():
    from concurrent.futures import Future
    future = Future()
    return promised(future, future.set_result, future.set_exception)


def obeys(orders):
    """What a pool is asked to do: to wait for what it is told, and to do that."""
    value, error = orders.get()
    if error is not None:
        raise error
    return value


def submitted(pool, orders):
    return promised(pool().submit(obeys, orders), lambda value: orders.put((value, None)),
                    lambda error: orders.put((None, error)))


def applied(pool, orders):
    calls = []
    asked_for = pool().apply_async(obeys, (orders,), callback=calls.append,
                                   error_callback=calls.append)
    promise = Promise(asked_for, asked_for.get, asked_for.ready,
                      lambda value: orders.put((value, None)),
                      lambda error: orders.put((None, error)))
    promise.calls = calls
    return promise


@functools.cache
def pool_of_threads():
    from concurrent.futures import ThreadPoolExecutor
    return ThreadPoolExecutor(3)


@functools.cache
def pool_of_processes():
    from concurrent.futures import ProcessPoolExecutor
    return ProcessPoolExecutor(2)


@functools.cache
def old_pool_of_processes():
    return multiprocessing.Pool(2)


@functools.cache
def old_pool_of_threads():
    from multiprocessing.pool import ThreadPool
    return ThreadPool(2)


CONCURRENT = {"late": "TimeoutError: ", "gone": "CancelledError: ", "again": True, "stays": True,
              "calls_back": True}
APPLIED = {"late": "TimeoutError: ", "stays": True, "is_applied": True}


def threading_futures():
    from queue import SimpleQueue
    return [
        Face("concurrent.futures.Future", free_future, **CONCURRENT, can_cancel=True, is_free=True,
             once="InvalidStateError: FINISHED: <Future at … state=finished returned int>",
             never="InvalidStateError: CANCELLED: <Future at … state=cancelled>"),
        Face("ThreadPoolExecutor.submit", lambda: submitted(pool_of_threads, SimpleQueue()),
             **CONCURRENT, pool=pool_of_threads, crowd=3),
    ]


def shared_futures():
    from queue import SimpleQueue
    return [Face("ThreadPool.apply_async", lambda: applied(old_pool_of_threads, SimpleQueue()),
                 **APPLIED)]


def managed_futures():
    return [
        Face("ProcessPoolExecutor.submit", lambda: submitted(pool_of_processes, manager().Queue()),
             **CONCURRENT, is_sent=True),
        Face("Pool.apply_async", lambda: applied(old_pool_of_processes, manager().Queue()),
             **APPLIED, is_sent=True),
    ]


def awaited(future, keep, fail):
    async def result():
        return await asyncio.shield(future)
    return Promise(future, result, future.done, keep, fail)


def loops_future():
    future = asyncio.get_running_loop().create_future()
    return awaited(future, future.set_result, future.set_exception)


def loops_task():
    inner = asyncio.get_running_loop().create_future()

    async def work():
        return await inner
    return awaited(asyncio.create_task(work()), inner.set_result, inner.set_exception)


def wrapped_future():
    future = free_future().future
    return awaited(asyncio.wrap_future(future), future.set_result, future.set_exception)


def asyncio_futures():
    common = {"late": "TimeoutError: ", "gone": "CancelledError: ", "again": False,
              "calls_back": True, "can_cancel": True, "is_fair": True}
    return [Face("asyncio.Future", loops_future, **common, is_free=True,
                 once="InvalidStateError: invalid state",
                 never="InvalidStateError: invalid state"),
            Face("asyncio.Task", loops_task, **common, is_task=True),
            Face("asyncio.wrap_future", wrapped_future, **common)]
