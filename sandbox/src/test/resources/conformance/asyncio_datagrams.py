"""Datagrams and Unix sockets of an event loop, within the program."""
import asyncio
import os


class Echo(asyncio.DatagramProtocol):
    def connection_made(self, transport):
        self.transport = transport

    def datagram_received(self, data, address):
        self.transport.sendto(data.upper(), address)


class Asker(asyncio.DatagramProtocol):
    def __init__(self, done):
        self.done, self.said = done, []

    def connection_made(self, transport):
        self.transport = transport
        transport.sendto(b"one")
        transport.sendto(b"two")

    def datagram_received(self, data, address):
        self.said.append(data)
        if len(self.said) == 2:
            self.transport.close()

    def connection_lost(self, error):
        self.done.set_result(error)


async def test_datagrams():
    loop = asyncio.get_running_loop()
    server, _ = await loop.create_datagram_endpoint(Echo, local_addr=("127.0.0.1", 0))
    address = server.get_extra_info("sockname")
    assert address[0] == "127.0.0.1" and address[1] > 0
    done = loop.create_future()
    client, asker = await loop.create_datagram_endpoint(lambda: Asker(done), remote_addr=address)
    assert isinstance(client, asyncio.DatagramTransport)
    assert await asyncio.wait_for(done, 5) is None and asker.said == [b"ONE", b"TWO"]
    assert client.is_closing() and not server.is_closing()
    try:
        server.sendto("text", address)
        raise AssertionError("no error")
    except TypeError as error:
        assert "data argument must be a bytes-like object, not 'str'" in str(error)
    server.close()


async def shout(reader, writer):
    writer.write((await reader.readline()).upper())
    await writer.drain()
    writer.close()


async def test_unix_sockets():
    path = os.path.join("/tmp", f"conformance-{os.getpid()}.sock")
    server = await asyncio.start_unix_server(shout, path)
    async with server:
        reader, writer = await asyncio.open_unix_connection(path)
        writer.write(b"hello\n")
        assert await reader.read() == b"HELLO\n"
        writer.close()
    try:
        await asyncio.open_unix_connection(path + ".none")
        raise AssertionError("connected")
    except FileNotFoundError:
        pass


async def main():
    await test_datagrams()
    await test_unix_sockets()


asyncio.run(main())
print("ok")
