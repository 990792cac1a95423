"""How much may be uploaded: counted as it comes, a body without a length too, with a sentence where it is too much."""

import asyncio
import os
from collections import Counter
from contextlib import suppress

from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit import config
from streamlit.runtime import get_instance

from pages.door.paths import session_of
from pages.parts.upload import refused
from qa_data.environment import UPLOADS_MB
from qa_data.telling import tell

MEGABYTE = 1024 * 1024
FRAME = MEGABYTE
"""What a form may need around a file."""
REST = 100 * MEGABYTE
"""So much of what is refused is let go by."""
SESSION_BYTES = 200 * MEGABYTE
SESSION_FILES = 20
IN_ALL_UNLESS_TOLD = 1000
SILENCE = 30
LONGEST = 900
"""Seconds: between two pieces of a body, and for all of it."""

_COMING: Counter[str] = Counter()
_FILES_COMING: Counter[str] = Counter()


class TooMuch(Exception):
    """An upload that may not go on; says why."""


class Quota:
    """Counts every upload, and ends it where it may not go on."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        session = session_of(scope) if scope["type"] == "http" and scope["method"] == "PUT" else None
        if session is None:
            return await self.app(scope, receive, send)
        refused.forget(session)
        upload, length = Upload(session, receive), _announced(scope)
        try:
            upload.expect(length)
            async with asyncio.timeout(LONGEST):
                await self.app(scope, upload.metered, send)
        except (TooMuch, TimeoutError) as why:
            told = str(why) or "The upload stood still for too long. Try it again."
            refused.say(session, told)
            tell("refusal", code="quota", status=413)
            await upload.rest(length)
            await PlainTextResponse(told, 413, {"Connection": "close"})(scope, receive, send)
        finally:
            upload.over()


class Upload:
    """One upload while it comes."""

    def __init__(self, session: str, receive: Receive) -> None:
        self.session, self._receive, self.bytes = session, receive, 0
        _FILES_COMING[session] += 1

    def expect(self, more: int) -> None:
        """Raises TooMuch where so many bytes more may not come."""
        files, held = _held(self.session)
        if files + _FILES_COMING[self.session] > SESSION_FILES:
            raise TooMuch(
                f"Not uploaded: {SESSION_FILES} files are uploaded here already. Take out those that are loaded (×), or"
                " reload the page, and choose the file again."
            )
        if self.bytes + more > config.get_option("server.maxUploadSize") * MEGABYTE + FRAME:
            raise TooMuch("Not uploaded: the file is larger than 50 MB. Split it, and upload the parts.")
        if held + _COMING[self.session] + more > SESSION_BYTES:
            raise TooMuch(
                f"Not uploaded: together the files here would be more than {SESSION_BYTES // MEGABYTE} MB. Take out"
                " those that are loaded (×), or reload the page, and choose the file again."
            )
        if _held_in_all() + _COMING.total() + more > _most_in_all():
            raise TooMuch("Not uploaded: others are uploading too much just now. Try again in two minutes.")

    async def metered(self) -> Message:
        """The next piece of the body."""
        message = await asyncio.wait_for(self._receive(), SILENCE)
        size = len(message.get("body", b""))
        self.expect(size)
        self.bytes += size
        _COMING[self.session] += size
        return message

    async def rest(self, announced: int) -> None:
        """Lets go by what a browser still sends, so that it hears the answer; of what has no end not all."""
        left = REST if announced <= REST else 0
        with suppress(TimeoutError):
            while left > 0:
                message = await asyncio.wait_for(self._receive(), SILENCE)
                if not message.get("more_body"):
                    return
                left -= len(message["body"])

    def over(self) -> None:
        """What came is counted as held from now on, or is gone."""
        for count, amount in ((_COMING, self.bytes), (_FILES_COMING, 1)):
            count[self.session] -= amount
            if not count[self.session]:
                del count[self.session]


def _announced(scope: Scope) -> int:
    told = Headers(scope=scope).get("content-length", "")
    return int(told) if told.isdecimal() else 0


def _held(session: str) -> tuple[int, int]:
    files = list(_stored().get(session, {}).values())
    return len(files), sum(len(each.data) for each in files)


def _held_in_all() -> int:
    return sum(len(each.data) for files in list(_stored().values()) for each in list(files.values()))


def _stored() -> dict:
    return get_instance().uploaded_file_mgr.file_storage


def _most_in_all() -> int:
    return int(os.environ.get(UPLOADS_MB) or IN_ALL_UNLESS_TOLD) * MEGABYTE
