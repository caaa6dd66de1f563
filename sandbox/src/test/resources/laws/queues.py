# Laws of queues.
NEGATIVE_TIME = "ValueError: 'timeout' must be a non-negative number"
TOO_OFTEN_DONE = "ValueError: task_done() called too many times"


def local_faces(module, prefix, **traits):
    return [
        Face(f"{prefix}.Queue", module.Queue, order="fifo", **traits),
        Face(f"{prefix}.LifoQueue", module.LifoQueue, order="lifo", **traits),
        Face(f"{prefix}.PriorityQueue", module.PriorityQueue, order="priority", **traits),
    ]


def threading_queues():
    import queue
    late = {"empty": "Empty: ", "full": "Full: ", "negative": NEGATIVE_TIME}
    return local_faces(queue, "queue", **late, counts=True, has_room=True, is_exact=True) + [
        Face("queue.SimpleQueue", lambda room=0: queue.SimpleQueue(), **late, order="fifo",
             is_exact=True)]


def shared_queues():
    from multiprocessing import JoinableQueue, Queue, SimpleQueue
    late = {"empty": "Empty: ", "full": "Full: ", "order": "fifo"}
    return [
        Face("multiprocessing.Queue", Queue, **late, has_room=True),
        Face("multiprocessing.JoinableQueue", JoinableQueue, **late, has_room=True, counts=True),
        Face("multiprocessing.SimpleQueue", lambda room=0: SimpleQueue(), order="fifo"),
    ]


def managed_queues():
    late = {"empty": "Empty: ", "full": "Full: ", "order": "fifo", "negative": NEGATIVE_TIME,
            "has_room": True, "counts": True, "is_exact": True}
    return [Face("Manager().Queue", lambda *room: manager().Queue(*room), **late),
            Face("Manager().JoinableQueue", lambda *room: manager().JoinableQueue(*room), **late)]


def asyncio_queues():
    return local_faces(asyncio, "asyncio", empty="TimeoutError: ", full="TimeoutError: ",
                       at_once=("QueueEmpty: ", "QueueFull: "), counts=True, has_room=True,
                       is_exact=True, is_fair=True)


law = laws_of({"threading": threading_queues, "multiprocessing": shared_queues,
               "manager": managed_queues, "asyncio": asyncio_queues})


def in_order(face, items):
    """In which order these leave a queue that they are put into one after the other."""
    return {"fifo": items, "lifo": items[::-1], "priority": sorted(items)}[face.order]


async def puts(here, items):
    for item in items:
        await here.do(here.thing.put, item)
        here.note(("put", item))


async def gets(here, count):
    items = []
    for _ in range(count):
        items.append(await here.do(here.thing.get))
        here.note(("got", items[-1]))
    return items


@law()
async def items_leave_in_its_order(here):
    items = [3, 1, 2, 5, 4]
    await puts(here, items)
    equal(await gets(here, 5), in_order(here.face, items))
    equal(here.thing.empty(), True)


@law(2)
async def nothing_is_lost_and_nothing_doubled(here):
    sources = [here.go(puts, range(start, start + 6)) for start in (0, 100)]
    taker = here.go(gets, 8)
    items = await gets(here, 4) + await taker.result()
    for source in sources:
        await source.result()
    equal(sorted(items), [*range(6), *range(100, 106)])
    equal(here.thing.empty(), True)


@law(of=lambda face: face.order == "fifo")
async def what_one_puts_stays_in_order(here):
    source, other = here.go(puts, range(6)), here.go(puts, range(100, 106))
    items = await gets(here, 12)
    await source.result(), await other.result()
    for start in (0, 100):
        equal([item for item in items if start <= item < start + 6], [*range(start, start + 6)])


@law(2, of=lambda face: face.has_room)
async def never_are_more_inside_than_it_has_room_for(here):
    source = here.go(puts, range(5))
    await here.until_noted(2)
    await here.sleep()
    equal(here.noted(), [("put", 0), ("put", 1)])
    equal((here.thing.full(), here.thing.qsize()), (True, 2))
    equal(await here.late(SHORT, here.thing.put, 9), here.face.full)
    for count in (3, 4, 5):
        await here.do(here.thing.get)
        await here.until_noted(count)
        await here.sleep()
        equal((len(here.noted()), here.thing.qsize()), (count, 2))
    await source.result()
    await here.do(here.thing.get)
    equal(here.thing.full(), False)
    await here.do(here.thing.get)
    equal(here.thing.qsize(), 0)


@law(of=lambda face: face.has_room)
async def without_a_size_it_is_never_full(here):
    await puts(here, range(50))
    equal((here.thing.full(), here.thing.qsize()), (False, 50))
    equal(sorted(await gets(here, 50)), [*range(50)])


@law()
async def who_waits_for_items_gets_one_each(here):
    takers = [here.go(gets, 1) for _ in range(3)]
    await here.sleep()
    equal(here.noted(), [])
    await here.do(here.thing.put, 1)
    await here.until_noted(1)
    await here.sleep()
    equal(here.noted(), [("got", 1)])
    await puts(here, [2, 3])
    equal(sorted([await taker.result() for taker in takers]), [[1], [2], [3]])
    equal(here.thing.empty(), True)


