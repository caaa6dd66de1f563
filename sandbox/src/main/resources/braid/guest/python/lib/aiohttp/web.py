"""The server of `aiohttp`: refused, because nobody outside could ask it anything."""

from _braid_os import refusing as _refusing

braid_refusal = "nobody could ask a server here; asyncio.start_server answers the program itself"


def __getattr__(name):
    if name.startswith("__"):
        raise AttributeError(name)
    return _refusing(f"aiohttp.web.{name}", braid_refusal)
