"""The themes, read from taxonomy.toml."""

import tomllib
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

FILES = ("taxonomy.toml", "polarity.toml", "sentences.py", "phrases.py", "tagging.py", "polarity.py")
FOLDER = Path(__file__).parent


@dataclass(frozen=True)
class Theme:
    """A theme: its phrases `about` it, and those that are a `concern` or a `strength` in themselves.
    A `general` theme gives way where its words belong to another."""

    id: str
    label: str
    standards: tuple[str, ...]
    about: tuple[str, ...] = ()
    concern: tuple[str, ...] = ()
    strength: tuple[str, ...] = ()
    general: bool = False


def _themes() -> tuple[Theme, ...]:
    told = tomllib.loads((FOLDER / "taxonomy.toml").read_text(encoding="utf-8"))
    return tuple(
        Theme(id, **{name: tuple(value) if isinstance(value, list) else value for name, value in theme.items()})
        for id, theme in told.items()
    )


THEMES = _themes()

EDITION = sha256(b"".join((FOLDER / name).read_bytes() for name in FILES)).hexdigest()
"""Changes when a text may be read otherwise: with the themes and with how they are looked for."""


def theme(id: str) -> Theme:
    """The theme of that id; KeyError if there is none."""
    return BY_ID[id]


BY_ID = {each.id: each for each in THEMES}
