# The world of asyncio: operations are awaited, actors are tasks.
import asyncio


class HereAmongTasks(Here):
    async def do(self, operation, *args, **kwargs):
        result = operation(*args, **kwargs)
        return await result if asyncio.iscoroutine(result) else result

    async def within(self, seconds, operation, *args):
        async with asyncio.timeout(seconds):
            return await self.do(operation, *args)

    async def sleep(self, seconds=SHORT):
        await asyncio.sleep(seconds)

    def go(self, actor, *args):
        return OnTask(actor(self, *args))


class OnTask:
    def __init__(self, coroutine):
        self.task = asyncio.create_task(coroutine)

    async def result(self):
        return await self.task


class Tasks:
    name = "between tasks"

    def attempts(self, pairs):
        with asyncio.Runner() as runner:
            for law, face in pairs:
                yield law, face, lambda: runner.run(self.attempt(law, face))

    async def attempt(self, law, face):
        await law.claim(HereAmongTasks(face, face.make(*law.things)))


async def cancelled(task):
    """Cancels it and waits until it has ended; whether that was by the cancellation."""
    task.cancel()
    await asyncio.wait([task])
    return task.cancelled()


async def settle():
    """Lets all others go on until each of them waits."""
    for _ in range(10):
        await asyncio.sleep(0)
