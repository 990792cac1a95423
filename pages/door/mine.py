"""Uploads and files to take away are answered to whoever they belong to; to others there is no such thing."""

from starlette.datastructures import MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from pages.door import owners
from pages.door.paths import FILES, below, session_of

GREETING = "/_stcore/host-config"
"""What a page asks for before it opens its socket; by then a cookie is sent to the page's own server alone."""


class Mine:
    """Knows browsers by a cookie of their own, and asks it of every upload and file."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            return await self.app(scope, receive, send)
        if not _theirs(scope):
            return await PlainTextResponse("Not found", 404)(scope, receive, send)
        await self.app(scope, receive, _greeting(scope, send) if _to_be_greeted(scope) else send)


def _theirs(scope: Scope) -> bool:
    if session := session_of(scope):
        return owners.belongs(session, owners.owner(scope))
    file = below(scope, FILES)
    return file is None or owners.may_take(owners.owner(scope), file)


def _to_be_greeted(scope: Scope) -> bool:
    return scope["path"].endswith(GREETING) and owners.owner(scope) is None


def _greeting(scope: Scope, send: Send) -> Send:
    async def said(message: Message) -> None:
        if message["type"] == "http.response.start":
            MutableHeaders(scope=message).append("set-cookie", owners.new_cookie(scope))
        await send(message)

    return said
