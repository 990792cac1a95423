"""Who has not signed in gets nothing; who has, gets it for as long as the sign-in stands and no longer."""

import json
import sqlite3
from contextlib import closing

import pytest
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.web.server.starlette.starlette_app_utils import create_signed_value
from websockets.exceptions import ConnectionClosed

from qa_data.audit import entries
from tests.attacks.visitor import Visitor
from tests.patience import PATIENCE
from tests.signing import SECRET, Door, sent_back, set_cookies, signing_in, signs_in

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning")  # of the libraries
NUMBER, SAID = "qa_sign_in", "_streamlit_user"
LOOKED_AT = {"Accept": "text/html", "Sec-Fetch-Mode": "navigate", "Sec-Fetch-Dest": "document"}
FROM_ELSEWHERE = LOOKED_AT | {"Sec-Fetch-Site": "cross-site"}
FROM_HERE = LOOKED_AT | {"Sec-Fetch-Site": "same-origin"}
GREETING = "/_stcore/host-config"


@pytest.fixture(scope="module")
def door(tmp_path_factory) -> Door:
    with signing_in(tmp_path_factory.mktemp("door")) as door:
        yield door


@pytest.fixture
def anybody(door) -> Visitor:
    return Visitor(door.address)


@pytest.fixture
def ada(door) -> Visitor:
    return _signed_in(door, "ada")


def _signed_in(door: Door, who: str) -> Visitor:
    visitor = Visitor(door.address)
    signs_in(visitor, who)
    return visitor.greet()


def let_in(visitor: Visitor) -> bool:
    """Whether the visitor gets what a page asks for first; if not, neither a socket, nor a file, nor a page."""
    if visitor.ask("GET", GREETING).status == 200:
        visitor.socket().close()
        return True
    with pytest.raises(Exception, match="403"):
        visitor.socket()
    assert {visitor.ask("GET", path).status for path in ("/", "/home", "/media/a.pdf")} == {401}
    assert visitor.uploads("a", "b", b"c").status == 401
    return False


# Nobody


@pytest.mark.parametrize(
    "path",
    ["/", "/home", "/index.html", "/manifest.json", "/nothing", "/media/a.pdf", "//", "/static", "/oauth2callback/x",
     "/auth/login/", "/auth/logout/x", "/_stcore/bidi-components/a/b.js", GREETING, "/_stcore/health/../host-config",
     "/static/../media/a.pdf", "/_stcore/healthy", "/%5fstcore/host-config", "/_stcore//health"],
)  # fmt: skip
def test_nobody_gets_anything(anybody, path):
    assert anybody.ask("GET", path).status in (400, 401, 404)
    looked = anybody.ask("GET", path, LOOKED_AT)
    assert looked.status in (303, 400, 404)
    assert looked.status != 303 or looked.headers["location"].startswith("/sign-in?to=")


def test_nobody_opens_a_socket_or_uploads(anybody):
    assert not let_in(anybody)
    anybody.cookies["qa_browser"] = "x" * 43  # What a browser is known by where nobody signs in.
    assert not let_in(anybody)


def test_a_page_that_wakes_when_its_sign_in_is_over_has_a_sentence_to_show(anybody):
    assert json.loads(anybody.ask("GET", GREETING).body).endswith("Load this page anew to sign in.")


@pytest.mark.parametrize("path", ["/_stcore/health", "/favicon.png"])
def test_what_holds_nobodys_data_is_open(anybody, path):
    assert anybody.ask("GET", path).status == 200


@pytest.mark.parametrize(
    "headers",
    [
        {"X-Forwarded-User": "ada", "X-Forwarded-Email": "ada@council.example", "Remote-User": "ada"},
        {"X-Forwarded-For": "127.0.0.1", "X-Forwarded-Proto": "https", "X-Forwarded-Host": "localhost"},
        {"X-MS-CLIENT-PRINCIPAL-NAME": "ada", "X-MS-CLIENT-PRINCIPAL": "eyJ9", "X-Auth-Request-User": "ada"},
        {"Authorization": "Bearer eyJhbGciOiJub25lIn0.eyJzdWIiOiJhZGEifQ."},
        {"qa.subject": "ada", "qa_subject": "ada"},
    ],
)
def test_no_header_stands_for_a_sign_in(anybody, headers):
    assert anybody.ask("GET", GREETING, headers).status == 401


# In


def test_who_signs_in_lands_on_the_page_that_was_asked_for(anybody):
    asked = anybody.ask("GET", "/home?home=Ash%20House", LOOKED_AT).headers["location"]
    page = anybody.ask("GET", asked, LOOKED_AT)
    link = page.body.decode().partition('href="/auth/login?to=')[2].partition('"')[0]
    back = anybody.ask("GET", sent_back(anybody.ask("GET", f"/auth/login?to={link}", FROM_HERE), "ada"))
    assert (back.status, back.headers["location"]) == (303, "/home?home=Ash%20House")
    assert let_in(anybody.greet())


