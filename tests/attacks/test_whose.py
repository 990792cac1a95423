"""A session, its uploads and what it made belong to one browser; its id, once known, is worth nothing to another."""

import pytest
from streamlit.proto.BackMsg_pb2 import BackMsg

from tests.attacks.visitor import Visitor

TEMPLATE = "Template"


@pytest.fixture
def open_page(visitor):
    """The id of the visitor's session on the Upload page."""
    session = visitor.opens("upload")
    yield session
    visitor.page.close()


def test_a_file_is_taken_by_the_browser_that_made_it_alone(visitor, stranger, address, open_page):
    url = visitor.takes(TEMPLATE)
    mine = visitor.ask("GET", url)
    assert (mine.status, mine.body[:2], mine.headers["cache-control"]) == (200, b"PK", "no-store")
    assert mine.headers["content-disposition"].startswith("attachment")
    assert stranger.ask("GET", url).status == Visitor(address).ask("GET", url).status == 404


def test_a_button_of_anothers_page_makes_nobody_a_file(visitor, stranger, open_page):
    session = stranger.opens("upload")
    stranger.page.send(made_by(session, deferred(visitor), "another's").SerializeToString())
    stranger.messages = stranger.draws("upload")
    stranger.page.send(made_by(session, deferred(stranger), "their own").SerializeToString())
    told = stranger.messages + stranger.until("backend_operation_response")
    answers = [each.backend_operation_response for each in told if each.HasField("backend_operation_response")]
    assert [(each.request_id, bool(each.deferred_file.url)) for each in answers] == [("their own", True)]
    stranger.page.close()


def deferred(visitor: Visitor) -> str:
    """The id of what the template's button on the visitor's page makes."""
    buttons = [each.delta.new_element.download_button for each in visitor.messages]
    return next(each.deferred_file_id for each in buttons if each.label.startswith(TEMPLATE))


def made_by(session: str, file: str, request: str) -> BackMsg:
    """What a browser sends when that button is pressed."""
    asked = BackMsg()
    asked.backend_operation_request.request_id = request
    asked.backend_operation_request.session_id = session
    asked.backend_operation_request.deferred_file.file_id = file
    return asked


@pytest.mark.parametrize("method", ["GET", "HEAD"])
@pytest.mark.parametrize("change", ["/media/{0}", "/media//{0}", "/media/./{0}", "/x/../media/{0}", "/media/{1}"])
def test_however_it_is_asked_for(visitor, stranger, open_page, method, change):
    name = visitor.takes(TEMPLATE).rpartition("/")[2]
    assert stranger.ask(method, change.format(name, name.rpartition(".")[0])).status in (400, 404)


def test_a_range_of_it_is_no_way_round(visitor, stranger, open_page):
    assert stranger.ask("GET", visitor.takes(TEMPLATE), {"Range": "bytes=0-1"}).status == 404


def test_an_address_written_into_a_page_gives_nobody_the_file(visitor, stranger, open_page):
    url = visitor.takes(TEMPLATE)
    stranger.opens("search")
    asked = BackMsg()
    asked.rerun_script.page_name, asked.rerun_script.query_string = "search", f"q={url}"
    stranger.page.send(asked.SerializeToString())
    stranger.until("script_finished")
    assert stranger.ask("GET", url).status == 404
    stranger.page.close()


def test_nothing_is_uploaded_into_anothers_session_or_taken_out_of_it(visitor, stranger, address, open_page):
    assert visitor.uploads(open_page, "a", b"a,b\n1,2\n").status == 204
    assert stranger.uploads(open_page, "b", b"a,b\n").status == 404
    assert Visitor(address).uploads(open_page, "b", b"a,b\n").status == 404
    xsrf = {"X-Xsrftoken": stranger.cookies["_streamlit_xsrf"]}
    assert stranger.ask("DELETE", f"/_stcore/upload_file/{open_page}/a", xsrf).status == 404


def test_an_upload_needs_the_token_and_the_origin_of_its_page(visitor, open_page):
    path = f"/_stcore/upload_file/{open_page}/a"
    assert visitor.ask("PUT", path, {"X-Xsrftoken": "2|0|0|0"}, b"x").status == 403
    assert visitor.ask("PUT", path, {"Origin": "http://localhost:1"}, b"x").status == 403


def test_who_names_anothers_session_gets_a_new_one(visitor, stranger, open_page):
    assert stranger.opens("upload", session=open_page) != open_page
    assert visitor.draws("upload")
    stranger.page.close()


def test_who_comes_back_finds_their_own(visitor, open_page):
    visitor.page.close()
    assert visitor.opens("upload", session=open_page) == open_page


def test_a_browser_that_is_not_known_opens_no_socket(address):
    with pytest.raises(Exception, match="403"):
        Visitor(address).socket()


@pytest.mark.parametrize("cookie", ["qa_browser=", "qa_browser=x", "qa_browser=" + "x" * 42])
def test_nor_one_with_a_cookie_that_is_none(address, cookie):
    with pytest.raises(Exception, match="403"):
        Visitor(address).socket(Cookie=cookie)


def test_the_cookie_is_kept_from_scripts_and_from_other_pages(address):
    told = Visitor(address).ask("GET", "/_stcore/host-config").headers.get_all("set-cookie")
    mine = next(each for each in told if each.startswith("qa_browser="))
    assert "; HttpOnly" in mine and "; SameSite=Strict" in mine
    assert not Visitor(address).ask("GET", "/").headers.get_all("set-cookie")
