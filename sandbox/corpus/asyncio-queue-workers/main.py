import asyncio


async def work(name, jobs):
    while True:
        job, seconds = await jobs.get()
        await asyncio.sleep(seconds)
        print(f"{name} has done {job}")
        jobs.task_done()


async def main():
    jobs = asyncio.Queue()
    for job, seconds in zip("ABCDEF", (0.5, 0.3, 0.9, 0.35, 0.8, 0.1)):
        jobs.put_nowait((job, seconds))
    workers = [asyncio.create_task(work(name, jobs), name=name) for name in ("Ann", "Bob", "Cem")]
    await jobs.join()
    print("all jobs are done")
    for worker in workers:
        worker.cancel()
    await asyncio.gather(*workers, return_exceptions=True)


asyncio.run(main())
