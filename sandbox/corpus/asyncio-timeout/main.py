import asyncio


async def answer(seconds):
    try:
        await asyncio.sleep(seconds)
        return f"an answer after {seconds} s"
    except asyncio.CancelledError:
        print(f"the {seconds} s answer is given up")
        raise


async def main():
    for seconds in (1, 5):
        try:
            async with asyncio.timeout(2):
                print(await answer(seconds))
        except TimeoutError:
            print("too late")
    try:
        await asyncio.wait_for(answer(4), timeout=0.5)
    except TimeoutError:
        print("wait_for: too late")


asyncio.run(main())
