"""The socket between a page and its session: whose it is, and what a browser may ask of the server through it."""

from contextlib import suppress

from google.protobuf.message import DecodeError
from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit.proto.BackMsg_pb2 import BackendOperationRequest, BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from pages.door import ending, owners

ASKED = {"rerun_script", "stop_script", "file_urls_request", "app_heartbeat", "backend_operation_request"}
"""Clearing the caches would clear everybody's; the rest is for those who write programs."""
OPERATIONS = {"deferred_file", "dataframe_chunk"}
"""Streamlit itself asks whose table a chunk is of, not whose file is to be made. The others write into the folders of
the account that the server runs as.
"""
PROTOCOLS = "sec-websocket-protocol"
NO_WORDS = 1003
"""The socket's way to say: of this kind nothing is taken (RFC 6455, 7.4.1)."""


class Socket:
    """One page's socket: what comes in and goes out."""

    def __init__(self, whose: str, receive: Receive, send: Send) -> None:
        self.whose, self._receive, self._send = whose, receive, send
        self.session: str | None = None

    async def heard(self) -> Message:
        """The next message that a page has a use for; any other is dropped. Who sends words instead is sent away."""
        while True:
            message = await self._receive()
            if message["type"] != "websocket.receive":
                return message
            if (payload := message.get("bytes")) is None:
                await self._send({"type": "websocket.close", "code": NO_WORDS})
                return {"type": "websocket.disconnect", "code": NO_WORDS}
            if self._of_use(payload):
                return message

    def _of_use(self, payload: bytes) -> bool:
        try:
            asked = BackMsg.FromString(payload)
        except DecodeError:
            return True  # Streamlit ends the socket over what is no message.
        what = asked.WhichOneof("type")
        return self._may(asked.backend_operation_request) if what == "backend_operation_request" else what in ASKED

    def _may(self, asked: BackendOperationRequest) -> bool:
        """Whether the operation is one that a page needs; a file is made by a button of this very session alone."""
        what = asked.WhichOneof("payload")
        if what == "deferred_file":
            return self.session is not None and owners.given(self.session, asked.deferred_file.file_id)
        return what in OPERATIONS

    async def said(self, message: Message) -> None:
        """Sends on, having noted whose session it is and which files it may take. Of a browser that has gone the next
        message heard tells: an error would have Streamlit close what is closed.
        """
        payload = message.get("bytes") or b""
        if payload:
            self._note(ForwardMsg.FromString(payload))
        with suppress(OSError):
            await self._send(message)

    def _note(self, told: ForwardMsg) -> None:
        if told.HasField("new_session"):
            self.session = told.new_session.initialize.session_id
            owners.opened(self.session, self.whose)
            ending.stays(self.session)
        if self.session:
            for file in _files(told):
                owners.made(self.session, file)


class Sockets:
    """Lets in a known browser alone, and only to sessions of its own."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "websocket":
            return await self.app(scope, receive, send)
        if not (whose := owners.owner(scope)):
            return await send({"type": "websocket.close", "code": 1008, "reason": "Open the dashboard's page first."})
        _drop_anothers(scope, whose)
        socket = Socket(whose, receive, send)
        try:
            await self.app(scope, socket.heard, socket.said)
        finally:
            if socket.session:
                ending.soon(socket.session)


def _drop_anothers(scope: Scope, whose: str) -> None:
    """A browser that names a session which is not its own gets a new one, as one that names none does."""
    asked = [each.strip() for each in Headers(scope=scope).get(PROTOCOLS, "").split(",")]
    if len(asked) > 2 and owners.known(asked[2]) and not owners.belongs(asked[2], whose):
        MutableHeaders(scope=scope)[PROTOCOLS] = ", ".join(asked[:2])


def _files(told: ForwardMsg) -> set[str]:
    """The last part of the address of a file to take away, or the id of one to be made, where the message gives it."""
    button = told.delta.new_element.download_button
    made = told.backend_operation_response.deferred_file.url or button.url
    return {each for each in (made.rpartition("/")[2], button.deferred_file_id) if each}
