"""Nobody comes past here who has not signed in: no page, no socket, no upload, no file."""

import asyncio
import re
import sqlite3
from urllib.parse import quote

from starlette.datastructures import Headers
from starlette.requests import HTTPConnection
from starlette.responses import JSONResponse, PlainTextResponse, RedirectResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit.logger import get_logger
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from pages.door.entering import Entering
from pages.door.hosts import OURS, split
from pages.door.leading import below, by_tls_alone, looked_at, sign_in_page_of
from pages.door.owners import SUBJECT
from pages.door.starting import NOWHERE, WRONG, stop
from pages.parts.access_settings import WrongSetting
from pages.parts.sign_in import SignIn, sign_in
from pages.parts.sign_in_cookies import key
from qa_data.sign_ins import SignIns
from qa_data.sign_ins.file import beside
from qa_data.store import StoreUnavailable, database_path
from qa_data.telling import tell

OPEN = re.compile(r"/(_stcore/health|static/.*|favicon\.png)", re.DOTALL)
"""What holds nobody's data: whether the server lives, and the program's own files."""
EVERY = 1
"""Seconds between two looks at whether the sign-in of an open page still stands."""
OUT, SHORT = b"/auth/logout", 200
"""Where a page is led that signs out, and what the message that leads it is shorter than, in bytes."""
ENDED = "You are not signed in, or your sign-in has ended. Load this page anew to sign in."
"""Shown by a page that wakes when its sign-in is over, as the frontend shows what it can read as JSON."""
UNKNOWN = "Who is signed in cannot be asked just now: the database does not answer. Load this page anew in a minute."


class Guard:
    """Asks every request for its sign-in, and every open socket again and again."""

    def __init__(self, app: ASGIApp) -> None:
        self.app, self.inside = app, _inside(app)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        scope.pop(SUBJECT, None)
        passes = self.inside is None or scope["type"] == "lifespan"
        await (self.app if passes else self.inside)(scope, receive, send)


def _inside(app: ASGIApp) -> "SignedIn | None":
    """The guard that a server where people sign in has; a server whose settings or record are wrong ends here."""
    try:
        signs = sign_in()
        return SignedIn(app, signs, SignIns(database_path(), signs.rules.hours)) if signs else None
    except WrongSetting as wrong:
        stop(WRONG.format(wrong=wrong))
    except (OSError, sqlite3.Error) as wrong:
        stop(WRONG.format(wrong=f"who is signed in cannot be kept in {beside(database_path())} ({wrong})"))
    except StoreUnavailable as wrong:
        stop(NOWHERE.format(wrong=wrong))


class SignedIn:
    """Lets in those whose sign-in stands."""

    def __init__(self, app: ASGIApp, signs: SignIn, record: SignIns) -> None:
        self.app, self.signs, self.record = app, signs, record
        self.entering = Entering(app, signs, record)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        try:
            await self._answered(scope, receive, send)
        except StoreUnavailable as unreached:
            get_logger(__name__).error("Not asked who is signed in: %s", unreached)
            if scope["type"] == "websocket":
                await send(_closed("The database does not answer.", 1013))
            else:
                answer = PlainTextResponse if looked_at(scope) else JSONResponse
                await answer(UNKNOWN, 503)(scope, receive, send)

    async def _answered(self, scope: Scope, receive: Receive, send: Send) -> None:
        found = None if OPEN.fullmatch(below(scope)) else key(self.signs, HTTPConnection(scope).cookies)
        if person := found and await self._person(found):
            scope[SUBJECT] = person
        if scope["type"] == "websocket":
            if not person:
                tell("refusal", code="sign-in", status=403)
            await (self._socket(found, scope, receive, send) if person else send(_closed("Sign in first.")))
        else:
            await self._asked(scope, receive, by_tls_alone(send) if self.signs.secure else send)

    async def _person(self, found: str) -> str | None:
        """Whose sign-in that is, while it stands; a server or a disk that does not answer holds up nobody else."""
        return await asyncio.to_thread(self.record.person, found)

    async def _asked(self, scope: Scope, receive: Receive, send: Send) -> None:
        path = below(scope)
        if elsewhere := _from_the_other_name(self.signs, scope):
            await RedirectResponse(elsewhere, 303)(scope, receive, send)
        elif way := self.entering.ways.get(path):
            await way(scope, receive, send)
        elif SUBJECT in scope or OPEN.fullmatch(path):
            await self.app(scope, receive, send)
        elif looked_at(scope):
            await RedirectResponse(sign_in_page_of(scope), 303)(scope, receive, send)
        else:
            tell("refusal", code="sign-in", status=401)
            await JSONResponse(ENDED, 401)(scope, receive, send)

    async def _socket(self, found: str, scope: Scope, receive: Receive, send: Send) -> None:
        """The page's own socket while the sign-in stands; then the page is sent to the door and the socket closed."""
        over, leaves = asyncio.Event(), asyncio.Event()

        async def heard() -> Message:
            message = await receive()
            if message["type"] == "websocket.receive" and not await self._person(found):
                over.set()
                await asyncio.Event().wait()  # What an ended page asks is never answered.
            return message

        async def said(message: Message) -> None:
            if _leads_out(message):
                leaves.set()  # On its way out already, it must not be turned round.
            if not over.is_set():
                await send(message)

        page, ended = asyncio.create_task(self.app(scope, heard, said)), asyncio.create_task(over.wait())
        try:
            while not page.done() and not over.is_set() and await self._person(found):
                await asyncio.wait({page, ended}, timeout=EVERY, return_when=asyncio.FIRST_COMPLETED)
            if page.done():
                return await page
            over.set()
            if not leaves.is_set():
                await send({"type": "websocket.send", "bytes": _anew()})
            await send(_closed("Signed out."))
        finally:
            for task in (page, ended):
                task.cancel()
            await asyncio.gather(page, ended, return_exceptions=True)


def _closed(why: str, code: int = 1008) -> Message:
    return {"type": "websocket.close", "code": code, "reason": why}


def _leads_out(message: Message) -> bool:
    told = message.get("bytes") or b""
    return len(told) < SHORT and OUT in told and ForwardMsg.FromString(told).HasField("auth_redirect")


def _anew() -> bytes:
    """What has a page loaded anew, which leads to the sign-in page and, after it, back."""
    told = ForwardMsg()
    told.auth_redirect.url = ""
    return told.SerializeToString()


def _from_the_other_name(signs: SignIn, scope: Scope) -> str | None:
    """127.0.0.1 and localhost are one machine, and two places to a browser: who comes by the one that the provider
    does not send people back to is led to the other before anything begins.
    """
    here, there = (split(each) for each in (Headers(scope=scope).get("host", ""), signs.host))
    if not (here and there and {here[0], there[0]} <= OURS) or here[0] == there[0] or not looked_at(scope):
        return None
    query = scope["query_string"].decode("latin-1")
    return f"{signs.origin}{quote(scope['path'])}{query and '?'}{query}"
