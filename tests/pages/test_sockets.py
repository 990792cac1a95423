"""The socket of one page, as the server beneath Streamlit has it: where the browser goes, and where it speaks words."""

import asyncio
from contextlib import suppress

import pytest
from starlette.websockets import WebSocket, WebSocketDisconnect
from streamlit.proto.BackMsg_pb2 import BackMsg

from pages.door.sockets import NO_WORDS, Socket

CONNECT = {"type": "websocket.connect"}
GONE = {"type": "websocket.disconnect", "code": 1005}


def beaten() -> bytes:
    asked = BackMsg()
    asked.app_heartbeat = True
    return asked.SerializeToString()


def page(told: list[dict], *heard: dict, gone: bool = False) -> WebSocket:
    """A page's socket on which the browser says what is heard, in turn; from its acceptance on it may be gone."""
    coming = iter(heard)

    async def receive():
        return next(coming)

    async def send(message):
        told.append(message)
        if gone and message["type"] == "websocket.send":
            raise OSError("The browser has gone.")

    socket = Socket("ada", receive, send)
    return WebSocket({"type": "websocket", "headers": []}, socket.heard, socket.said)


async def spoken(on: WebSocket) -> bytes:
    await on.accept()
    with suppress(WebSocketDisconnect):  # What is sent is sent beside what is heard, and ends by itself.
        await on.send_bytes(b"")
    return await on.receive_bytes()


def test_what_a_page_says_is_heard():
    said = {"type": "websocket.receive", "bytes": beaten()}
    assert asyncio.run(spoken(page([], CONNECT, said))) == beaten()


def test_a_browser_that_goes_while_it_is_sent_something_has_gone_and_is_no_error():
    told: list[dict] = []
    with pytest.raises(WebSocketDisconnect):
        asyncio.run(spoken(page(told, CONNECT, GONE, gone=True)))
    assert [each["type"] for each in told] == ["websocket.accept", "websocket.send"]


def test_who_speaks_words_is_sent_away():
    told: list[dict] = []
    with pytest.raises(WebSocketDisconnect) as ended:
        asyncio.run(spoken(page(told, CONNECT, {"type": "websocket.receive", "text": "words"})))
    assert ended.value.code == NO_WORDS and told[-1] == {"type": "websocket.close", "code": NO_WORDS}
