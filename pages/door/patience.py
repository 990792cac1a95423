"""How long and how much the server listens to somebody who has not asked for anything yet."""

from asyncio import BaseTransport, TimerHandle

import h11
from uvicorn.config import Config
from uvicorn.protocols.http.h11_impl import H11Protocol

HEADERS = 10
"""Seconds for the lines that begin a request."""
MOST = 500
"""Connections at a time; those beyond are told to come back."""
MESSAGE = 26_000_000
"""Bytes of one message from a page: what Streamlit reads of the state of its widgets, and what stands around it."""


def limit(server: Config) -> None:
    """Sets the limits on a server whose port is not open yet."""
    server.limit_concurrency = server.limit_concurrency or MOST
    server.ws_max_size = min(server.ws_max_size, MESSAGE)
    if isinstance(server.http_protocol_class, type) and issubclass(server.http_protocol_class, H11Protocol):
        server.http_protocol_class = Impatient


class Impatient(H11Protocol):
    """Hangs up on whoever does not come to the end of a request's first lines."""

    waiting: TimerHandle | None = None

    def connection_made(self, transport: BaseTransport) -> None:
        """A request must begin now."""
        super().connection_made(transport)
        self._wait()

    def data_received(self, data: bytes) -> None:
        """Its first lines are over, or must soon be."""
        super().data_received(data)
        if self.conn.their_state is h11.IDLE:
            self._wait()
        else:
            self._calm()

    def connection_lost(self, exc: Exception | None) -> None:
        """Nothing is waited for any more."""
        self._calm()
        super().connection_lost(exc)

    def _wait(self) -> None:
        self.waiting = self.waiting or self.loop.call_later(HEADERS, self.transport.close)

    def _calm(self) -> None:
        if self.waiting:
            self.waiting.cancel()
            self.waiting = None
