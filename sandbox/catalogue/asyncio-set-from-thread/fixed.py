# The thread asks the loop to set the event, which wakes it.
import asyncio
import threading


async def main():
    loop = asyncio.get_running_loop()
    event = asyncio.Event()
    thread = threading.Thread(target=loop.call_soon_threadsafe, args=(event.set,))
    waiting = asyncio.create_task(event.wait())
    await asyncio.sleep(0)
    thread.start()
    await waiting
    thread.join()


asyncio.run(main())
