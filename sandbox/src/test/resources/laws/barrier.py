# Laws of barriers.
import functools

BROKEN = "BrokenBarrierError: "


BLOCKING = {"late": BROKEN, "woken": BROKEN, "refused": BROKEN, "breaks": True}


def threading_barriers():
    return [Face("threading.Barrier", threading.Barrier, **BLOCKING)]


def shared_barriers():
    return [Face("multiprocessing.Barrier", multiprocessing.Barrier, **BLOCKING)]


def managed_barriers():
    return [Face("Manager().Barrier", lambda *args: manager().Barrier(*args), **BLOCKING,
                 log=lambda: manager().list())]


def asyncio_barriers():
    return [Face("asyncio.Barrier", asyncio.Barrier, late="TimeoutError: ", is_fair=True,
                 woken=BROKEN + "Abort or reset of barrier", refused=BROKEN + "Barrier aborted")]


law = laws_of({"threading": threading_barriers, "multiprocessing": shared_barriers,
               "manager": managed_barriers, "asyncio": asyncio_barriers})


async def meets(here, times):
    places = []
    for _ in range(times):
        places.append(await outcome(here.do(here.thing.wait)))
    return places


async def party_of(here, count):
    """So many who wait for the rest."""
    actors = [here.go(meets, 1) for _ in range(count)]
    await here.until(lambda: here.thing.n_waiting == count)
    return actors


@law(3)
async def each_generation_gives_each_place_once(here):
    actors = [here.go(meets, 4) for _ in range(3)]
    places = [await actor.result() for actor in actors]
    for generation in zip(*places):
        equal(sorted(generation), [0, 1, 2])
    equal((here.thing.n_waiting, here.thing.broken, here.thing.parties), (0, False, 3))


@law(3)
async def nobody_passes_before_all_have_come(here):
    actors = await party_of(here, 2)
    await here.sleep()
    equal((here.thing.n_waiting, here.thing.broken), (2, False))
    last = await here.do(here.thing.wait)
    equal(sorted([last] + [place for actor in actors for place in await actor.result()]), [0, 1, 2])
    equal(here.thing.n_waiting, 0)


@law(1)
async def a_party_of_one_never_waits(here):
    for _ in range(2):
        equal(await here.do(here.thing.wait), 0)


@law(3)
async def a_broken_barrier_lets_nobody_wait(here):
    actors = await party_of(here, 2)
    await here.do(here.thing.abort)
    equal([await actor.result() for actor in actors], [[here.face.woken]] * 2)
    equal(here.thing.broken, True)
    equal(await outcome(here.do(here.thing.wait)), here.face.refused)
    equal(await here.go(meets, 2).result(), [here.face.refused] * 2)
    await here.do(here.thing.reset)
    equal(here.thing.broken, False)
    await each_generation_gives_each_place_once(here)


@law(3)
async def a_reset_breaks_it_for_those_who_wait_only(here):
    actors = await party_of(here, 2)
    await here.do(here.thing.reset)
    equal([await actor.result() for actor in actors], [[here.face.woken]] * 2)
    equal(here.thing.broken, False)
    await each_generation_gives_each_place_once(here)
    await here.do(here.thing.reset)
    await each_generation_gives_each_place_once(here)


async def meets_in_time(here, seconds):
    return await here.late(seconds, here.thing.wait)


@law(3, of=lambda face: face.breaks)
async def who_waits_too_long_breaks_it(here):
    equal(await here.go(meets_in_time, 2 * SHORT).result(), BROKEN)
    equal(here.thing.broken, True)
    await here.do(here.thing.reset)
    actor = here.go(meets, 1)
    await here.until(lambda: here.thing.n_waiting == 1)
    equal(await here.go(meets_in_time, SHORT).result(), BROKEN)
    equal(await actor.result(), [BROKEN])
    for seconds in (0, -1):
        await here.do(here.thing.reset)
        equal(await outcome(here.do(here.thing.wait, seconds)), BROKEN)
    await here.do(here.thing.reset)
    await each_generation_gives_each_place_once(here)


@law(3, of=lambda face: face.breaks)
async def who_comes_in_time_has_all_the_time_left(here):
    actors = await party_of(here, 2)
    assert await here.within(5, here.thing.wait) == 2
    for actor in actors:
        await actor.result()
    equal(here.thing.broken, False)


@law(3, of=lambda face: face.is_fair)
async def who_gives_up_leaves_the_party(here):
    actor = here.go(meets, 1)
    equal(await here.late(SHORT, here.thing.wait), here.face.late)
    equal((here.thing.n_waiting, here.thing.broken), (1, False))
    second = here.go(meets, 1)
    await settle()
    equal((here.thing.n_waiting, await cancelled(actor.task)), (2, True))
    equal((here.thing.n_waiting, here.thing.broken), (1, False))
    third = here.go(meets, 1)
    await settle()
    await here.do(here.thing.wait)
    await second.result(), await third.result()
    equal((here.thing.n_waiting, here.thing.broken), (0, False))
    await each_generation_gives_each_place_once(here)


@law(1, of=lambda face: face.is_fair)
async def it_is_for_one_at_least(here):
    equal(asked(here.face.make, 0), "ValueError: parties must be > 0")


def counted(log):
    log.append("acts")


def refuses(log):
    log.append("refuses")
    raise ValueError("no gate")


@law(1, of=lambda face: face.breaks)
async def its_action_happens_once_in_each_generation(here):
    log = here.face.log() if here.face.log else []
    gate = here.face.make(2, functools.partial(counted, log))
    for generation in (1, 2):
        actor = OnThread(waits_at, here, (gate,))
        await outcome(here.do(gate.wait))
        await actor.result()
        equal(list(log), ["acts"] * generation)


@law(1, of=lambda face: face.breaks)
async def an_action_that_fails_breaks_it(here):
    log = here.face.log() if here.face.log else []
    gate = here.face.make(2, functools.partial(refuses, log))
    actor = OnThread(waits_at, here, (gate,))
    found = sorted([await outcome(here.do(gate.wait)), await actor.result()])
    equal((found, list(log)), ([BROKEN, "ValueError: no gate"], ["refuses"]))
    equal(gate.broken, True)
    gate.reset()
    equal(gate.broken, False)


@law(1, of=lambda face: face.breaks)
async def it_may_have_a_time_of_its_own(here):
    gate = here.face.make(2, None, SHORT)
    began = time.monotonic()
    equal(await outcome(here.do(gate.wait)), BROKEN)
    assert time.monotonic() - began >= SHORT - CLOCK_STEP
    gate.reset()
    actor = OnThread(waits_at, here, (gate,))
    await here.until(lambda: gate.n_waiting == 1 or gate.broken)
    gate.abort()
    equal(await actor.result(), BROKEN)


async def waits_at(here, gate):
    return await outcome(here.do(gate.wait))
