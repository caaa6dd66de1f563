# Laws of events.
def threading_events():
    return [Face("threading.Event", threading.Event, late=False, gone=[True])]


def shared_events():
    return [Face("multiprocessing.Event", multiprocessing.Event, late=False, gone=[True, False])]


def managed_events():
    return [Face("Manager().Event", lambda: manager().Event(), late=False, gone=[True])]


def asyncio_events():
    return [Face("asyncio.Event", asyncio.Event, late="TimeoutError: ", gone=[True], is_fair=True)]


law = laws_of({"threading": threading_events, "multiprocessing": shared_events,
               "manager": managed_events, "asyncio": asyncio_events})


async def waits_for_it(here):
    here.note("comes")
    result = await here.do(here.thing.wait)
    here.note("goes")
    return result


@law()
async def all_who_wait_go_on_when_it_is_set(here):
    actors = [here.go(waits_for_it) for _ in range(3)]
    await here.until_noted(3)
    await here.sleep()
    equal(here.noted(), ["comes"] * 3)
    here.thing.set()
    equal([await actor.result() for actor in actors], [True] * 3)


@law()
async def nobody_waits_while_it_is_set(here):
    equal(here.thing.is_set(), False)
    here.thing.set()
    here.thing.set()
    equal(here.thing.is_set(), True)
    equal(await here.do(here.thing.wait), True)
    equal(await here.within(1, here.thing.wait), True)
    equal(await here.go(waits_for_it).result(), True)
    equal(here.thing.is_set(), True)


@law()
async def it_can_be_cleared(here):
    here.thing.set()
    here.thing.clear()
    equal(here.thing.is_set(), False)
    here.thing.clear()
    actor = here.go(waits_for_it)
    await here.until_noted(1)
    await here.sleep()
    equal(here.noted(), ["comes"])
    here.thing.set()
    equal(await actor.result(), True)


async def waits_for_so_long(here, seconds):
    return await here.late(seconds, here.thing.wait)


@law()
async def who_is_late_leaves_it_as_it_was(here):
    actors = [here.go(waits_for_so_long, seconds) for seconds in (0, SHORT, 3 * SHORT)]
    equal([await actor.result() for actor in actors], [here.face.late] * 3)
    equal(here.thing.is_set(), False)
    actor = here.go(waits_for_it)
    here.thing.set()
    equal(await actor.result(), True)


@law(of=lambda face: not face.is_fair)
async def a_time_of_nothing_or_less_is_a_look(here):
    for seconds in (0, -1, 0.0):
        equal(here.thing.wait(seconds), False)
    here.thing.set()
    for seconds in (0, -1, None):
        equal(here.thing.wait(seconds), True)


@law()
async def who_waited_when_it_was_set_is_not_lost_when_it_is_cleared(here):
    actors = [here.go(waits_for_it) for _ in range(3)]
    await here.until_noted(3)
    await here.sleep(3 * SHORT)
    here.thing.set()
    here.thing.clear()
    for actor in actors:
        assert await actor.result() in here.face.gone
    equal(here.thing.is_set(), False)
    equal(await here.late(SHORT, here.thing.wait), here.face.late)


@law(of=lambda face: face.is_fair)
async def a_cancelled_waiter_costs_the_others_nothing(here):
    first, second = here.go(waits_for_it), here.go(waits_for_it)
    await settle()
    equal(await cancelled(first.task), True)
    equal(here.thing.is_set(), False)
    here.thing.set()
    equal(await second.result(), True)
