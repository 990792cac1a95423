"""Who goes to an address that no page has is led to the first page: Streamlit itself would leave the window blank."""

from starlette.responses import RedirectResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from pages.door.leading import base, below, looked_at
from pages.door.paths import ANSWERED


class Astray:
    """Leads to the first page whoever looks at an address of more than one part."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        astray = scope["type"] == "http" and looked_at(scope) and _no_page(below(scope))
        await (RedirectResponse(f"{base()}/", 303) if astray else self.app)(scope, receive, send)


def _no_page(path: str) -> bool:
    parts = [each for each in path.split("/") if each]
    return len(parts) > 1 and parts[0] not in ANSWERED
