"""Under which names, and to which pages, the dashboard answers: rebinding and other people's pages."""

import socket

import pytest
from websockets.exceptions import InvalidHandshake, WebSocketException

from tests.attacks.visitor import Visitor, closed
from tests.patience import PATIENCE

FOREIGN = [
    "evil.example",
    "evil.example:{port}",
    "127.0.0.1.evil.example:{port}",
    "localhost.evil.example",
    "evil.example@127.0.0.1:{port}",
    "127.0.0.1:{port}@evil.example",
    "0.0.0.0:{port}",
    "192.168.1.20:{port}",
    "[::ffff:192.168.1.20]:{port}",
    "localhost,evil.example",
    "localhost evil.example",
    "localhost/evil.example",
    "localhost:{port}/evil.example",
    "localhost:{port}?evil.example",
    "localhost:{port}#evil.example",
    "localhost:{port}:80",
    "localhost:99999",
    "localhost..",
    "share.streamlit.io",
    "",
]
OURS = ["127.0.0.1:{port}", "localhost:{port}", "LOCALHOST:{port}", "localhost.:{port}", "[::1]:{port}", "localhost"]


@pytest.mark.parametrize("host", FOREIGN)
@pytest.mark.parametrize("path", ["/", "/_stcore/health", "/_stcore/host-config", "/media/x", "/static/js/index.js"])
def test_another_name_is_not_answered(visitor, host, path):
    assert visitor.ask("GET", path, {"Host": host.format(port=visitor.port)}).status == 421


@pytest.mark.parametrize("host", OURS)
def test_this_machines_own_names_are(visitor, host):
    assert visitor.ask("GET", "/", {"Host": host.format(port=visitor.port)}).status == 200


@pytest.mark.parametrize(
    "line",
    ["GET / HTTP/1.0\r\n\r\n", "GET / HTTP/1.1\r\nHost: localhost\r\nHost: evil.example\r\n\r\n"],
    ids=["none", "two"],
)
def test_no_name_or_two_are_refused(address, line):
    with socket.create_connection(("127.0.0.1", Visitor(address).port), timeout=PATIENCE) as asking:
        asking.sendall(line.encode())
        assert asking.recv(100).split()[1] in (b"400", b"421")


def test_a_name_beside_the_first_changes_nothing(visitor):
    told = visitor.ask("GET", "/", {"Host": "evil.example", "X-Forwarded-Host": "localhost"})
    assert told.status == 421


def test_what_a_proxy_passes_on_is_not_answered_where_nobody_signs_in(visitor):
    assert visitor.ask("GET", "/", {"X-Forwarded-For": "192.168.1.20"}).status == 403


FOREIGN_PAGES = [
    "http://evil.example",
    "https://share.streamlit.io",
    "https://a.streamlit.app",
    "http://127.0.0.1",
    "http://127.0.0.1:1",
    "http://localhost:3000",
    "http://localhost:{port}",
    "http://[::1]:{port}",
    "http://127.0.0.1:{port}.evil.example",
    "http://127.0.0.1:{port}@evil.example",
    "http://evil.example@127.0.0.1:{port}",
    "http://127.0.0.1:{port}/",
    "http://127.0.0.1:{port}#",
    "ftp://127.0.0.1:{port}",
    "null",
    "",
    "file://",
    None,
]


@pytest.mark.parametrize("origin", FOREIGN_PAGES)
def test_a_socket_is_opened_for_the_pages_own_origin_alone(visitor, origin):
    with pytest.raises(InvalidHandshake):
        visitor.socket(Origin=origin and origin.format(port=visitor.port))


@pytest.mark.parametrize("host", ["127.0.0.1:{port}", "localhost:{port}", "[::1]:{port}"])
def test_and_for_that_under_each_name(visitor, host):
    host = host.format(port=visitor.port)
    with visitor.socket(Host=host, Origin=f"http://{host}") as page:
        assert page.subprotocol == "streamlit"


@pytest.mark.parametrize("host", FOREIGN[:4])
def test_a_rebound_page_opens_no_socket(visitor, host):
    host = host.format(port=visitor.port)
    with pytest.raises(WebSocketException):
        visitor.socket(Host=host, Origin=f"http://{host}")


@pytest.mark.parametrize(
    "path", ["/", "/upload", "/_stcore/health", "/media/x", "/_stcore/stream/", "//_stcore/stream"]
)
def test_no_other_path_has_a_socket(visitor, path):
    with pytest.raises(InvalidHandshake):
        visitor.socket(path)


@pytest.mark.parametrize("site", ["cross-site", "same-site"])
@pytest.mark.parametrize("path", ["/_stcore/host-config", "/", "/static/js/index.js"])
def test_another_page_fetches_nothing(visitor, site, path):
    fetched = {"Sec-Fetch-Site": site, "Sec-Fetch-Mode": "no-cors", "Sec-Fetch-Dest": "script"}
    assert visitor.ask("GET", path, fetched).status == 403


def test_but_may_link_here(visitor):
    followed = {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate", "Sec-Fetch-Dest": "document"}
    assert visitor.ask("GET", "/upload", followed).status == 200
    assert visitor.ask("GET", "/upload", followed | {"Sec-Fetch-Dest": "iframe"}).status == 403


def test_a_socket_that_speaks_text_is_closed(visitor):
    with visitor.socket() as page:
        page.send("text")
        assert closed(page)