def test_the_cookies_are_kept_from_scripts_and_no_longer_than_the_sign_in(anybody):
    told = set_cookies(signs_in(anybody, "ada"))
    assert all("HttpOnly; SameSite=Lax" in told[each] and "Max-Age=28800;" in told[each] for each in (NUMBER, SAID))
    assert not [each for each in anybody.cookies if "tokens" in each]


@pytest.mark.parametrize(
    "to",
    ["https://evil.example", "//evil.example", "/\\evil.example", "\\\\evil.example", "javascript:alert(1)",
     "/\r\nSet-Cookie: a=b", "/auth/logout", "/sign-in?to=/auth/logout", "", "/" + "x" * 3_000],
)  # fmt: skip
def test_a_sign_in_leads_to_no_other_place(anybody, to):
    assert signs_in(anybody, "ada", to).headers["location"] == "/"


def test_a_planted_way_back_leads_to_no_other_place(anybody):
    back = sent_back(anybody.ask("GET", "/auth/login"), "ada")
    anybody.cookies["qa_to"] = "https%3A%2F%2Fevil.example"
    assert anybody.ask("GET", back).headers["location"] == "/"


def test_a_new_sign_in_has_a_new_number_and_ends_the_one_before(door, anybody):
    anybody.cookies[NUMBER] = planted = "p" * 43
    signs_in(anybody, "ada")
    first = Visitor(door.address)
    first.cookies = dict(anybody.greet().cookies)
    assert first.cookies[NUMBER] != planted and let_in(first)
    signs_in(anybody, "ada")
    assert anybody.cookies[NUMBER] != first.cookies[NUMBER]
    assert let_in(anybody.greet()) and not let_in(first)


def test_what_the_provider_says_beyond_need_is_not_kept(anybody):
    signs_in(anybody, "zoe")
    assert let_in(anybody.greet())
    assert len(anybody.cookie()) < 1_500


def test_what_is_left_of_an_earlier_cookie_goes(anybody):
    anybody.cookies |= {f"{SAID}_1": "left", "_streamlit_user_tokens": "left"}
    gone = set_cookies(signs_in(anybody, "ada"))
    assert "Max-Age=0" in gone[f"{SAID}_1"] and "Max-Age=0" in gone["_streamlit_user_tokens"]


# The way back from the provider


@pytest.mark.parametrize(
    "was, becomes",
    [("&state=", "&stats="), ("&state=", "&state=x"), ("code=", "code=x"), ("code=", "error=access_denied&was=")],
    ids=["no state", "another state", "another code", "refused there"],
)
def test_an_answer_that_was_not_asked_for_signs_nobody_in(anybody, was, becomes):
    back = sent_back(anybody.ask("GET", "/auth/login"), "ada")
    answer = anybody.ask("GET", back.replace(was, becomes))
    assert answer.headers["location"].startswith("/sign-in?why=")
    assert NUMBER not in anybody.cookies and not let_in(anybody)


def test_an_answer_meant_for_another_browser_signs_nobody_in(door, anybody):
    elsewhere = Visitor(door.address)
    back = sent_back(elsewhere.ask("GET", "/auth/login"), "max")
    anybody.ask("GET", "/auth/login")
    assert anybody.ask("GET", back).headers["location"] == "/sign-in?why=failed"
    assert not let_in(anybody)


def test_an_answer_counts_once(door):
    one, other = Visitor(door.address), Visitor(door.address)
    begun = one.ask("GET", "/auth/login")
    other.cookies = dict(one.cookies)
    back = sent_back(begun, "ada")
    assert one.ask("GET", back).headers["location"] == "/"
    assert other.ask("GET", back).headers["location"] == "/sign-in?why=failed"
    assert not let_in(other)


def test_another_page_begins_no_sign_in(anybody):
    answer = anybody.ask("GET", "/auth/login?to=/home", FROM_ELSEWHERE)
    assert (answer.status, answer.headers["location"]) == (200, None)
    assert b"/auth/login?to=%2Fhome" in answer.body


# Cookies of others


@pytest.mark.parametrize("name", [NUMBER, SAID])
@pytest.mark.parametrize(
    "change", [lambda told: told[:-1], lambda told: told[1:], lambda told: "", lambda told: told + "x"]
)
def test_a_cookie_that_was_changed_opens_nothing(ada, name, change):
    ada.cookies[name] = change(ada.cookies[name])
    assert not let_in(ada)


@pytest.mark.parametrize("name", [NUMBER, SAID])
def test_one_without_the_other_opens_nothing(ada, name):
    del ada.cookies[name]
    assert not let_in(ada)


def test_what_was_said_of_another_does_not_fit(door, ada):
    ada.cookies[SAID] = _signed_in(door, "max").cookies[SAID]
    assert not let_in(ada)


