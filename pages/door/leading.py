"""Where a request goes and where people may be led: to pages of ours alone."""

from urllib.parse import urlencode

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import Message, Scope, Send
from streamlit import config

from pages.door.headers import HSTS

PAGE = "/sign-in"
TO_LETTERS = 2_000


def below(scope: Scope) -> str:
    """The path, without what the server stands below."""
    return scope["path"].removeprefix(base()) or "/"


def base() -> str:
    """What the server stands below; nothing for the root."""
    base = (config.get_option("server.baseUrlPath") or "").strip("/")
    return f"/{base}" if base else ""


def sign_in_page_of(scope: Scope) -> str:
    """The address of the sign-in page that leads back to what is asked for."""
    asked = scope["path"] + (f"?{scope['query_string'].decode('latin-1')}" if scope["query_string"] else "")
    return f"{base()}{PAGE}?{urlencode({'to': asked})}"


def within(to: str) -> str:
    """The page to land on: the one asked for if it is one of ours, else the first."""
    ours = to.startswith("/") and not to.startswith(("//", "/\\")) and to.isprintable() and len(to) <= TO_LETTERS
    return to if ours and not to.startswith((f"{base()}/auth/", f"{base()}{PAGE}")) else f"{base()}/"


def by_tls_alone(send: Send) -> Send:
    """Has browsers come by TLS alone and send no cookie back but by it; a proxy may add it, unknown to Streamlit."""

    async def said(message: Message) -> None:
        if message["type"] == "http.response.start":
            message["headers"] = [(name, _secure(name, value)) for name, value in message["headers"]]
            MutableHeaders(scope=message).setdefault("Strict-Transport-Security", HSTS)
        await send(message)

    return said


def _secure(name: bytes, value: bytes) -> bytes:
    plain = name == b"set-cookie" and b"; secure" not in value.lower()
    return value + b"; Secure" if plain else value


def from_here(scope: Scope) -> bool:
    """Whether a page of ours sent people here, or they wrote the address themselves; older browsers do not say."""
    return Headers(scope=scope).get("sec-fetch-site") in ("same-origin", "none")


def meant(scope: Scope) -> bool:
    """Whether people mean to sign in, for all that can be known."""
    return from_here(scope) or "sec-fetch-site" not in Headers(scope=scope)


def looked_at(scope: Scope) -> bool:
    """Whether somebody goes there with a browser, rather than a page or a program asking for something."""
    headers = Headers(scope=scope)
    wanted = headers.get("sec-fetch-mode") == "navigate" or "text/html" in headers.get("accept", "")
    return scope["method"] in ("GET", "HEAD") and wanted
