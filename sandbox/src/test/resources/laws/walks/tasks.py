# A random walk of tasks over a lock, a semaphore, an event and a queue, with timeouts and
# cancellations: whatever the seed, the trace must keep the laws.
import asyncio
import random


async def lock_user(lock):
    async with lock:
        await asyncio.sleep(random.choice((0, 0.01)))


async def permit_user(permits):
    async with permits:
        await asyncio.sleep(random.choice((0, 0.01, 0.02)))


async def putter(items, n):
    await items.put(n)


async def getter(items):
    await items.get()
    items.task_done()


async def main():
    lock, permits, items = asyncio.Lock(), asyncio.BoundedSemaphore(2), asyncio.Queue(2)
    tasks = []
    for n in range(40):
        work = random.choice((lambda: lock_user(lock), lambda: permit_user(permits),
                              lambda: putter(items, n), lambda: getter(items)))
        if random.random() < 0.3:
            task = asyncio.create_task(asyncio.wait_for(work(), random.choice((0.001, 0.015))))
        else:
            task = asyncio.create_task(work())
        tasks.append(task)
        if random.random() < 0.4:
            await asyncio.sleep(0)
        if random.random() < 0.2:
            random.choice(tasks).cancel()
    await asyncio.sleep(1)
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
    assert not lock.locked() and permits._value == 2
    print("ok")


asyncio.run(main())
