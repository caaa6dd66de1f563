# Laws of conditions.
CANNOT_WAIT = "RuntimeError: cannot wait on un-acquired lock"
CANNOT_NOTIFY = "RuntimeError: cannot notify on un-acquired lock"


def threading_conditions():
    from threading import Condition, Lock, RLock
    common = {"late": False, "cannot_wait": CANNOT_WAIT, "cannot_notify": CANNOT_NOTIFY}
    return [
        Face("threading.Condition", Condition, **common, is_owned=True),
        Face("threading.Condition(RLock)", lambda: Condition(RLock()), **common, is_owned=True),
        Face("threading.Condition(Lock)", lambda: Condition(Lock()), **common),
    ]


def shared_conditions():
    from multiprocessing import Condition, Lock, RLock
    common = {"late": False, "is_owned": True, "cannot_notify": "AssertionError: lock is not owned",
              "cannot_wait": "AssertionError: must acquire() condition before using wait()"}
    return [
        Face("multiprocessing.Condition", Condition, **common),
        Face("multiprocessing.Condition(RLock)", lambda: Condition(RLock()), **common),
        Face("multiprocessing.Condition(Lock)", lambda: Condition(Lock()),
             **{**common, "is_owned": None}),
    ]


def managed_conditions():
    common = {"late": False, "cannot_wait": CANNOT_WAIT, "cannot_notify": CANNOT_NOTIFY}
    return [
        Face("Manager().Condition", lambda: manager().Condition(), **common, is_owned=True),
        Face("Manager().Condition(Lock)", lambda: manager().Condition(manager().Lock()), **common),
    ]


def asyncio_conditions():
    from asyncio import Condition, Lock
    common = {"late": "TimeoutError: ", "is_fair": True, "cannot_wait": CANNOT_WAIT,
              "cannot_notify": "RuntimeError: cannot notify on un-acquired lock"}
    return [Face("asyncio.Condition", Condition, **common),
            Face("asyncio.Condition(Lock)", lambda: Condition(Lock()), **common)]


law = laws_of({"threading": threading_conditions, "multiprocessing": shared_conditions,
               "manager": managed_conditions, "asyncio": asyncio_conditions})


async def waits_in_the_room(here):
    """Whoever has the lock when it has noted "comes" knows that it waits."""
    await here.do(here.thing.acquire)
    try:
        here.note("comes")
        return await here.do(here.thing.wait)
    finally:
        here.note("goes")
        here.thing.release()


async def room_of(here, count):
    """So many who wait, as soon as the lock can be had."""
    actors = [here.go(waits_in_the_room) for _ in range(count)]
    await here.until_noted(count)
    return actors


async def wake(here, *count):
    await here.do(here.thing.acquire)
    notify = here.thing.notify if count else here.thing.notify_all
    equal(asked(notify, *count), None)
    here.thing.release()


@law()
async def a_notify_wakes_as_many_as_it_says_or_all_there_are(here):
    actors = await room_of(here, 3)
    await wake(here, 0)
    await here.sleep()
    equal(here.noted(), ["comes"] * 3)
    await wake(here, 2)
    await here.until_noted(5)
    await here.sleep()
    equal(len(here.noted()), 5)
    await wake(here, 5)
    equal([await actor.result() for actor in actors], [True] * 3)


@law()
async def a_notify_wakes_one(here):
    actors = await room_of(here, 3)
    for count in (4, 5, 6):
        await here.do(here.thing.acquire)
        here.thing.notify()
        here.thing.release()
        await here.until_noted(count)
        await here.sleep()
        equal(len(here.noted()), count)
    equal([await actor.result() for actor in actors], [True] * 3)


@law()
async def notify_all_wakes_all_and_nobody_who_comes_later(here):
    actors = await room_of(here, 3)
    await wake(here)
    equal([await actor.result() for actor in actors], [True] * 3)
    here.forget()
    late, = await room_of(here, 1)
    await here.sleep()
    equal(here.noted(), ["comes"])
    await wake(here)
    equal(await late.result(), True)


