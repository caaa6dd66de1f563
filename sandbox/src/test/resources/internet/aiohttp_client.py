"""The client of aiohttp against the simulated internet."""
import asyncio
import time

import aiohttp


async def failing(session, url, **options):
    try:
        async with session.get(url, **options) as response:
            response.raise_for_status()
    except Exception as error:
        return error
    raise AssertionError("no error")


async def test_answers(session):
    response = await session.get("https://httpbin.org/get", params={"a": 1, "b": "x y"})
    assert (response.status, response.reason, response.ok) == (200, "OK", True)
    assert str(response.url) == "https://httpbin.org/get?a=1&b=x+y"
    assert response.content_type == "application/json" and response.charset == "utf-8"
    assert (await response.json())["args"] == {"a": "1", "b": "x y"}
    async with session.post("https://httpbin.org/post", json={"k": [1]}) as response:
        assert (await response.json())["json"] == {"k": [1]}
    async with session.post("https://httpbin.org/post", data={"k": "v"}) as response:
        assert (await response.json())["form"] == {"k": "v"}
    for method in ("put", "patch", "delete"):
        async with session.request(method, f"https://httpbin.org/{method}") as response:
            assert response.status == 200
    async with session.head("http://example.com/") as response:
        assert await response.read() == b"" and int(response.headers["content-LENGTH"]) > 0
    async with session.get("http://redirect.test/") as response:
        assert [each.status for each in response.history] == [302]
        assert response.url.host == "example.com"
    async with session.get("http://size-5000.test/") as response:
        assert [len(each) async for each in response.content.iter_chunked(2048)] == \
            [2048, 2048, 904]
    async with aiohttp.request("GET", "http://example.com/") as response:
        assert "<html>" in await response.text()


async def test_failures(session):
    error = await failing(session, "http://status-404.test/")
    assert isinstance(error, aiohttp.ClientResponseError) and error.status == 404
    assert str(error) == "404, message='Not Found', url='http://status-404.test/'"
    error = await failing(session, "http://down.test/")
    assert isinstance(error, aiohttp.ClientConnectorError) and error.host == "down.test"
    assert isinstance(await failing(session, "http://unknown.test/"),
                      aiohttp.ClientConnectorDNSError)
    assert isinstance(await failing(session, "http://reset.test/"), aiohttp.ClientOSError)
    assert str(await failing(session, "http://closing.test/")) == "Server disconnected"
    assert isinstance(await failing(session, "no address"), aiohttp.InvalidURL)
    begun = time.perf_counter()
    error = await failing(session, "http://slow.test/", timeout=aiohttp.ClientTimeout(total=2))
    assert type(error) is asyncio.TimeoutError and 2 <= time.perf_counter() - begun < 2.1
    error = await failing(session, "http://slow.test/", timeout=aiohttp.ClientTimeout(sock_read=1))
    assert isinstance(error, aiohttp.ServerTimeoutError)
    async with session.get("http://example.com/") as response:
        try:
            await response.json()
            raise AssertionError("no error")
        except aiohttp.ContentTypeError as error:
            assert error.message == \
                "Attempt to decode JSON with unexpected mimetype: text/html; charset=utf-8"
    try:
        await (await session.get("http://redirect.test/", allow_redirects=False)).json(
            content_type=None)
    except ValueError:
        pass


async def test_limits():
    begun = time.perf_counter()
    async with aiohttp.ClientSession("http://slow-1.test/",
                                     connector=aiohttp.TCPConnector(limit=2)) as session:
        pages = await asyncio.gather(*(session.get(f"page/{n}") for n in range(6)))
        assert [page.url.path for page in pages] == [f"/page/{n}" for n in range(6)]
    assert 3 <= time.perf_counter() - begun < 3.2
    begun = time.perf_counter()
    async with aiohttp.ClientSession() as session:
        await asyncio.gather(*(session.get(f"http://slow-1.test/{n}") for n in range(50)))
    assert 1 <= time.perf_counter() - begun < 1.2
    try:
        await session.get("http://example.com/")
        raise AssertionError("no error")
    except RuntimeError as error:
        assert str(error) == "Session is closed"


async def main():
    async with aiohttp.ClientSession() as session:
        await test_answers(session)
        await test_failures(session)
    await test_limits()


asyncio.run(main())
print("ok")
