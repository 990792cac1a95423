"""Addresses that no page has: whoever looks at one is led to the first page, and nothing else is touched."""

import pytest

BROWSER = {"Accept": "text/html,*/*;q=0.8", "Sec-Fetch-Mode": "navigate", "Sec-Fetch-Dest": "document"}


@pytest.mark.parametrize("path", ["/home/Cedar%20View", "/pages/home", "/home/a/b/?a=x", "//evil.example/x", "/a/_b"])
def test_an_address_of_several_parts_leads_to_the_first_page(visitor, path):
    told = visitor.ask("GET", path, BROWSER)
    assert (told.status, told.headers["location"]) == (303, "/")


@pytest.mark.parametrize("path", ["/", "/home", "/home/", "/upload?home=a/b", "/home?item=%2Fa%2Fb", "/static/x/y.js"])
def test_a_page_and_what_it_is_made_of_are_answered_as_ever(visitor, path):
    told, asked = visitor.ask("GET", path, BROWSER), visitor.ask("GET", path)
    assert told.status == asked.status != 303 and told.body == asked.body


ANSWERED = ["_stcore/health", "media/a/b", "component/a/b", "auth/a", "oauth2callback/a", "sign-in/a"]


@pytest.mark.parametrize("path", ANSWERED)
def test_what_the_server_answers_itself_is_not_led_anywhere(visitor, path):
    assert visitor.ask("GET", f"/{path}", BROWSER).status == visitor.ask("GET", f"/{path}").status != 303


def test_what_a_page_asks_for_is_not_led_anywhere(visitor):
    assert visitor.ask("GET", "/home/a", {"Accept": "*/*", "Sec-Fetch-Mode": "cors"}).status != 303
