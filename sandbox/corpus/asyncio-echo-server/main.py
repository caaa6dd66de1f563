import asyncio


async def shout(reader, writer):
    while line := await reader.readline():
        await asyncio.sleep(0.1)
        writer.write(line.upper())
        await writer.drain()
    writer.close()
    await writer.wait_closed()


async def talk(words, pause):
    reader, writer = await asyncio.open_connection("127.0.0.1", 8765)
    for word in words:
        writer.write(f"{word}\n".encode())
        answer = await reader.readline()
        print(f"{word} -> {answer.decode().strip()}")
        await asyncio.sleep(pause)
    writer.close()
    await writer.wait_closed()


async def main():
    server = await asyncio.start_server(shout, "127.0.0.1", 8765)
    async with server:
        await asyncio.gather(talk(["hello", "world"], 0.5), talk(["bonjour", "monde"], 0.7))


asyncio.run(main())
