# Laws of locks, and of what can stand in for one.
RELEASED_TOO_OFTEN = "ValueError: semaphore or lock released too many times"
UNACQUIRED = "RuntimeError: cannot release un-acquired lock"
NOT_POSITIVE = "ValueError: timeout value must be positive"
TOO_LARGE = "OverflowError: timestamp out of range for platform time_t"
NO_NUMBER = "TypeError: 'NoneType' object cannot be interpreted as an integer"
NOT_BLOCKING = "ValueError: can't specify a timeout for a non-blocking call"
NOT_BLOCKING_SEMAPHORE = "ValueError: can't specify timeout for non-blocking acquire"

# Arguments of `acquire`, what comes of them while the lock is free, and while another has it.
LOCK_ARGUMENTS = [
    ((False,), True, False), ((True, 0), True, False), ((True, SHORT), True, False),
    ((False, -1), True, False), ((False, 1), NOT_BLOCKING, NOT_BLOCKING),
    ((False, 0), NOT_BLOCKING, NOT_BLOCKING),
    ((True, -2), NOT_POSITIVE, NOT_POSITIVE), ((True, -0.5), NOT_POSITIVE, NOT_POSITIVE),
    ((True, 1e10), TOO_LARGE, TOO_LARGE),
]
NO_NONE = [((True, None), NO_NUMBER, NO_NUMBER)]
SEMAPHORE_ARGUMENTS = [
    ((False,), True, False), ((True, 0), True, False), ((True, -1), True, False),
    ((True, SHORT), True, False), ((False, 1), NOT_BLOCKING_SEMAPHORE, NOT_BLOCKING_SEMAPHORE),
    ((False, None), True, False),
]
SHARED_ARGUMENTS = [
    ((False,), True, False), ((True, 0), True, False), ((True, -1), True, False),
    ((True, SHORT), True, False), ((False, 1), True, False), ((False, None), True, False),
]


def threading_locks():
    import _thread
    from threading import BoundedSemaphore, Condition, Lock, RLock, Semaphore
    lock = {"late": False, "arguments": LOCK_ARGUMENTS + NO_NONE, "has_state": True,
            "unlocked": "RuntimeError: release unlocked lock"}
    rlock = {"late": False, "arguments": LOCK_ARGUMENTS + NO_NONE, "is_owned": True,
             "unlocked": UNACQUIRED}
    permit = {"late": False, "arguments": SEMAPHORE_ARGUMENTS}
    return [
        Face("threading.Lock", Lock, **lock),
        Face("_thread.allocate_lock", _thread.allocate_lock, **lock),
        Face("threading.RLock", RLock, **rlock),
        Face("threading.Condition", Condition, **rlock),
        Face("threading.Condition(Lock)", lambda: Condition(Lock()), **{**lock, "has_state": None}),
        Face("threading.Semaphore(1)", Semaphore, **permit),
        Face("threading.BoundedSemaphore(1)", BoundedSemaphore, **permit,
             unlocked="ValueError: Semaphore released too many times"),
    ]


def shared_locks():
    from multiprocessing import BoundedSemaphore, Condition, Lock, RLock, Semaphore
    shared = {"late": False, "arguments": SHARED_ARGUMENTS}
    owned = {**shared, "is_owned": True,
             "unlocked": "AssertionError: attempt to release recursive lock not owned by thread"}
    return [
        Face("multiprocessing.Lock", Lock, **shared, unlocked=RELEASED_TOO_OFTEN),
        Face("multiprocessing.RLock", RLock, **owned),
        Face("multiprocessing.Condition", Condition, **owned),
        Face("multiprocessing.Semaphore(1)", lambda: Semaphore(1), **shared),
        Face("multiprocessing.BoundedSemaphore(1)", lambda: BoundedSemaphore(1), **shared,
             unlocked=RELEASED_TOO_OFTEN),
    ]


