"""The guard of one socket: while the sign-in stands, when it ends, and when the page is on its way out already."""

import asyncio
from dataclasses import replace

import pytest
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from pages.door.guard import SignedIn
from pages.parts.claims import Rules
from pages.parts.sign_in import SignIn
from pages.parts.sign_in_cookies import key, new, said
from qa_data.sign_ins import SignIns

SIGNS = SignIn("https://qa.example/oauth2callback", "a secret of 32 letters or more: 0123456789", Rules())
COOKIES = said(SIGNS, {"iss": "https://a.example", "sub": "ada"}) | {"__Host-qa_sign_in": new()}


@pytest.fixture
def record(tmp_path):
    record = SignIns(str(tmp_path / "qa.duckdb"), hours=8)
    record.begin(key(SIGNS, COOKIES), "https://a.example ada")
    return record


def heard(record, app, cookies=COOKIES, kind="websocket", **scope) -> list[dict]:
    """What a browser with those cookies hears of an app behind the guard."""
    told: list[dict] = []
    header = "; ".join(f"{name}={value}" for name, value in cookies.items()).encode()
    asked = {"type": kind, "path": "/_stcore/stream", "headers": [(b"cookie", header)], "query_string": b""} | scope

    async def send(message):
        told.append(message)

    async def receive():
        return {"type": "websocket.receive", "bytes": b"asked"}

    asyncio.run(SignedIn(app, SIGNS, record)(asked, receive, send))
    return told


def leading(url: str) -> bytes:
    told = ForwardMsg()
    told.auth_redirect.url = url
    return told.SerializeToString()


def kinds(told: list[dict]) -> list[str]:
    return [each["type"] for each in told]


def test_a_page_whose_sign_in_ends_is_loaded_anew_and_closed(record):
    async def page(scope, receive, send):
        await send({"type": "websocket.accept"})
        record.end_all()
        await receive()
        await send({"type": "websocket.send", "bytes": b"never"})

    told = heard(record, page)
    assert kinds(told) == ["websocket.accept", "websocket.send", "websocket.close"]
    assert told[1]["bytes"] == leading("")


def test_one_that_only_waits_is_ended_too(record):
    async def page(scope, receive, send):
        record.end_all()
        await asyncio.Event().wait()

    assert kinds(heard(record, page)) == ["websocket.send", "websocket.close"]


def test_one_on_its_way_out_is_closed_and_not_turned_round(record):
    async def page(scope, receive, send):
        await send({"type": "websocket.send", "bytes": leading("/auth/logout")})
        record.end_all()
        await asyncio.Event().wait()

    told = heard(record, page)
    assert [each.get("bytes") for each in told] == [leading("/auth/logout"), None]
    assert kinds(told)[-1] == "websocket.close"


def test_one_that_ends_by_itself_is_left_alone(record):
    async def page(scope, receive, send):
        await send({"type": "websocket.close", "code": 1000})

    assert heard(record, page) == [{"type": "websocket.close", "code": 1000}]


def test_what_goes_wrong_within_comes_out(record):
    async def page(scope, receive, send):
        raise LookupError("within")

    with pytest.raises(LookupError):
        heard(record, page)


def test_the_person_is_told_to_what_lies_behind_and_nobody_else_can_be(record):
    seen = []

    async def behind(scope, receive, send):
        seen.append(scope.get("qa.subject"))

    heard(record, behind)
    heard(record, behind, kind="http", path="/_stcore/health", method="GET", cookies={})
    assert seen == [record.person(key(SIGNS, COOKIES)), None]


def test_while_the_server_that_knows_does_not_answer_nobody_comes_in_and_the_door_says_why():
    away = SignIns("postgresql://qa@127.0.0.1:1/qa")

    async def behind(scope, receive, send):
        await send({"type": "http.response.start", "status": 200, "headers": []})

    assert heard(away, behind)[0]["code"] == 1013
    start, body = heard(away, behind, kind="http", path="/", method="GET")
    assert start["status"] == 503 and b"the database does not answer" in body["body"]
    assert heard(away, behind, kind="http", path="/_stcore/health", method="GET")[0]["status"] == 200


def test_with_tls_every_cookie_is_sent_by_it_alone(record):
    async def behind(scope, receive, send):
        headers = [(b"set-cookie", b"secure=b; Path=/"), (b"set-cookie", b"secure=d; Secure"), (b"etag", b"e")]
        await send({"type": "http.response.start", "status": 200, "headers": headers})

    told = heard(record, behind, kind="http", path="/", method="GET")[0]["headers"]
    assert told[:3] == [
        (b"set-cookie", b"secure=b; Path=/; Secure"),
        (b"set-cookie", b"secure=d; Secure"),
        (b"etag", b"e"),
    ]
    assert told[3][0] == b"strict-transport-security"


def test_the_number_of_another_name_is_none(record):
    plain = replace(SIGNS, redirect_uri="http://localhost:8501/oauth2callback")
    assert key(plain, COOKIES) is None
