# Laws of semaphores.
NEGATIVE = "ValueError: semaphore initial value must be >= 0"
INVALID = "OSError: [Errno 22] Invalid argument"
TOO_OFTEN = "ValueError: Semaphore released too many times"
SHARED_TOO_OFTEN = "ValueError: semaphore or lock released too many times"


def threading_semaphores():
    from threading import BoundedSemaphore, Semaphore
    common = {"late": False, "negative": NEGATIVE, "gives_many": True}
    return [Face("threading.Semaphore", Semaphore, **common),
            Face("threading.BoundedSemaphore", BoundedSemaphore, **common, too_often=TOO_OFTEN)]


def shared_semaphores():
    common = {"late": False, "negative": INVALID, "value": lambda thing: thing.get_value()}
    return [Face("multiprocessing.Semaphore", multiprocessing.Semaphore, **common),
            Face("multiprocessing.BoundedSemaphore", multiprocessing.BoundedSemaphore, **common,
                 too_often=SHARED_TOO_OFTEN)]


def managed_semaphores():
    return [Face("Manager().Semaphore", lambda value: manager().Semaphore(value), late=False),
            Face("Manager().BoundedSemaphore", lambda value: manager().BoundedSemaphore(value),
                 late=False, too_often=TOO_OFTEN)]


def asyncio_semaphores():
    from asyncio import BoundedSemaphore, Semaphore
    common = {"late": "TimeoutError: ", "is_fair": True,
              "negative": "ValueError: Semaphore initial value must be >= 0"}
    return [Face("asyncio.Semaphore", Semaphore, **common),
            Face("asyncio.BoundedSemaphore", BoundedSemaphore, **common,
                 too_often="ValueError: BoundedSemaphore released too many times")]


law = laws_of({"threading": threading_semaphores, "multiprocessing": shared_semaphores,
               "manager": managed_semaphores, "asyncio": asyncio_semaphores})


async def takes_permits(here, times):
    for _ in range(times):
        await here.do(here.thing.acquire)
        here.note(1)
        await here.sleep(0)
        here.note(-1)
        here.thing.release()


@law(2)
async def no_more_are_inside_than_it_has_permits(here):
    for actor in [here.go(takes_permits, 3) for _ in range(3)]:
        await actor.result()
    inside, most = 0, 0
    for change in here.noted():
        inside += change
        most = max(most, inside)
    assert inside == 0 and len(here.noted()) == 18 and most <= 2, here.noted()
    await takes_all(here, 2)


async def takes_all(here, count):
    """There are so many permits and no more; afterwards there are again."""
    for _ in range(count):
        equal(await here.do(here.thing.acquire), True)
    equal(await here.late(0, here.thing.acquire), here.face.late)
    for _ in range(count):
        here.thing.release()


async def takes_one(here):
    here.note("comes")
    await here.do(here.thing.acquire)
    here.note("has one")


@law(3)
async def as_many_go_on_as_permits_are_given(here):
    for _ in range(3):
        await here.do(here.thing.acquire)
    actors = [here.go(takes_one) for _ in range(3)]
    await here.until_noted(3)
    for count in (1, 2, 3):
        here.thing.release()
        await here.until_noted(3 + count)
        await here.sleep()
        equal(here.noted()[3:], ["has one"] * count)
    for actor in actors:
        await actor.result()
    equal(await here.late(0, here.thing.acquire), here.face.late)
    for _ in range(3):
        here.thing.release()
    await takes_all(here, 3)


@law(3, of=lambda face: face.gives_many)
async def it_gives_many_at_once(here):
    for _ in range(3):
        await here.do(here.thing.acquire)
    actors = [here.go(takes_one) for _ in range(3)]
    await here.until_noted(3)
    for count in (0, -1):
        equal(asked(here.thing.release, count), "ValueError: n must be one or more")
    here.thing.release(2)
    await here.until_noted(5)
    await here.sleep()
    equal(len(here.noted()), 5)
    here.thing.release(n=1)
    for actor in actors:
        await actor.result()
    here.thing.release(3)
    await takes_all(here, 3)


@law(0, of=lambda face: not face.too_often)
async def it_may_begin_with_none_and_grow(here):
    equal(await here.late(2 * SHORT, here.thing.acquire), here.face.late)
    for _ in range(3):
        here.thing.release()
    await takes_all(here, 3)


@law(2, of=lambda face: face.too_often)
async def it_never_has_more_than_at_first(here):
    equal(asked(here.thing.release), here.face.too_often)
    await here.do(here.thing.acquire)
    here.thing.release()
    equal(asked(here.thing.release), here.face.too_often)
    if here.face.gives_many:
        await here.do(here.thing.acquire)
        equal(asked(here.thing.release, 2), here.face.too_often)
        here.thing.release()
    await takes_all(here, 2)


@law(2, of=lambda face: face.value)
async def it_tells_how_many_are_left(here):
    for left in (2, 1, 0):
        equal(here.face.value(here.thing), left)
        await here.late(0, here.thing.acquire)
    equal(here.face.value(here.thing), 0)
    here.thing.release()
    equal(here.face.value(here.thing), 1)


async def takes_late(here):
    return await here.late(2 * SHORT, here.thing.acquire)


@law(1)
async def who_is_late_takes_no_permit_along(here):
    await here.do(here.thing.acquire)
    actors = [here.go(takes_late) for _ in range(3)]
    equal([await actor.result() for actor in actors], [here.face.late] * 3)
    here.thing.release()
    await takes_all(here, 1)


@law(0, of=lambda face: face.negative)
async def it_cannot_begin_below_none(here):
    equal(asked(here.face.make, -1), here.face.negative)


@law(2, of=lambda face: face.is_fair)
async def a_cancelled_waiter_costs_no_permit(here):
    for _ in range(2):
        await here.do(here.thing.acquire)
    first, second, third = [here.go(takes_one) for _ in range(3)]
    await settle()
    equal(await cancelled(first.task), True)
    here.thing.release()  # the second's turn, which is cancelled before it goes on
    equal(await cancelled(second.task), True)
    await third.result()
    equal(here.thing.locked(), True)
    for _ in range(2):
        here.thing.release()
    await takes_all(here, 2)
