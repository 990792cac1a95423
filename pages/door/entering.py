"""In and out: to the provider and back, and signing out. Streamlit does the talking; its answers are changed here."""

import hmac
from collections.abc import Awaitable, Callable
from http.cookies import SimpleCookie
from typing import Any
from urllib.parse import quote, unquote, urlencode

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.responses import RedirectResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit.auth_util import encode_provider_token
from streamlit.logger import get_logger

from pages.door import sign_in_page
from pages.door.leading import PAGE, base, from_here, meant, within
from pages.door.noting import noted
from pages.parts.claims import identity, kept
from pages.parts.sign_in import SignIn
from pages.parts.sign_in_cookies import claims, is_said, is_tokens, key, name, new, said
from qa_data.audit import What
from qa_data.sign_ins import SignIns
from qa_data.store import StoreUnavailable
from qa_data.telling import tell

LOGGER = get_logger(__name__)
TO = "qa_to"
"""The cookie that holds, on the way to the provider and back, which page was asked for."""
TO_SECONDS = 600
Way = Callable[[Scope, Receive, Send], Awaitable[None]]
Change = Callable[[Message, MutableHeaders], None]


class Entering:
    """The ways in and out, each by its path."""

    def __init__(self, app: ASGIApp, signs: SignIn, record: SignIns) -> None:
        self.app, self.signs, self.record = app, signs, record
        self.ways: dict[str, Way] = {
            PAGE: self._page,
            "/auth/login": self._begin,
            "/oauth2callback": self._back,
            "/auth/logout": self._out,
        }

    async def _page(self, scope: Scope, receive: Receive, send: Send, to: str = "", why: str = "") -> None:
        asked = Request(scope).query_params
        begin = f"{base()}/auth/login?{urlencode({'to': within(to or asked.get('to', ''))})}"
        page = sign_in_page.sign_in(begin, why or asked.get("why", ""), self.signs.rules.contact)
        await page(scope, receive, send)

    async def _begin(self, scope: Scope, receive: Receive, send: Send) -> None:
        """To the provider, unless another page sent people here: nobody signs in without meaning to."""
        to = within(Request(scope).query_params.get("to", ""))
        if not meant(scope):
            return await self._page(scope, receive, send, to)
        query = urlencode({"provider": encode_provider_token("default")})

        def change(start: Message, headers: MutableHeaders) -> None:
            if start["status"] >= 400:
                return self._leads_to(start, headers, f"{PAGE}?why=unreachable")
            headers.append("set-cookie", self._cookie(TO, quote(to, safe=""), TO_SECONDS))

        await self.app(scope | {"query_string": query.encode()}, receive, _changed(send, change))

    async def _back(self, scope: Scope, receive: Receive, send: Send) -> None:
        """From the provider: Streamlit sees whether the answer is the one that was asked for."""
        asked = Request(scope)
        if not asked.query_params.get("state"):
            why = "failed" if "error" in asked.query_params else "out"  # Who has signed out there comes here, too.
            if why == "failed":
                self._refused()
            return await RedirectResponse(f"{base()}{PAGE}?why={why}", 303)(scope, receive, send)

        def change(start: Message, headers: MutableHeaders) -> None:
            told = claims(self.signs, _answered(headers))
            if not identity(told):
                LOGGER.warning("A sign-in did not succeed.")
                self._refused()
                return self._leads_to(start, headers, f"{PAGE}?why=failed")
            try:
                self._enter(told, asked, headers)
            except StoreUnavailable as unreached:
                LOGGER.error("A sign-in was not kept: %s", unreached)
                return self._leads_to(start, headers, f"{PAGE}?why=not-kept")
            self._leads_to(start, headers, within(unquote(asked.cookies.get(TO, ""))).removeprefix(base()))

        await self.app(scope, receive, _changed(send, change))

    def _refused(self) -> None:
        noted(What.REFUSED, {}, self.signs.rules)
        tell("refusal", code="sign-in", status=403)

    def _enter(self, told: dict[str, Any], asked: Request, headers: MutableHeaders) -> None:
        """A new sign-in with a new number; an earlier one of this browser ends, and nothing is left of its cookies."""
        cookies = said(self.signs, kept(told, self.signs.rules))
        number, seconds = new(), int(self.signs.rules.hours * 3600)
        if before := key(self.signs, asked.cookies):
            self.record.end(before)
        self.record.begin(key(self.signs, cookies, number), identity(told))
        noted(What.SIGNED_IN, told, self.signs.rules)
        _drop(headers, lambda each: is_said(each) or is_tokens(each))
        for each, value in {**cookies, name(self.signs): number}.items():
            headers.append("set-cookie", self._cookie(each, value, seconds))
        for each in asked.cookies:
            if each == TO or is_tokens(each) or (is_said(each) and each not in cookies):
                headers.append("set-cookie", self._cookie(each, "", 0))

    async def _out(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Ends this sign-in at once; another page cannot have people signed out."""
        asked = Request(scope)
        found = key(self.signs, asked.cookies)
        if found and self.record.person(found) and not (from_here(scope) or self._sure(found, asked)):
            return await sign_in_page.sign_out(f"{base()}/auth/logout?sure={self._word(found)}")(scope, receive, send)
        if found and self.record.end(found):
            noted(What.SIGNED_OUT, claims(self.signs, asked.cookies), self.signs.rules)

        def change(start: Message, headers: MutableHeaders) -> None:
            headers.append("set-cookie", self._cookie(name(self.signs), "", 0))
            if headers.get("location") == f"{base()}/":
                self._leads_to(start, headers, f"{PAGE}?why=out")

        await self.app(scope, receive, _changed(send, change))

    def _word(self, found: str) -> str:
        return hmac.new(self.signs.cookie_secret.encode(), f"sign out {found}".encode(), "sha256").hexdigest()

    def _sure(self, found: str, asked: Request) -> bool:
        return hmac.compare_digest(asked.query_params.get("sure", "").encode(), self._word(found).encode())

    def _cookie(self, called: str, value: str, seconds: int) -> str:
        secure = "; Secure" if self.signs.secure else ""
        return f"{called}={value}; Path=/; Max-Age={seconds}; HttpOnly; SameSite=Lax{secure}"

    def _leads_to(self, start: Message, headers: MutableHeaders, path: str) -> None:
        start["status"] = 303
        headers["location"] = f"{base()}{path}"


def _changed(send: Send, change: Change) -> Send:
    async def said(message: Message) -> None:
        if message["type"] == "http.response.start":
            change(message, MutableHeaders(scope=message))
        await send(message)

    return said


def _answered(headers: Headers) -> dict[str, str]:
    """What Streamlit would have the browser keep of what the provider said."""
    told = SimpleCookie()
    for each in headers.getlist("set-cookie"):
        told.load(each)
    return {called: each.value for called, each in told.items() if is_said(called) and each.value}


def _drop(headers: MutableHeaders, those: Callable[[str], bool]) -> None:
    kept = [each for each in headers.getlist("set-cookie") if not those(each.partition("=")[0])]
    del headers["set-cookie"]
    for each in kept:
        headers.append("set-cookie", each)
