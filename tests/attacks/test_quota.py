"""How much may be uploaded, and what a closed page leaves."""

import socket
import time
from pathlib import Path

import pytest

from tests.attacks.visitor import Visitor, words
from tests.patience import PATIENCE
from tests.serving import served

MEGABYTE = 2**20
LARGE = bytes(45 * MEGABYTE)


@pytest.fixture
def small(tmp_path):
    """A dashboard that takes 100 MB in all, and gives a closed page two seconds to come back."""
    seconds = ("--server.disconnectedSessionTTL", "2")
    with served(tmp_path / "qa.duckdb", tmp_path / "log.txt", seconds, QA_UPLOADS_MB="100") as listening:
        yield listening


def test_a_session_holds_twenty_files_and_its_page_says_so(visitor):
    session = visitor.opens("upload")
    assert [visitor.uploads(session, str(each), b"a,b\n").status for each in range(21)] == [204] * 20 + [413]
    _wait_until(lambda: "20 files are uploaded here already" in words(visitor.draws("upload")))
    taken_out = visitor.ask(
        "DELETE", f"/_stcore/upload_file/{session}/3", {"X-Xsrftoken": visitor.cookies["_streamlit_xsrf"]}
    )
    assert (taken_out.status, visitor.uploads(session, "21", b"a,b\n").status) == (204, 204)
    _wait_until(lambda: "uploaded here already" not in words(visitor.draws("upload")))
    visitor.page.close()


@pytest.mark.parametrize("chunked", [False, True])
def test_a_session_holds_two_hundred_megabytes(visitor, chunked):
    session = visitor.opens("upload")
    assert [visitor.uploads(session, str(each), LARGE, chunked).status for each in range(5)] == [204] * 4 + [413]
    _wait_until(lambda: "more than 200 MB" in words(visitor.draws("upload")))
    visitor.page.close()


@pytest.mark.parametrize("chunked", [False, True])
def test_a_file_is_fifty_megabytes_at_most(visitor, chunked):
    session = visitor.opens("upload")
    assert visitor.uploads(session, "a", bytes(52 * MEGABYTE), chunked).status == 413
    _wait_until(lambda: "larger than 50 MB" in words(visitor.draws("upload")))
    visitor.page.close()


def test_all_sessions_together_hold_so_much_and_a_closed_one_nothing(small):
    one, other = Visitor(small).greet(), Visitor(small).greet()
    first, second = one.opens("upload"), other.opens("upload")
    assert [one.uploads(first, name, LARGE).status for name in "ab"] == [204, 204]
    assert other.uploads(second, "c", LARGE, chunked=True).status == 413
    _wait_until(lambda: "Try again in two minutes" in words(other.draws("upload")))
    one.page.close()
    _wait_until(lambda: other.uploads(second, "c", LARGE).status == 204)
    other.page.close()


def test_what_a_closed_page_held_is_freed_though_nobody_comes(small):
    visitor = Visitor(small).greet()
    session = visitor.opens("upload")
    assert [visitor.uploads(session, name, LARGE).status for name in "ab"] == [204, 204]
    full = _memory(visitor.port)
    visitor.page.close()
    _wait_until(lambda: _memory(visitor.port) < full - 80 * MEGABYTE)


def test_uploads_that_break_off_are_counted_no_more(small):
    visitor = Visitor(small).greet()
    session = visitor.opens("upload")
    for number in range(25):
        head = (
            f"PUT /_stcore/upload_file/{session}/{number} HTTP/1.1\r\nHost: {visitor.place}\r\n"
            f"Cookie: {visitor.cookie()}\r\nX-Xsrftoken: {visitor.cookies['_streamlit_xsrf']}\r\n"
            "Content-Type: multipart/form-data; boundary=a\r\nContent-Length: 40000000\r\n\r\n--a"
        )
        with socket.create_connection(("127.0.0.1", visitor.port), timeout=PATIENCE) as asking:
            asking.sendall(head.encode())
    _wait_until(lambda: visitor.uploads(session, "whole", b"a,b\n").status == 204)
    visitor.page.close()


@pytest.mark.parametrize("length", ["-1", "x", "99999999999999999999"])
def test_a_length_that_is_none_is_refused(visitor, length):
    session = visitor.opens("upload")
    headers = {"Content-Length": length, "X-Xsrftoken": visitor.cookies["_streamlit_xsrf"]}
    assert visitor.ask("PUT", f"/_stcore/upload_file/{session}/a", headers).status in (400, 413)
    visitor.page.close()


def test_lines_without_end_are_not_listened_to(visitor):
    with socket.create_connection(("127.0.0.1", visitor.port), timeout=PATIENCE) as asking:
        asking.sendall(f"GET / HTTP/1.1\r\nHost: {visitor.place}\r\n".encode())
        asking.sendall(b"X-A: " + b"a" * 200_000)
        assert b" 400 " in asking.recv(100)


def test_nor_is_who_does_not_come_to_the_end_of_them(visitor):
    with socket.create_connection(("127.0.0.1", visitor.port), timeout=PATIENCE) as asking:
        asking.sendall(b"GET / HTTP/1.1\r\n")
        assert asking.recv(100) == b""


def _wait_until(holds) -> None:
    """Also for what a page says: what is refused has it drawn anew, beside what the visitor asks for."""
    until = time.monotonic() + PATIENCE
    while not holds():
        assert time.monotonic() < until
        time.sleep(0.2)


def _memory(port: int) -> int:
    """Bytes that the process which listens there holds in memory."""
    process = next(each for each in Path("/proc").glob("[0-9]*") if f"--server.port\0{port}\0" in _command(each))
    pages = int((process / "statm").read_text(encoding="ascii").split()[1])
    return pages * 4096


def _command(process: Path) -> str:
    try:
        return (process / "cmdline").read_bytes().decode(errors="replace")
    except OSError:
        return ""