def managed_locks():
    lock = {"late": False, "arguments": LOCK_ARGUMENTS}
    permit = {"late": False, "arguments": SEMAPHORE_ARGUMENTS}
    return [
        Face("Manager().Lock", lambda: manager().Lock(), **lock,
             unlocked="RuntimeError: release unlocked lock"),
        Face("Manager().RLock", lambda: manager().RLock(), **lock, is_owned=True,
             unlocked=UNACQUIRED),
        Face("Manager().Condition", lambda: manager().Condition(), **lock, is_owned=True,
             unlocked=UNACQUIRED),
        Face("Manager().Condition(Lock)", lambda: manager().Condition(manager().Lock()), **lock,
             unlocked="RuntimeError: release unlocked lock"),
        Face("Manager().Semaphore(1)", lambda: manager().Semaphore(1), **permit),
        Face("Manager().BoundedSemaphore(1)", lambda: manager().BoundedSemaphore(1), **permit,
             unlocked="ValueError: Semaphore released too many times"),
    ]


def asyncio_locks():
    from asyncio import BoundedSemaphore, Condition, Lock, Semaphore
    common = {"late": "TimeoutError: ", "is_fair": True, "has_state": True}
    lock = {**common, "unlocked": "RuntimeError: Lock is not acquired."}
    return [
        Face("asyncio.Lock", Lock, **lock),
        Face("asyncio.Condition", Condition, **lock),
        Face("asyncio.Semaphore(1)", Semaphore, **common),
        Face("asyncio.BoundedSemaphore(1)", BoundedSemaphore, **common,
             unlocked="ValueError: BoundedSemaphore released too many times"),
    ]


law = laws_of({"threading": threading_locks, "multiprocessing": shared_locks,
               "manager": managed_locks, "asyncio": asyncio_locks})


async def goes_in_and_out(here, name, times):
    for _ in range(times):
        await here.do(here.thing.acquire)
        here.note(("in", name))
        await here.sleep(0)
        here.note(("out", name))
        here.thing.release()


@law()
async def excludes(here):
    actors = [here.go(goes_in_and_out, name, 3) for name in "abc"]
    for actor in actors:
        await actor.result()
    notes = here.noted()
    equal(len(notes), 18)
    for (before, first), (after, second) in zip(notes[::2], notes[1::2]):
        equal((before, after, first), ("in", "out", second))


async def takes_and_gives(here, name):
    here.note(("comes", name))
    result = await here.do(here.thing.acquire)
    here.note(("has it", name))
    here.thing.release()
    return result


@law()
async def who_waits_gets_it_after_release(here):
    equal(await here.do(here.thing.acquire), True)
    actors = [here.go(takes_and_gives, name) for name in "abc"]
    await here.until_noted(3)
    await here.sleep()
    equal({what for what, _ in here.noted()}, {"comes"})
    here.thing.release()
    equal([await actor.result() for actor in actors], [True] * 3)
    came, had = here.noted()[:3], here.noted()[3:]
    equal(sorted(name for _, name in had), list("abc"))
    if here.face.is_fair:
        equal([name for _, name in had], [name for _, name in came])


async def takes_in_time(here, seconds):
    return await here.late(seconds, here.thing.acquire)


async def takes_and_keeps_none(here):
    taken = await outcome(here.within(SHORT, here.thing.acquire))
    if taken is True:
        here.thing.release()
    return taken


@law()
async def who_is_late_gets_nothing_and_changes_nothing(here):
    await here.do(here.thing.acquire)
    equal(await here.go(takes_in_time, 3 * SHORT).result(), here.face.late)
    equal(await here.go(takes_in_time, 0).result(), here.face.late)
    equal(await here.go(takes_and_keeps_none).result(), here.face.late)
    here.thing.release()
    equal(await here.go(takes_and_keeps_none).result(), True)
    equal(await here.do(here.thing.acquire), True)
    here.thing.release()


