"""What is refused before anything else is asked: another's name, another's page, and paths that nobody needs."""

import re

from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from pages.door.hosts import is_ours, same_place, this_machine_alone
from pages.door.starting import sign_in_configured
from qa_data.telling import tell

INNER = re.compile(r"/_stcore/(?P<rest>.*)", re.DOTALL)
OPEN = ("health", "host-config", "stream", "upload_file/", "bidi-components/")
CHANGING = re.compile(r"/_stcore/upload_file/[^/]+/[^/]+$")
PASSED_ON = ("forwarded", "x-forwarded-for", "x-forwarded-host", "x-forwarded-proto", "x-real-ip", "via")


class Refusing:
    """Answers 4xx itself, with a sentence, where a request may not go on."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        refused = None if scope["type"] == "lifespan" else _refused(scope)
        if refused is None:
            await self.app(scope, receive, send)
        elif scope["type"] == "websocket":
            await send({"type": "websocket.close", "code": 1008, "reason": refused[1]})
        else:
            await PlainTextResponse(refused[1], refused[0])(scope, receive, send)


def _refused(scope: Scope) -> tuple[int, str] | None:
    headers = Headers(scope=scope)
    for code, refuses in (("host", _by_place), ("origin", _by_origin), ("path", _by_path)):
        if refused := refuses(scope, headers):
            tell("refusal", code=code, status=refused[0])
            return refused
    return None


def _by_place(scope: Scope, headers: Headers) -> tuple[int, str] | None:
    if len(headers.getlist("host")) != 1 or not is_ours(headers["host"]):
        return 421, "The dashboard does not answer under this name. Use its usual address."
    if sign_in_configured():
        return None
    local = scope.get("server")
    if local and local[1] is not None and not this_machine_alone(local[0]):
        return 403, "Without sign-in the dashboard answers this machine alone."
    if any(name in headers for name in PASSED_ON):
        return 403, "Without sign-in the dashboard does not answer what a proxy passes on."
    return None


def _by_origin(scope: Scope, headers: Headers) -> tuple[int, str] | None:
    origins, socket = headers.getlist("origin"), scope["type"] == "websocket"
    if (origins or socket) and not (len(origins) == 1 and same_place(origins[0], headers["host"], scope["scheme"])):
        return 403, "Another page may not use the dashboard."
    cross = headers.get("sec-fetch-site", "none") not in ("none", "same-origin")
    followed = scope.get("method") == "GET" and headers.get("sec-fetch-mode") == "navigate"
    if cross and not (followed and headers.get("sec-fetch-dest") == "document"):
        return 403, "Another page may not use the dashboard."
    return None


def _by_path(scope: Scope, headers: Headers) -> tuple[int, str] | None:
    path = scope["path"]
    inner = INNER.search(path)
    if scope["type"] == "websocket":
        return None if path.endswith("/_stcore/stream") else (404, "Not found")
    if inner and not inner["rest"].startswith(OPEN):
        return 404, "Not found"
    if scope["method"] in ("GET", "HEAD"):
        return None
    if scope["method"] in ("PUT", "DELETE") and CHANGING.search(path):
        return None
    return 405, "Method not allowed"