def test_nor_what_was_said_of_the_same_person_before(door):
    before = _signed_in(door, "eve")
    door.becomes("eve", name="Eve Gale")
    now = _signed_in(door, "eve")
    now.cookies[SAID] = before.cookies[SAID]
    assert not let_in(now)


@pytest.mark.parametrize("secret", [SECRET, "another secret of 32 letters or more"])
def test_nor_what_is_signed_without_having_been_said(ada, secret):
    said = '{"iss": "x", "sub": "ada", "roles": ["QA.Director"], "is_logged_in": true}'
    ada.cookies[SAID] = create_signed_value(secret, SAID, said).decode()
    assert not let_in(ada)


# Out


def test_a_copy_is_dead_once_its_owner_has_signed_out(door, ada):
    copied = Visitor(door.address)
    copied.cookies = dict(ada.cookies)
    assert let_in(copied)
    out = ada.ask("GET", "/auth/logout", FROM_HERE)
    assert "/oauth2/end_session?" in out.headers["location"]
    assert all("Max-Age=0" in set_cookies(out)[each] for each in (NUMBER, SAID))
    assert not let_in(copied)


def test_signing_out_ends_every_page_of_the_browser_and_no_other(door, ada):
    elsewhere, other = _signed_in(door, "ada"), _signed_in(door, "max")
    for each in (ada, elsewhere, other):
        each.opens("upload")
    with closing(ada.socket()) as second:
        ada.ask("GET", "/auth/logout", FROM_HERE)
        assert ended(ada.page) and ended(second)
    assert elsewhere.draws("upload") and other.draws("upload")
    elsewhere.page.close(), other.page.close()


def ended(page) -> bool:
    """Whether the page is told to load anew, and then closed."""
    last = ForwardMsg()
    try:
        while True:
            last = ForwardMsg.FromString(page.recv(timeout=PATIENCE))
    except ConnectionClosed as closed:
        return last.WhichOneof("type") == "auth_redirect" and closed.rcvd.code == 1008


def test_what_an_ended_page_asks_is_not_answered(door, ada):

    ada.opens("upload")
    ada.ask("GET", "/auth/logout", FROM_HERE)
    with pytest.raises(Exception, match="1008"):
        ada.draws("upload")


def test_another_page_signs_nobody_out(ada):
    asked = ada.ask("GET", "/auth/logout", FROM_ELSEWHERE)
    assert (asked.status, asked.headers["location"]) == (200, None) and let_in(ada)
    link = asked.body.decode().partition('<a href="')[2].partition('"')[0]
    assert ada.ask("GET", link[:-1], FROM_ELSEWHERE).status == 200 and let_in(ada)
    assert ada.ask("GET", link, {}).status == 302 and not let_in(ada)


def test_the_same_word_signs_out_no_other_sign_in(door, ada):
    other = _signed_in(door, "max")
    asked = other.ask("GET", "/auth/logout", FROM_ELSEWHERE)
    ada.ask("GET", asked.body.decode().partition('<a href="')[2].partition('"')[0], FROM_ELSEWHERE)
    assert let_in(ada)


def test_a_command_ends_all_of_somebodys_sign_ins(door, ada):
    other, elsewhere = _signed_in(door, "max"), _signed_in(door, "ada")
    ada.opens("upload")
    assert door.ends("--person", "ada").startswith("Ended: ")
    assert ended(ada.page) and not let_in(ada) and not let_in(elsewhere) and let_in(other)


def test_after_eight_hours_nothing_stands_nor_what_is_open(door, ada):
    door.ages(7.9)
    assert let_in(ada)
    ada.opens("upload")
    door.ages(0.2)
    assert ended(ada.page) and not let_in(ada)


# Two names of one machine


def test_by_the_other_name_people_are_led_to_the_one_that_the_provider_knows(door, anybody):
    other = {"Host": anybody.place.replace("localhost", "127.0.0.1")}
    for path in ("/home?home=Ash%20House", "/sign-in?to=%2F", "//evil.example"):
        led = anybody.ask("GET", path, LOOKED_AT | other)
        assert (led.status, led.headers["location"]) == (303, f"{door.address}{path}")
    assert anybody.ask("GET", GREETING, other).status == 401


def test_the_record_holds_nobodys_name(door, ada):
    kept = sqlite3.connect(door.database.with_suffix(".sign-ins")).execute("select * from sign_ins").fetchall()
    assert kept and all({len(key), len(person)} == {64} and isinstance(moment, float) for key, person, moment in kept)


def test_who_comes_in_goes_or_is_not_let_in_is_noted(door):
    before = len(entries(str(door.database)))
    visitor = _signed_in(door, "ada")
    visitor.ask("GET", "/auth/logout", FROM_HERE)
    visitor.ask("GET", "/oauth2callback?state=never&code=asked", LOOKED_AT)
    told = [(each["what"], bool(each["person"]), each["page"]) for each in entries(str(door.database))[before:]]
    assert told == [("signed in", True, "sign-in"), ("signed out", True, "sign-in"), ("refused", False, "sign-in")]
