# Laws of what will have a value.
import re

law = laws_of({"threading": threading_futures, "multiprocessing": shared_futures,
               "manager": managed_futures, "asyncio": asyncio_futures})


async def waits_for_result(here):
    here.note("asks")
    return await outcome(here.do(here.thing.result))


@law()
async def who_asks_waits_for_its_value(here):
    equal(here.thing.done(), False)
    actors = [here.go(waits_for_result) for _ in range(3)]
    await here.until_noted(3)
    await here.sleep()
    here.thing.keep(42)
    equal([await actor.result() for actor in actors], [42] * 3)
    equal(here.thing.done(), True)
    equal(await here.do(here.thing.result), 42)
    equal(await here.within(0, here.thing.result), 42)


@law()
async def an_error_comes_to_all_who_ask(here):
    actors = [here.go(waits_for_result) for _ in range(3)]
    here.thing.fail(KeyError("lost"))
    equal([await actor.result() for actor in actors], ["KeyError: 'lost'"] * 3)
    equal(here.thing.done(), True)
    equal(await outcome(here.do(here.thing.result)), "KeyError: 'lost'")


@law(of=lambda face: face.calls_back)
async def its_error_can_be_looked_at(here):
    error = KeyError("lost")
    here.thing.fail(error)
    await outcome(here.do(here.thing.result))
    found = here.thing.future.exception()
    equal((type(found), found.args), (KeyError, ("lost",)))
    assert here.face.is_sent or found is error


@law()
async def who_is_late_leaves_it_as_it_was(here):
    equal(await here.late(0, here.thing.result), here.face.late)
    equal(await here.late(2 * SHORT, here.thing.result), here.face.late)
    equal(here.thing.done(), False)
    here.thing.keep(1)
    equal(await here.within(5, here.thing.result), 1)


@law(of=lambda face: face.is_free)
async def it_is_kept_once(here):
    here.thing.keep(1)
    for attempt in (here.thing.keep, here.thing.fail):
        equal(masked(asked(attempt, KeyError(2))), here.face.once)
    equal(await here.do(here.thing.result), 1)


def masked(words):
    return re.sub("0x[0-9a-f]+", "…", words)


@law(of=lambda face: face.calls_back)
async def each_callback_is_called_once_in_order(here):
    calls = []
    for name in "abc":
        here.thing.future.add_done_callback(lambda future, name=name: calls.append((name, future)))
    await here.sleep()
    equal(calls, [])
    here.thing.keep(1)
    await here.until(lambda: len(calls) == 3)
    here.thing.future.add_done_callback(lambda future: calls.append(("late", future)))
    await here.until(lambda: len(calls) == 4)
    await here.sleep()
    equal(calls, [(name, here.thing.future) for name in ("a", "b", "c", "late")])


@law(of=lambda face: face.calls_back)
async def a_callback_that_fails_harms_nobody(here):
    import logging
    logging.disable()
    calls = []
    here.thing.future.add_done_callback(lambda future: 1 / 0)
    here.thing.future.add_done_callback(calls.append)
    here.thing.keep(1)
    await here.until(lambda: calls)
    equal(await here.do(here.thing.result), 1)
    equal(calls, [here.thing.future])
    logging.disable(logging.NOTSET)


@law(of=lambda face: face.can_cancel)
async def what_is_cancelled_in_time_never_has_a_value(here):
    calls, future = [], here.thing.future
    future.add_done_callback(calls.append)
    equal(future.cancel(), True)
    await here.until(lambda: calls)
    equal((future.cancelled(), future.done(), calls), (True, True, [future]))
    equal(future.cancel(), here.face.again)
    for ask in (future.result, future.exception):
        equal(told_by(ask), here.face.gone)
    if here.face.never:
        equal(masked(asked(here.thing.keep, 1)), here.face.never)


