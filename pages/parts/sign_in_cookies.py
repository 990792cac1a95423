"""The two cookies of a sign-in: what the provider said, as Streamlit signs it, and a key of our own that fits no other.

Streamlit's alone would count for thirty days, also after signing out. Ours is a number that only this browser has; with
what the provider said it makes the key under which the sign-in stands in the record. So a cookie of somebody else, or
of an earlier sign-in of the same person, opens nothing.
"""

import hashlib
import hmac
import json
import secrets
from collections.abc import Mapping
from typing import Any

from streamlit.auth_util import get_cookie_with_chunks, set_cookie_with_chunks
from streamlit.web.server.starlette.starlette_app_utils import create_signed_value, decode_signed_value
from streamlit.web.server.starlette.starlette_server_config import TOKENS_COOKIE_NAME, USER_COOKIE_NAME

from pages.parts.sign_in import SignIn

OURS = "qa_sign_in"
LETTERS = 43
ATTRIBUTES = 100
"""Letters that a browser counts beside a cookie's value: where it goes, how long it is kept."""


def name(signs: SignIn) -> str:
    """What our cookie is called; with TLS a name that browsers take from this very host alone."""
    return f"__Host-{OURS}" if signs.secure else OURS


def new() -> str:
    """A number for a new sign-in."""
    return secrets.token_urlsafe(32)


def key(signs: SignIn, cookies: Mapping[str, str], ours: str | None = None) -> str | None:
    """Under what the sign-in of a browser with these cookies stands in the record; None for one that has none."""
    number = ours or cookies.get(name(signs), "")
    if len(number) != LETTERS or USER_COOKIE_NAME not in cookies:
        return None
    told = [f"{each}={cookies[each]}" for each in sorted(cookies) if is_said(each)]
    return hmac.new(signs.cookie_secret.encode(), "\n".join([number, *told]).encode(), hashlib.sha256).hexdigest()


def is_said(cookie: str) -> bool:
    """Whether it is, or is a part of, the cookie with what the provider said."""
    part = cookie.removeprefix(f"{USER_COOKIE_NAME}_")
    return cookie == USER_COOKIE_NAME or (part != cookie and part.isdigit())


def is_tokens(cookie: str) -> bool:
    """Whether it holds tokens that would open the provider's other services, which nobody needs here."""
    return cookie.startswith(TOKENS_COOKIE_NAME)


def said(signs: SignIn, told: dict[str, Any]) -> dict[str, str]:
    """The cookie, or its parts, that says this as Streamlit reads it."""
    made: dict[str, str] = {}

    def signed(part: str, value: str) -> bytes:
        return create_signed_value(signs.cookie_secret, part, value)

    def keep(part: str, value: str) -> None:
        made[part] = signed(part, value).decode()

    set_cookie_with_chunks(keep, signed, USER_COOKIE_NAME, told, cookie_attr_size=ATTRIBUTES)
    return made


def claims(signs: SignIn, cookies: Mapping[str, str]) -> dict[str, Any]:
    """What the provider said; nothing for a cookie that was not signed here."""

    def signed(part: str) -> bytes | None:
        told = cookies.get(part)
        return decode_signed_value(signs.cookie_secret, part, told.encode("latin-1")) if told else None

    told = get_cookie_with_chunks(signed, USER_COOKIE_NAME)
    return json.loads(told) if told else {}
