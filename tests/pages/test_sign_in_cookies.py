"""The cookies of a sign-in fit each other and nothing else."""

from dataclasses import replace

import pytest

from pages.parts.claims import Rules
from pages.parts.sign_in import SignIn
from pages.parts.sign_in_cookies import claims, is_said, is_tokens, key, name, new, said

SIGNS = SignIn("http://localhost:8501/oauth2callback", "a secret of 32 letters or more: 0123456789", Rules())
ADA = {"iss": "https://a.example", "sub": "ada", "roles": ["director"], "is_logged_in": True}
MANY = ADA | {"homes": [new() for _ in range(200)]}


@pytest.fixture(params=[ADA, MANY], ids=["one", "in parts"])
def cookies(request):
    return said(SIGNS, request.param) | {"qa_sign_in": new()}


def test_what_is_said_is_read_again(cookies):
    assert claims(SIGNS, cookies) in (ADA, MANY)


def test_many_homes_come_in_parts_that_browsers_take():
    parts = said(SIGNS, MANY)
    assert len(parts) > 2 and all(len(f"{each}={value}") < 4_000 for each, value in parts.items())


def test_the_key_is_the_same_whatever_stands_beside(cookies):
    assert key(SIGNS, cookies) == key(SIGNS, dict(reversed(cookies.items())) | {"other": "x", "_streamlit_user_x": "y"})


def test_any_change_makes_another_key_or_none(cookies):
    for each in cookies:
        assert key(SIGNS, cookies | {each: cookies[each][:-1] + "!"}) != key(SIGNS, cookies)
        assert key(SIGNS, {name: value for name, value in cookies.items() if name != each}) != key(SIGNS, cookies)


def test_so_does_another_secret(cookies):
    other = replace(SIGNS, cookie_secret="another secret of 32 letters or more")
    assert key(other, cookies) != key(SIGNS, cookies)
    assert claims(other, cookies) == {}


@pytest.mark.parametrize("number", ["", "x" * 42, "x" * 44])
def test_a_number_that_is_none_has_no_key(cookies, number):
    assert key(SIGNS, cookies | {"qa_sign_in": number}) is None


def test_with_tls_the_number_comes_from_this_very_host_alone():
    assert name(replace(SIGNS, redirect_uri="https://qa.example/oauth2callback")) == "__Host-qa_sign_in"


def test_which_cookies_are_which():
    named = ["_streamlit_user", "_streamlit_user_1", "_streamlit_user_tokens", "_streamlit_user_tokens_1", "_streamlit"]
    assert [is_said(each) for each in named] == [True, True, False, False, False]
    assert [is_tokens(each) for each in named] == [False, False, True, True, False]
