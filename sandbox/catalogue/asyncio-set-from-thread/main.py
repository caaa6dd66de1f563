# A thread sets an event of a loop without telling the loop: if that waits already, it sleeps on.
import asyncio
import threading


async def main():
    event = asyncio.Event()
    thread = threading.Thread(target=event.set)
    waiting = asyncio.create_task(event.wait())
    await asyncio.sleep(0)
    thread.start()
    await waiting
    thread.join()


asyncio.run(main())