async def gets_in_time(here, seconds):
    return await here.late(seconds, here.thing.get)


@law(1, of=lambda face: face.empty)
async def who_is_late_takes_and_leaves_nothing(here):
    takers = [here.go(gets_in_time, seconds) for seconds in (0, SHORT, 2 * SHORT)]
    equal([await taker.result() for taker in takers], [here.face.empty] * 3)
    await here.do(here.thing.put, "first")
    if here.face.has_room:
        equal(await here.late(0, here.thing.put, "second"), here.face.full)
        equal(await here.late(2 * SHORT, here.thing.put, "third"), here.face.full)
    equal(await here.within(1, here.thing.get), "first")
    equal(await here.late(SHORT, here.thing.get), here.face.empty)


@law(1, of=lambda face: face.empty)
async def what_cannot_be_done_at_once_is_refused(here):
    empty, full = here.face.at_once or (here.face.empty, here.face.full)
    equal(asked(here.thing.get_nowait), empty)
    if here.face.has_room:
        here.thing.put_nowait("first")
        equal(asked(here.thing.put_nowait, "second"), full)
        await here.until(lambda: not here.thing.empty())
        equal(await here.do(here.thing.get), "first")
        here.thing.put_nowait("third")
        await here.until(lambda: not here.thing.empty())
        equal(await here.do(here.thing.get), "third")


@law(1, of=lambda face: face.empty and not face.is_fair)
async def its_arguments_are_those_of_the_documentation(here):
    below = here.face.negative or here.face.empty
    equal(asked(here.thing.get, True, -1), below)
    equal(asked(here.thing.get, False, -1), here.face.empty)
    equal(asked(here.thing.get, block=False), here.face.empty)
    equal(asked(here.thing.get, timeout=0), here.face.empty)
    if here.face.has_room:
        equal(here.thing.put("first", True, None), None)
        equal(asked(here.thing.put, "second", True, -1), here.face.negative or here.face.full)
        equal(asked(here.thing.put, "second", False, -1), here.face.full)
        equal(asked(here.thing.put, "second", timeout=0), here.face.full)
        equal(here.thing.get(timeout=5), "first")


@law(of=lambda face: face.counts)
async def joining_waits_until_all_is_done(here):
    await here.do(here.thing.join)
    await puts(here, [1, 2, 3])
    joining = here.go(joins)
    for _ in range(3):
        await here.do(here.thing.get)
        await here.sleep()
        assert ("joined", 0) not in here.noted()
        here.thing.task_done()
    await joining.result()
    await here.do(here.thing.join)


async def joins(here):
    await here.do(here.thing.join)
    here.note(("joined", 0))


@law(of=lambda face: face.counts)
async def no_more_is_done_than_was_put(here):
    equal(asked(here.thing.task_done), TOO_OFTEN_DONE)
    await puts(here, [1])
    here.thing.task_done()
    equal(asked(here.thing.task_done), TOO_OFTEN_DONE)
    equal(await here.do(here.thing.get), 1)
    await here.do(here.thing.join)


@law(of=lambda face: face.order == "priority")
async def what_cannot_be_compared_is_an_error_and_is_inside(here):
    await puts(here, ["text"])
    unordered = "TypeError: '<' not supported between instances of 'int' and 'str'"
    equal(await outcome(here.do(here.thing.put, 1)), unordered)
    equal(here.thing.qsize(), 2)


@law(1, of=lambda face: face.is_fair)
async def a_cancelled_getter_loses_no_item(here):
    first, second, third = [here.go(gets, 1) for _ in range(3)]
    await settle()
    equal(await cancelled(first.task), True)
    here.thing.put_nowait("item")  # the second's turn, which is cancelled before it goes on
    equal(await cancelled(second.task), True)
    equal(await third.result(), ["item"])
    equal((here.thing.qsize(), asked(here.thing.get_nowait)), (0, "QueueEmpty: "))


@law(1, of=lambda face: face.is_fair)
async def a_cancelled_putter_puts_nothing(here):
    here.thing.put_nowait(0)
    first, second, third = [here.go(puts, [item]) for item in (1, 2, 3)]
    await settle()
    equal(await cancelled(first.task), True)
    equal(here.thing.get_nowait(), 0)  # the second's turn, which is cancelled before it goes on
    equal(await cancelled(second.task), True)
    await third.result()
    equal((here.thing.get_nowait(), here.thing.qsize()), (3, 0))


@law(2, of=lambda face: face.is_fair)
async def who_waits_longest_is_served_first(here):
    takers = [here.go(gets, 1) for _ in range(3)]
    await settle()
    for item in (1, 2):
        here.thing.put_nowait(item)
    equal([await taker.result() for taker in takers[:2]], [[1], [2]] if here.face.order != "lifo"
          else [[2], [1]])
    here.thing.put_nowait(3)
    equal(await takers[2].result(), [3])
