"""What every answer says to the browser that got it."""

import base64
import hashlib
import re
from functools import cache

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from pages.door.paths import PROGRAM, below
from pages.door.shell import shell

INLINE = re.compile(r"<script>(.*?)</script>", re.DOTALL)
SAME_FOR_ALL = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()",
}
HSTS = "max-age=31536000"


@cache
def policy() -> str:
    """The Content-Security-Policy. The scripts of the program's own components come as blobs; styles are made as the
    page is drawn; the only inline scripts are those of the shell that is served, known by their hashes.
    """
    rules = {
        "default-src": "'none'",
        "script-src": f"'self' blob: {' '.join(hashes())}".rstrip(),
        "style-src": "'self' 'unsafe-inline'",
        "img-src": "'self' data: blob:",
        "font-src": "'self' data:",
        "connect-src": "'self'",
        "media-src": "'self'",
        "manifest-src": "'self'",
        "form-action": "'self'",
        "base-uri": "'none'",
        "frame-ancestors": "'none'",
    }
    return "; ".join(f"{name} {value}" for name, value in rules.items())


def hashes() -> list[str]:
    """The inline scripts of the shell that is served, as the policy names them."""
    scripts = INLINE.findall(shell())
    digests = [hashlib.sha256(each.encode()).digest() for each in scripts]
    return [f"'sha256-{base64.b64encode(each).decode()}'" for each in digests]


class Headers:
    """Sets the headers on every answer; nothing but the program's own files is kept by browsers."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def told(message: Message) -> None:
            if message["type"] in ("http.response.start", "websocket.http.response.start"):
                _tell(MutableHeaders(scope=message), scope)
            await send(message)

        await self.app(scope, receive, told)


def _tell(headers: MutableHeaders, scope: Scope) -> None:
    for name in [each for each in headers if each.startswith("access-control-")]:
        del headers[name]
    headers.update(SAME_FOR_ALL | {"Content-Security-Policy": policy()})
    if below(scope, PROGRAM) is None:
        headers["Cache-Control"] = "no-store"
    if scope.get("scheme") in ("https", "wss"):
        headers["Strict-Transport-Security"] = HSTS
