"""What tasks of portable event loops share besides variables: futures, locks, events, queues.

Each has a number; who changes it or looks at it says so, so that the explorer knows which orders of
two tasks make a difference. Awaiting a future is told as joining a thread is: whether it was done
already makes no difference, so that awaiting one that is done lets others go first as well.
"""

from sys import _getframe, modules

import _braid
from _braid import thing as _thing, thing_seal as _seal, thing_touch as _touch
from _braid import thing_unseal as _unseal
from _braid_names import is_users

_CHANGED = {"Lock": "release", "Event": "set clear", "Condition": "notify notify_all",
            "Semaphore": "release", "BoundedSemaphore": "release",
            "Queue": "put_nowait get_nowait task_done"}
_LOOKED_AT = {"Lock": "locked", "Event": "is_set", "Semaphore": "locked",
              "Barrier": "n_waiting broken", "Queue": "qsize empty full"}
_AWAITED = {"Lock": "acquire", "Condition": "wait", "Semaphore": "acquire",
            "Barrier": "wait reset abort", "Queue": "put get join"}
_WAKING = ("/asyncio/locks.py", "/asyncio/queues.py")  # pass over waiters that were cancelled
_OF_READER = "read readline readuntil readexactly"
_OF_NETWORK = {"StreamReader": "feed_data feed_eof set_exception at_eof",
               "StreamWriter": "write writelines write_eof close"}


def dress():
    """Has the futures, tasks and primitives of `asyncio` say what is done with them."""
    from asyncio import futures, locks, queues, runners, streams, taskgroups, tasks
    _dress_futures(futures.Future, tasks)
    _dress_waiting(tasks)
    _dress_groups(taskgroups.TaskGroup)
    for kind in (locks.Lock, locks.Event, locks.Condition, locks.Semaphore, locks.Barrier,
                 queues.Queue):
        _number(kind)
    for place, kinds in ((locks, _CHANGED), (queues, _CHANGED)):
        for name, methods in kinds.items():
            _each(getattr(place, name, None), methods, _telling(_own, True))
    for place in (locks, queues):
        for name, methods in _LOOKED_AT.items():
            _each(getattr(place, name, None), methods, _telling(_own, False))
        for name, methods in _AWAITED.items():
            _each(getattr(place, name, None), methods, _awaiting(_own, True))
    _each(locks.Event, "wait", _awaiting(_own, False))
    for name, methods in _OF_NETWORK.items():
        _each(getattr(streams, name), methods, _telling(_network, True))
    _each(streams.StreamReader, _OF_READER, _awaiting(_network, True))
    standard = runners._cancel_all_tasks

    def cancel_all(loop):
        for task in loop._braid_tasks:
            _touch(task, False)
        standard(loop)
    runners._cancel_all_tasks = cancel_all


def _own(thing):
    return thing._braid_thing


def _network(stream):
    return stream._loop._braid_network


def _number(kind):
    standard = kind.__init__

    def init(self, *args, **kwargs):
        self._braid_thing = _thing()
        standard(self, *args, **kwargs)
    _put(kind, "__init__", init)


def _put(kind, name, function):
    standard = getattr(kind, name)
    function.__name__, function.__qualname__ = name, standard.__qualname__
    function.__doc__, function.__module__ = standard.__doc__, standard.__module__
    setattr(kind, name, function)


def _each(kind, methods, wrap):
    for name in methods.split():
        if kind is not None and name in kind.__dict__ \
                and not isinstance(kind.__dict__[name], property):
            _put(kind, name, wrap(kind.__dict__[name]))


def _telling(number_of, is_change):
    def wrap(standard):
        def method(self, *args, **kwargs):
            _touch(number_of(self), is_change)
            return standard(self, *args, **kwargs)
        return method
    return wrap


def _awaiting(number_of, is_change):
    def wrap(standard):
        async def method(self, *args, **kwargs):
            return await _Told(number_of(self), is_change, standard(self, *args, **kwargs))
        return method
    return wrap


class _Told:
    """A coroutine whose every piece touches a thing."""

    def __init__(self, number, is_change, coroutine):
        self.number, self.is_change, self.coroutine = number, is_change, coroutine

    def __await__(self):
        steps = self.coroutine.__await__()
        go_on, value = steps.send, None
        while True:
            _touch(self.number, self.is_change)
            try:
                waited = go_on(value)
            except StopIteration as end:
                return end.value
            try:
                go_on, value = steps.send, (yield waited)
            except GeneratorExit:
                self.coroutine.close()
                raise
            except BaseException as error:
                go_on, value = steps.throw, error


def _dress_futures(future, tasks):
    _number(future)
    for name in ("set_result", "set_exception", "cancel"):
        _put(future, name, _completing(getattr(future, name)))
    for name in ("done", "result", "exception", "cancelled"):
        _put(future, name, _asked(getattr(future, name)))
    future.__await__ = future.__iter__ = _awaited
    _put(tasks.Task, "cancel", _telling(_own, True)(tasks.Task.cancel))
    enter, register = tasks._enter_task, tasks._register_task

    def begin(loop, task):
        enter(loop, task)
        _touch(task._braid_thing, False)

    def add(task):
        register(task)
        task._loop._braid_tasks.append(task._braid_thing)
    tasks._enter_task, tasks._register_task = begin, add


def _completing(standard):
    def method(self, *args, **kwargs):
        did = standard(self, *args, **kwargs)
        if self._state != "PENDING":
            _touch(self._braid_thing, True)
            _seal(self._braid_thing)
        return did
    return method


def _asked(standard):
    def method(self):
        asking = _getframe(1).f_code.co_filename
        if is_users(asking) or asking.endswith(_WAKING):
            _touch(self._braid_thing, False)
        return standard(self)
    return method


def _awaited(self):
    """A future is awaited: others may go first, also when it is done."""
    if self._state != "PENDING":
        yield
    else:
        self._asyncio_future_blocking = True
        yield self
        if self._state == "PENDING":
            raise RuntimeError("await wasn't used with future")
    known(self)
    return self.result()


def known(future):
    """What runs knows what those knew who completed a future, and those that it stands for."""
    _unseal(future._braid_thing)
    if future._exception is None:
        for child in getattr(future, "_children", ()):
            known(child)


def _dress_waiting(tasks):
    standard = tasks.wait

    async def wait(fs, *, timeout=None, return_when=tasks.ALL_COMPLETED):
        done, pending = await standard(fs, timeout=timeout, return_when=return_when)
        if pending or return_when != tasks.ALL_COMPLETED:
            for future in (*done, *pending):
                _touch(future._braid_thing, False)
        else:
            for future in done:
                known(future)
        return done, pending
    wait.__qualname__, wait.__doc__, wait.__module__ = "wait", standard.__doc__, standard.__module__
    tasks.wait = modules["asyncio"].wait = wait


def _dress_groups(group):
    _number(group)
    create, leave = group.create_task, group.__aexit__

    def create_task(self, coro, *, name=None, context=None):
        task = create(self, coro, name=name, context=context)
        self.__dict__.setdefault("_braid_all", []).append(task)
        return task

    async def aexit(self, kind, error, trace):
        if not self._tasks:
            await _Switch()
        try:
            return await leave(self, kind, error, trace)
        finally:
            for task in self.__dict__.get("_braid_all", ()):
                if task._state == "FINISHED" and task._exception is None:
                    known(task)
    _put(group, "create_task", create_task)
    _put(group, "__aexit__", aexit)


class _Switch:
    """Lets others go first."""

    def __await__(self):
        yield
