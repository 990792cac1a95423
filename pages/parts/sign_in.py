"""How people sign in here, as .streamlit/secrets.toml says; read once, so that a file that is changed or broken later
does not open the door.
"""

import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from streamlit import config
from streamlit.logger import get_logger
from streamlit.runtime.secrets import secrets_singleton

from pages.parts.access_settings import WrongSetting, rules
from pages.parts.claims import Rules
from qa_data.private import OF_OTHERS

LOGGER = get_logger(__name__)

NEEDED = ("redirect_uri", "cookie_secret", "client_id", "client_secret", "server_metadata_url")
CALLBACK = "/oauth2callback"
LETTERS = 32
DIFFERENT = 10
"""A secret made as the set-up page says has 64 letters; a word, or one letter again and again, can be guessed."""
LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})
ANY_TENANT = ("/common/", "/organizations/", "/consumers/")
MADE = 'python -c "import secrets; print(secrets.token_hex(32))"'


@dataclass(frozen=True)
class SignIn:
    """What signing in needs: where the provider sends people back to, what cookies are signed with, who is let in."""

    redirect_uri: str
    cookie_secret: str
    rules: Rules

    @property
    def host(self) -> str:
        """The host, with its port, that people use."""
        return urlsplit(self.redirect_uri).netloc

    @property
    def origin(self) -> str:
        """The address that people use, without a page."""
        return f"{urlsplit(self.redirect_uri).scheme}://{self.host}"

    @property
    def secure(self) -> bool:
        """Whether people come by TLS, so that cookies may be sent by it alone."""
        return urlsplit(self.redirect_uri).scheme == "https"


@cache
def sign_in() -> SignIn | None:
    """How people sign in; None where nobody needs to. WrongSetting for settings that are incomplete or wrong."""
    _readable()
    if not secrets_singleton.load_if_toml_exists():
        return None
    told = secrets_singleton.to_dict()
    if "auth" not in told:
        if "access" in told:
            raise WrongSetting("[access] stands in secrets.toml without [auth]: nobody would have to sign in")
        return None
    return read(told["auth"], told.get("access", {}), config.get_option("server.port"))


def _readable() -> None:
    for file in map(Path, config.get_option("secrets.files")):
        try:
            if file.is_file():
                _own(file)
                tomllib.loads(file.read_text(encoding="utf-8"))
        except (OSError, ValueError) as wrong:
            raise WrongSetting(f"{file} cannot be read ({wrong})") from None


def _own(file: Path) -> None:
    """Says where others can read the file: with its secrets they could sign in as anybody. Windows keeps no such mode,
    and what hands secrets to a container may leave no choice.
    """
    if os.name != "nt" and file.stat().st_mode & OF_OTHERS:
        LOGGER.warning("Other accounts of this machine can read %s; make it yours alone: chmod 600 %s", file, file)


def read(auth: Any, access: Any, port: int) -> SignIn:
    """How people sign in, of the sections [auth] and [access]. WrongSetting, with a sentence, for what is wrong."""
    if not isinstance(auth, Mapping):
        raise WrongSetting("[auth] must be a section")
    for name in NEEDED:
        if not isinstance(auth.get(name), str) or not auth[name].strip():
            raise WrongSetting(f"[auth] lacks {name}")
    if named := [name for name, value in auth.items() if isinstance(value, Mapping) and name != "client_kwargs"]:
        raise WrongSetting(f"[auth.{named[0]}] is a second provider; write the only one's settings in [auth] itself")
    _strong(auth["cookie_secret"])
    redirect = auth["redirect_uri"].replace("{port}", str(port))
    _safe("redirect_uri", redirect)
    _safe("server_metadata_url", auth["server_metadata_url"])
    if urlsplit(redirect).path.removesuffix(CALLBACK) == urlsplit(redirect).path:
        raise WrongSetting(f"[auth] redirect_uri must end in {CALLBACK}")
    if any(each in auth["server_metadata_url"] for each in ANY_TENANT):
        raise WrongSetting("[auth] server_metadata_url names no tenant: anybody's Microsoft account would do")
    return SignIn(redirect, auth["cookie_secret"], rules(access))


def _strong(secret: str) -> None:
    if len(secret) < LETTERS or len(set(secret)) < DIFFERENT:
        raise WrongSetting(f"[auth] cookie_secret can be guessed; make one with {MADE}")


def _safe(name: str, url: str) -> None:
    try:
        told = urlsplit(url)
        wrong = not told.hostname or told.username is not None or told.port == 0
    except ValueError:
        wrong = True
    if wrong:
        raise WrongSetting(f"[auth] {name} is not an address")
    if told.scheme != "https" and not (told.scheme == "http" and told.hostname in LOOPBACK):
        raise WrongSetting(f"[auth] {name} must begin with https:// (http:// only for this machine itself)")
