"""Somebody who talks to the dashboard without a browser: one line of HTTP, or a page's socket, as they like."""

import http.client
import re
import socket
from urllib.parse import urlsplit

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.exceptions import ConnectionClosed
from websockets.sync.client import ClientConnection, connect

from tests.patience import PATIENCE

BOUNDARY = "a-boundary"


class Visitor:
    """A browser's cookies and its requests, with whatever headers the attack needs."""

    def __init__(self, address: str) -> None:
        self.place = urlsplit(address).netloc
        self.port = urlsplit(address).port
        self.cookies: dict[str, str] = {}
        self.page: ClientConnection | None = None

    def ask(self, method: str, path: str, headers: dict | None = None, body=None) -> http.client.HTTPResponse:
        """The answer, read; cookies are kept and sent, Host is this place unless told otherwise (None: not sent)."""
        sent = {"Host": self.place, "Cookie": self.cookie()} | (headers or {})
        asking = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        asking.putrequest(method, path, skip_host=True, skip_accept_encoding=True)
        if body is not None and "Transfer-Encoding" not in sent:
            sent = {"Content-Length": str(len(body))} | sent
        for name, value in sent.items():
            if value is not None:
                asking.putheader(name, value)
        asking.endheaders(body)
        return self._read(asking)

    def _read(self, asking: http.client.HTTPConnection) -> http.client.HTTPResponse:
        answer = asking.getresponse()
        answer.body = answer.read()
        for each in answer.headers.get_all("set-cookie") or []:
            name, _, value = each.partition(";")[0].partition("=")
            self.cookies[name] = value
        asking.close()
        return answer

    def cookie(self) -> str:
        return "; ".join(f"{name}={value}" for name, value in self.cookies.items())

    def greet(self) -> "Visitor":
        """Asks for what a page asks for before it opens its socket."""
        self.ask("GET", "/_stcore/health")
        self.ask("GET", "/_stcore/host-config")
        return self

    def socket(self, path: str = "/_stcore/stream", session: str | None = None, **headers) -> ClientConnection:
        """An open socket, with these headers beside or instead of a page's."""
        host = headers.pop("Host", self.place)
        origin = headers.pop("Origin", f"http://{host}")
        sent = {"Cookie": self.cookie(), "Origin": origin} | headers
        way_in = socket.create_connection(("127.0.0.1", self.port), timeout=PATIENCE)
        spoken = ["streamlit", self.cookies.get("_streamlit_xsrf", "none"), *([session] if session else [])]
        return connect(
            f"ws://{host}{path}",
            sock=way_in,
            subprotocols=spoken,
            additional_headers=[(name, value) for name, value in sent.items() if value is not None],
            max_size=None,
            max_queue=None,
            compression=None,
            proxy=None,
            legacy=True,
        )

    def opens(self, page: str, session: str | None = None) -> str:
        """Opens a page as a browser does; the session's id, once all of it is drawn."""
        self.page = self.socket(session=session)
        self.messages = self.draws(page)
        return self.messages[0].new_session.initialize.session_id

    def draws(self, page: str) -> list[ForwardMsg]:
        """What the server sends to draw the page."""
        asked = BackMsg()
        asked.rerun_script.page_name = page
        self.page.send(asked.SerializeToString())
        return self.until("script_finished")

    def until(self, what: str) -> list[ForwardMsg]:
        """The messages up to one of that kind; a run that ends early for another one has not yet drawn the page."""
        told = []
        early = ForwardMsg.FINISHED_EARLY_FOR_RERUN
        while not told or told[-1].WhichOneof("type") != what or told[-1].script_finished == early:
            told.append(ForwardMsg.FromString(self.page.recv(timeout=PATIENCE)))
        return told

    def takes(self, label: str) -> str:
        """The address that a button of the page gives to take a file from."""
        buttons = [each.delta.new_element.download_button for each in self.messages]
        asked = BackMsg()
        asked.backend_operation_request.session_id = self.messages[0].new_session.initialize.session_id
        asked.backend_operation_request.deferred_file.file_id = next(
            each.deferred_file_id for each in buttons if each.label.startswith(label)
        )
        self.page.send(asked.SerializeToString())
        return self.until("backend_operation_response")[-1].backend_operation_response.deferred_file.url

    def uploads(self, session: str, file: str, content: bytes, chunked: bool = False) -> http.client.HTTPResponse:
        """The answer to a file put where the session's uploads go."""
        body = _form(file, content)
        headers = {
            "Content-Type": f"multipart/form-data; boundary={BOUNDARY}",
            "X-Xsrftoken": self.cookies.get("_streamlit_xsrf", ""),
            "Origin": f"http://{self.place}",
        }
        path = f"/_stcore/upload_file/{session}/{file}"
        return self.ask("PUT", path, headers, body) if not chunked else self._in_pieces(path, headers, body)

    def _in_pieces(self, path: str, headers: dict, body: bytes) -> http.client.HTTPResponse:
        asking = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        pieces = (body[at : at + 2**20] for at in range(0, len(body), 2**20))
        try:
            asking.request(
                "PUT", path, pieces, headers | {"Host": self.place, "Cookie": self.cookie()}, encode_chunked=True
            )
        except (BrokenPipeError, ConnectionResetError):
            pass  # Refused before its end, which is what is looked for.
        return self._read(asking)


def _form(file: str, content: bytes) -> bytes:
    head = f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="file"; filename="{file}.csv"\r\n\r\n'
    return head.encode() + content + f"\r\n--{BOUNDARY}--\r\n".encode()


def words(messages: list[ForwardMsg]) -> str:
    """All that the messages say, as far as it is text."""
    return " ".join(re.findall(r"[ -~’×–]{4,}", " ".join(str(each) for each in messages)))


def closed(page: ClientConnection) -> bool:
    """Whether the server ends the socket."""
    try:
        while True:
            page.recv(timeout=PATIENCE)
    except ConnectionClosed:
        return True
