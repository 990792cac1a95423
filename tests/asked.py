"""Whoever asks what in a test: as at the machine itself, or as somebody who signed in."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from streamlit import config
from streamlit.runtime.secrets import secrets_singleton

from pages.parts import ask
from pages.parts.asking import Asking
from pages.parts.sign_in import sign_in
from qa_data.access import Person, owner

EVERYBODY = owner("Jo")

AUTH = {
    "redirect_uri": "https://qa.council.example/oauth2callback",
    "cookie_secret": "0123456789abcdef0123456789abcdef",
    "client_id": "qa",
    "client_secret": "anything",
    "server_metadata_url": "https://login.council.example/t-1/v2.0/.well-known/openid-configuration",
}


def by(person: Person = EVERYBODY, day: date | None = None, known_at=None, rights=()):
    """All that is asked within is asked by that person of that day."""
    return ask.of(Asking(person, frozenset(rights), day or date.today(), known_at))


def signed_in(name: str, *roles: str, homes: tuple[str, ...] = ()) -> dict:
    """What the sign-in tells of somebody, as `st.user` has it."""
    return {"is_logged_in": True, "name": name, "roles": list(roles), "homes": list(homes)}


SETTINGS = "\n".join(["[auth]", *(f'{name} = "{value}"' for name, value in AUTH.items())])


@contextmanager
def signing_in(folder: Path, settings: str = SETTINGS) -> Iterator[None]:
    """People sign in here, as a file of those settings in the folder says."""
    file, before = folder / "secrets.toml", config.get_option("secrets.files")
    file.touch(0o600)
    file.write_text(settings, encoding="utf-8")
    _read_anew([str(file)])
    try:
        yield
    finally:
        _read_anew(before)


def _read_anew(files: list[str]) -> None:
    config.set_option("secrets.files", files)
    secrets_singleton._reset()
    sign_in.cache_clear()
