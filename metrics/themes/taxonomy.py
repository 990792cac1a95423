"""The themes, read from taxonomy.toml."""

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

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
    return tuple(_theme(id, theme) for id, theme in told.items())


def _theme(id: str, told: dict[str, Any]) -> Theme:
    parts: dict[str, Any] = {name: tuple(value) if isinstance(value, list) else value for name, value in told.items()}
    return Theme(id, **parts)


THEMES = _themes()


def theme(id: str) -> Theme:
    """The theme of that id; KeyError if there is none."""
    return BY_ID[id]


BY_ID = {each.id: each for each in THEMES}
