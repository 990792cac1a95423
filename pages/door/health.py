"""Whether the dashboard is ready, for whoever restarts it or sends people to it: the store answers, or does not."""

import asyncio
from time import monotonic

import duckdb
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from pages.door.leading import below
from pages.parts.opened_store import store
from qa_data.scope import of_every_home
from qa_data.store import StoreUnavailable

PATH = "/healthz"
KEPT = 1
"""Seconds that an answer is told again for."""
WAITS = 2
"""Seconds that the store has to answer in."""
READY = 200, "Ready."
NOT_OPENED = 503, "Not ready: the store cannot be opened or read. python -m qa_data doctor says why and what to do."
NOT_YET = 503, "Not ready: the store does not answer yet. It may be being opened, restored or erased from; ask again."


class Health:
    """Answers `/healthz` itself, to whoever asks under one of the server's names, signed in or not."""

    def __init__(self, app: ASGIApp) -> None:
        self.app, self._until, self._told = app, 0.0, READY
        self._asking: asyncio.Future[tuple[int, str]] | None = None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or below(scope) != PATH:
            return await self.app(scope, receive, send)
        status, sentence = await self._now()
        await PlainTextResponse(f"{sentence}\n", status)(scope, receive, send)

    async def _now(self) -> tuple[int, str]:
        """What the store said within the last second; else what it says now. One question at a time, however many
        ask and however long it takes.
        """
        if monotonic() < self._until:
            return self._told
        self._asking = self._asking or asyncio.ensure_future(asyncio.to_thread(answers))
        done, _ = await asyncio.wait({self._asking}, timeout=WAITS)
        if not done:
            return NOT_YET
        self._asking = None
        self._told, self._until = done.pop().result(), monotonic() + KEPT
        return self._told


def answers() -> tuple[int, str]:
    """Whether the store answers: a status and a sentence that names no file."""
    try:
        store().rows(of_every_home(), "select 1")
        return READY
    except (StoreUnavailable, duckdb.Error, OSError):
        return NOT_OPENED
