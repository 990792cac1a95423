"""Has the log and the counters hear what happens while the dashboard is served, and tells them of every request."""

import logging
from time import perf_counter

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from pages.door import counters, monitor
from pages.door.health import PATH
from pages.door.leading import below
from pages.door.log import logged
from pages.door.paths import ANSWERED
from pages.parts.front import ARRIVAL
from pages.parts.registered import REGISTERED
from qa_data.telling import HEARERS, since, tell

OTHER = "other"
"""Whatever else somebody may have typed: an address can hold any word."""


class Told:
    """Outermost, so that what is refused is told, too."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan":
            await self.app(scope, receive, _of_life(send))
        elif scope["type"] == "http":
            await self._asked(scope, receive, send)
        else:
            await self.app(scope, receive, send)

    async def _asked(self, scope: Scope, receive: Receive, send: Send) -> None:
        begun, status = perf_counter(), 500

        async def said(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
            await send(message)

        try:
            await self.app(scope, receive, said)
        finally:
            tell("request", page=page_of(below(scope)), status=status, ms=since(begun))


def page_of(path: str) -> str:
    """The page of the path, or what of the server it is; never a word that is not of the program."""
    first = path.strip("/").partition("/")[0] or ARRIVAL
    return first if first in REGISTERED or first in ANSWERED or path == PATH else OTHER


def _of_life(send: Send) -> Send:
    """What the server does at its start and end, told once it is done."""

    async def said(message: Message) -> None:
        if message["type"] == "lifespan.startup.complete":
            _begin()
        if message["type"] == "lifespan.shutdown.complete":
            tell("end")
            monitor.close()
        await send(message)

    return said


def _begin() -> None:
    logging.getLogger("uvicorn.access").disabled = True  # It writes down what stands in addresses.
    HEARERS[:] = [logged, counters.counted]
    monitor.open_if_asked()
    tell("start")