async def takes_with(here, args):
    taken = asked(here.thing.acquire, *args)
    if taken is True:
        here.thing.release()
    return taken


@law(of=lambda face: face.arguments)
async def its_arguments_mean_what_is_documented(here):
    for args, free, _ in here.face.arguments:
        equal((args, await takes_with(here, args)), (args, free))
    await here.do(here.thing.acquire)
    for args, _, held in here.face.arguments:
        equal((args, await here.go(takes_with, args).result()), (args, held))
    here.thing.release()


async def gives(here):
    return asked(here.thing.release)


@law(of=lambda face: face.unlocked)
async def what_nobody_holds_cannot_be_released(here):
    equal(asked(here.thing.release), here.face.unlocked)
    equal(await here.go(gives).result(), here.face.unlocked)
    await here.do(here.thing.acquire)
    here.thing.release()
    equal(asked(here.thing.release), here.face.unlocked)
    equal(await here.do(here.thing.acquire), True)


@law(of=lambda face: not face.is_owned)
async def anybody_may_release_it(here):
    await here.do(here.thing.acquire)
    equal(await here.go(gives).result(), None)
    equal(await here.do(here.thing.acquire), True)
    equal(await here.late(SHORT, here.thing.acquire), here.face.late)
    here.thing.release()


@law(of=lambda face: face.is_owned)
async def only_its_holder_may_release_it(here):
    await here.do(here.thing.acquire)
    equal(await here.go(gives).result(), here.face.unlocked)
    equal(await here.go(takes_and_keeps_none).result(), False)
    here.thing.release()
    equal(asked(here.thing.release), here.face.unlocked)


@law(of=lambda face: face.is_owned)
async def its_holder_takes_it_again_and_gives_it_as_often(here):
    for _ in range(3):
        equal(await here.do(here.thing.acquire), True)
    for _ in range(3):
        equal(await here.go(takes_and_keeps_none).result(), False)
        here.thing.release()
    equal(await here.go(takes_and_keeps_none).result(), True)


@law(of=lambda face: face.has_state)
async def it_says_whether_it_is_locked(here):
    equal(here.thing.locked(), False)
    await here.do(here.thing.acquire)
    equal(here.thing.locked(), True)
    here.thing.release()
    equal(here.thing.locked(), False)


@law(of=lambda face: not face.is_fair)
async def a_block_gives_it_back_however_it_ends(here):
    with here.thing:
        equal(await here.go(takes_and_keeps_none).result(), False)
    try:
        with here.thing:
            raise KeyError("in the block")
    except KeyError:
        equal(await here.go(takes_and_keeps_none).result(), True)


@law(of=lambda face: face.is_fair)
async def a_block_of_tasks_gives_it_back_however_it_ends(here):
    async with here.thing:
        equal(await here.go(takes_and_keeps_none).result(), here.face.late)
    try:
        async with here.thing:
            raise KeyError("in the block")
    except KeyError:
        equal(await here.go(takes_and_keeps_none).result(), True)


@law(of=lambda face: face.is_fair)
async def a_cancelled_waiter_leaves_the_line(here):
    await here.do(here.thing.acquire)
    first, second, third = [here.go(takes_and_gives, name) for name in "abc"]
    await settle()
    equal(await cancelled(second.task), True)
    equal(here.thing.locked(), True)
    here.thing.release()
    await first.result(), await third.result()
    equal(here.noted()[3:], [("has it", "a"), ("has it", "c")])
    equal(here.thing.locked(), False)


@law(of=lambda face: face.is_fair)
async def who_is_cancelled_when_its_turn_has_come_passes_it_on(here):
    await here.do(here.thing.acquire)
    first, second = here.go(takes_and_gives, "a"), here.go(takes_and_gives, "b")
    await settle()
    here.thing.release()
    equal(await cancelled(first.task), True)
    equal(await second.result(), True)
    equal(here.thing.locked(), False)
    equal(await here.within(SHORT, here.thing.acquire), True)