@law(of=lambda face: face.calls_back)
async def what_has_its_value_cannot_be_cancelled(here):
    here.thing.keep(7)
    equal(await here.do(here.thing.result), 7)
    equal((here.thing.future.cancel(), here.thing.future.cancelled()), (False, False))
    equal(await here.do(here.thing.result), 7)


@law(of=lambda face: face.calls_back and not face.can_cancel)
async def what_runs_cannot_be_cancelled(here):
    await here.until(here.thing.future.running)
    equal((here.thing.future.cancel(), here.thing.future.cancelled()), (False, False))
    here.thing.keep(1)
    equal(await here.do(here.thing.result), 1)
    equal(here.thing.future.running(), False)


@law(of=lambda face: face.pool)
async def a_call_that_is_cancelled_in_the_line_never_happens(here):
    calls, lines = [], [here.face.make() for _ in range(here.face.crowd - 1)]
    waiting = here.face.pool().submit(calls.append, 1)
    last = here.face.pool().submit(len, "abc")
    equal((waiting.running(), waiting.cancel(), waiting.cancelled()), (False, True, True))
    for promise in [here.thing] + lines:
        promise.keep(1)
        equal(await here.do(promise.result), 1)
    equal((last.result(), calls), (3, []))
    equal(told_by(waiting.result), "CancelledError: ")


def told_by(ask):
    try:
        return ask()
    except BaseException as error:
        return told(error)


@law(of=lambda face: face.is_free and not face.is_fair)
async def it_runs_only_when_it_is_not_cancelled(here):
    from concurrent.futures import Future
    future, other = here.thing.future, Future()
    equal((future.running(), future.set_running_or_notify_cancel()), (False, True))
    equal((future.running(), future.cancel()), (True, False))
    equal(other.cancel(), True)
    equal((other.set_running_or_notify_cancel(), other.running()), (False, False))
    here.thing.keep(1)
    equal(future.result(), 1)


@law(of=lambda face: face.is_applied)
async def it_says_how_it_ended_once_it_has(here):
    assert asked(here.thing.future.successful).endswith("not ready")
    here.thing.keep(1)
    here.thing.result()
    equal((here.thing.future.successful(), here.thing.calls), (True, [1]))


@law(of=lambda face: face.is_applied)
async def an_error_is_told_to_its_callback(here):
    here.thing.fail(KeyError("lost"))
    equal(here.thing.future.wait(5), None)
    equal(here.thing.future.successful(), False)
    equal([told(error) for error in here.thing.calls], ["KeyError: 'lost'"])


@law(of=lambda face: face.is_fair)
async def who_stops_waiting_behind_a_shield_cancels_nothing(here):
    first, second = here.go(waits_for_result), here.go(waits_for_result)
    await settle()
    equal((await cancelled(first.task), here.thing.future.cancelled()), (True, False))
    here.thing.keep(1)
    equal(await second.result(), 1)


@law(of=lambda face: face.is_task)
async def a_task_that_declines_its_cancellation_goes_on(here):
    task = asyncio.create_task(declines(here, 2))
    for count in (1, 2):
        await settle()
        equal((task.cancel("please"), task.cancelling()), (True, count))
        await settle()
        equal((task.done(), here.noted()), (False, [("please",)] * count))
    equal([task.uncancel() for _ in range(2)], [1, 0])
    here.thing.keep(5)
    equal((await task, task.cancelled(), task.cancel()), (5, False, False))


async def declines(here, times):
    for _ in range(times):
        try:
            return await asyncio.shield(here.thing.future)
        except asyncio.CancelledError as error:
            here.note(error.args)
    return await here.thing.future


async def waits_without_shield(here):
    return await here.thing.future


@law(of=lambda face: face.is_fair)
async def who_is_cancelled_while_it_waits_cancels_what_it_waits_for(here):
    waiting = here.go(waits_without_shield)
    await settle()
    equal((await cancelled(waiting.task), here.thing.future.cancelled()), (True, True))
