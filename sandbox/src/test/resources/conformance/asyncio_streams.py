# asyncio: streams between tasks of one program.
import asyncio


async def serve(handler):
    server = await asyncio.start_server(handler, "127.0.0.1", 0)
    return server, server.sockets[0].getsockname()[1]


async def test_echo():
    async def echo(reader, writer):
        while line := await reader.readline():
            writer.write(line.upper())
            await writer.drain()
        writer.close()
        await writer.wait_closed()

    server, port = await serve(echo)
    async with server:
        assert server.is_serving()
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        assert writer.get_extra_info("peername") == ("127.0.0.1", port)
        writer.writelines([b"one\n", b"two\n"])
        assert await reader.readline() == b"ONE\n"
        assert await reader.readuntil(b"O") == b"TWO"
        writer.write_eof()
        assert await reader.read() == b"\n" and reader.at_eof()
        writer.close()
        await writer.wait_closed()
        assert writer.is_closing()
    assert not server.is_serving()
    try:
        await asyncio.open_connection("127.0.0.1", port)
    except ConnectionRefusedError as error:
        assert error.errno is not None
    else:
        raise AssertionError("nobody listens")


async def test_reading():
    async def talk(reader, writer):
        writer.write(b"0123456789")
        await asyncio.sleep(0.01)
        writer.write(b"abc")
        writer.close()

    server, port = await serve(talk)
    async with server:
        reader, writer = await asyncio.open_connection("localhost", port)
        assert await reader.readexactly(4) == b"0123"
        assert await reader.read(3) == b"456"
        assert await reader.readexactly(6) == b"789abc"
        try:
            await reader.readexactly(1)
        except asyncio.IncompleteReadError as error:
            assert error.partial == b"" and error.expected == 1
        else:
            raise AssertionError("more to read")
        writer.close()


async def test_many_clients():
    async def add(reader, writer):
        a, b = (await reader.readline()).split()
        writer.write(b"%d\n" % (int(a) + int(b)))
        await writer.drain()
        writer.close()

    async def ask(port, a, b):
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        writer.write(b"%d %d\n" % (a, b))
        answer = int(await reader.readline())
        writer.close()
        return answer

    server, port = await serve(add)
    async with server:
        answers = await asyncio.gather(*(ask(port, n, n) for n in range(5)))
    assert answers == [0, 2, 4, 6, 8]


async def test_a_protocol():
    lost = asyncio.get_running_loop().create_future()

    class Echo(asyncio.Protocol):
        def connection_made(self, transport):
            self.transport = transport

        def data_received(self, data):
            self.transport.write(data[::-1])
            self.transport.close()

    class Client(asyncio.Protocol):
        data = b""

        def connection_made(self, transport):
            transport.write(b"abc")

        def data_received(self, data):
            self.data += data

        def connection_lost(self, error):
            lost.set_result((self.data, error))

    loop = asyncio.get_running_loop()
    server = await loop.create_server(Echo, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    await loop.create_connection(Client, "127.0.0.1", port)
    assert await lost == (b"cba", None)
    server.close()
    await server.wait_closed()


async def main():
    for name, test in list(globals().items()):
        if name.startswith("test_"):
            await test()


asyncio.run(main())
print("ok")
