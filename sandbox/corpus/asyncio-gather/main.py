import asyncio


async def fetch(page, seconds):
    await asyncio.sleep(seconds)
    print(f"page {page} has come")
    return f"text of page {page}"


async def main():
    texts = await asyncio.gather(fetch(1, 3), fetch(2, 1), fetch(3, 2))
    for text in texts:
        print(text)


asyncio.run(main())
