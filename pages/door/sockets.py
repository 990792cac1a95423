"""The socket between a page and its session: whose it is, and what a browser may ask of the server through it."""

from google.protobuf.message import DecodeError
from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from pages.door import ending, owners

ASKED = {"rerun_script", "stop_script", "file_urls_request", "app_heartbeat", "backend_operation_request"}
"""Clearing the caches would clear everybody's; the rest is for those who write programs."""
OPERATIONS = {"deferred_file", "dataframe_chunk"}
"""The others write into the folders of the account that the server runs as."""
PROTOCOLS = "sec-websocket-protocol"


class Socket:
    """One page's socket: what comes in and goes out."""

    def __init__(self, whose: str, receive: Receive, send: Send) -> None:
        self.whose, self._receive, self._send = whose, receive, send
        self.session: str | None = None

    async def heard(self) -> Message:
        """The next message that a page has a use for; any other is dropped."""
        while True:
            message = await self._receive()
            if message["type"] != "websocket.receive" or _of_use(message.get("bytes")):
                return message

    async def said(self, message: Message) -> None:
        """Sends on, having noted whose session it is and which files it may take."""
        payload = message.get("bytes") or b""
        if payload and (self.session is None or b"/media/" in payload):
            self._note(ForwardMsg.FromString(payload))
        await self._send(message)

    def _note(self, told: ForwardMsg) -> None:
        if told.HasField("new_session"):
            self.session = told.new_session.initialize.session_id
            owners.opened(self.session, self.whose)
            ending.stays(self.session)
        if self.session and (file := _file(told)):
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


def _of_use(payload: bytes | None) -> bool:
    if payload is None:
        return True  # Words instead of a message: Streamlit ends the socket over them, as over what is no message.
    try:
        asked = BackMsg.FromString(payload)
    except DecodeError:
        return True
    what = asked.WhichOneof("type")
    if what == "backend_operation_request":
        return asked.backend_operation_request.WhichOneof("payload") in OPERATIONS
    return what in ASKED


def _file(told: ForwardMsg) -> str:
    """The last part of the address of a file to take away, where the message gives one."""
    made = told.backend_operation_response.deferred_file.url
    return (made or told.delta.new_element.download_button.url).rpartition("/")[2]
