import asyncio


async def stubborn():
    for hour in range(1, 4):
        try:
            await asyncio.sleep(1)
        except BaseException as error:
            print(f"stubborn ignores {type(error).__name__}")
    return "done anyway"


async def polite():
    try:
        await asyncio.sleep(3)
    finally:
        print("polite cleans up")


async def main():
    tasks = [asyncio.create_task(work(), name=work.__name__) for work in (stubborn, polite)]
    await asyncio.sleep(0.5)
    for task in tasks:
        print("cancel", task.get_name(), task.cancel())
    await asyncio.wait(tasks)
    for task in tasks:
        print(task.get_name(), "cancelled" if task.cancelled() else task.result())


asyncio.run(main())
