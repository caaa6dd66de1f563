"""Stand-in for `asyncio.log`: the logger, made when something is first logged."""

from _braid_asyncio import LaterLogger

logger = LaterLogger("asyncio")
