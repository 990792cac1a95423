"""The document that pages are drawn in: the same at every page's address, and at no other."""

import pytest

from pages.door.headers import INLINE, hashes
from pages.door.shell import HERE, shell
from pages.parts.registered import REGISTERED


@pytest.mark.parametrize("path", ["", "?home=a", "nothing", "clinic?home=a/b", *REGISTERED])
def test_every_page_is_told_where_the_server_stands(visitor, path):
    told = visitor.ask("GET", f"/{path}")
    assert (told.status, told.body.decode()) == (200, shell())
    assert told.headers["content-type"] == "text/html; charset=utf-8" and told.headers["cache-control"] == "no-store"


def test_it_is_streamlits_own_but_for_that(visitor):
    own = visitor.ask("GET", "/index.html").body.decode()
    assert HERE not in own and shell().replace(f"\n    {HERE}", "") == own


def test_the_policy_knows_each_script_in_it():
    assert HERE[len("<script>") : -len("</script>")] in INLINE.findall(shell())
    assert len(hashes()) == len(INLINE.findall(shell())) == 2


NO_PAGE = [
    "favicon.png",
    "static",
    "media/x",
    "_stcore/health",
    "clinic/_stcore/health",
    "a%20b",
    "a.b",
    "oauth2callback",
]


@pytest.mark.parametrize("path", NO_PAGE)
def test_what_is_no_page_goes_on_to_streamlit(visitor, path):
    assert HERE.encode() not in visitor.ask("GET", f"/{path}").body


def test_only_its_head_is_told_to_who_asks_for_that(visitor):
    told = visitor.ask("HEAD", "/clinic")
    assert (told.status, told.body, int(told.headers["content-length"])) == (200, b"", len(shell().encode()))