@law()
async def without_its_lock_it_is_of_no_use(here):
    equal(await outcome(here.do(here.thing.wait)), here.face.cannot_wait)
    equal(asked(here.thing.notify), here.face.cannot_notify)
    equal(asked(here.thing.notify_all), here.face.cannot_notify)


@law(of=lambda face: face.is_owned)
async def anothers_lock_is_of_no_use_either(here):
    await here.do(here.thing.acquire)
    equal(await here.go(tries_without).result(), [here.face.cannot_wait, here.face.cannot_notify])
    here.thing.release()


async def tries_without(here):
    return [asked(here.thing.wait), asked(here.thing.notify)]


async def waits_too_long(here, seconds):
    await here.do(here.thing.acquire)
    here.note("comes")
    result = await here.late(seconds, here.thing.wait)
    here.note("has the lock")
    await here.sleep()
    here.note("goes")
    here.thing.release()
    return result


@law()
async def who_is_late_has_the_lock_again(here):
    actors = [here.go(waits_too_long, seconds) for seconds in (0, SHORT, 2 * SHORT)]
    equal([await actor.result() for actor in actors], [here.face.late] * 3)
    notes = [note for note in here.noted() if note != "comes"]
    equal(notes, ["has the lock", "goes"] * 3)
    await here.do(here.thing.acquire)
    here.thing.release()


@law()
async def who_was_late_is_not_notified_in_anothers_place(here):
    equal(await here.go(waits_too_long, SHORT).result(), here.face.late)
    here.forget()
    actor, = await room_of(here, 1)
    await wake(here, 1)
    equal(await actor.result(), True)


async def takes_meanwhile(here):
    await here.do(here.thing.acquire)
    here.note("inside")
    here.thing.notify()
    here.thing.release()


@law(of=lambda face: face.is_owned)
async def waiting_gives_all_of_the_lock_back_and_takes_all_of_it_again(here):
    for _ in range(3):
        await here.do(here.thing.acquire)
    actor = here.go(takes_meanwhile)
    equal(await here.do(here.thing.wait), True)
    await actor.result()
    for left in (2, 1, 0):
        equal(await here.go(looks_at_the_lock).result(), False)
        here.thing.release()
    equal(await here.go(looks_at_the_lock).result(), True)


async def looks_at_the_lock(here):
    taken = await outcome(here.within(SHORT, here.thing.acquire))
    if taken is True:
        here.thing.release()
    return taken


@law()
async def waiting_for_something_ends_when_it_is_so(here):
    await here.do(here.thing.acquire)
    actors = [here.go(takes_meanwhile) for _ in range(3)]
    seen = []

    def are_all_there():
        seen.append(len(here.noted()))
        return seen[-1] if seen[-1] == 3 else None
    equal(await here.do(here.thing.wait_for, are_all_there), 3)
    equal((seen[0], seen[-1]), (0, 3))
    equal(await here.do(here.thing.wait_for, lambda: "at once"), "at once")
    here.thing.release()
    for actor in actors:
        await actor.result()


@law(of=lambda face: not face.is_fair)
async def waiting_for_something_may_end_too_early(here):
    here.thing.acquire()
    looks = []
    equal(await here.late(2 * SHORT, here.thing.wait_for, lambda: looks.append(1)), None)
    assert len(looks) >= 2, looks
    for seconds in (0, -1):
        equal(here.thing.wait_for(lambda: [], seconds), [])
        equal(here.thing.wait(seconds), False)
    here.thing.release()
    equal(asked(here.thing.notify), here.face.cannot_notify)


@law(of=lambda face: face.is_fair)
async def a_cancelled_waiter_has_the_lock_again_and_costs_no_notify(here):
    first, second = await room_of(here, 2)
    await here.do(here.thing.acquire)
    first.task.cancel()
    await settle()
    equal(first.task.done(), False)
    here.thing.notify()
    here.thing.release()
    await asyncio.wait([first.task])
    equal(first.task.cancelled(), True)
    equal(await second.result(), True)
    equal(here.thing.locked(), False)
