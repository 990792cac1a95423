"""What stands in `deploy/`, read as those read it who run it."""

import re
from pathlib import Path

import yaml

ROOT = Path(__file__).parents[2]
DEPLOY = ROOT / "deploy"
UNLESS_TOLD = re.compile(r"\$\{(?P<name>[A-Z_]+)(?::-(?P<value>[^}]*)|:\?[^}]*)?}")


def steps() -> list[tuple[str, str]]:
    """The Containerfile's steps: each one's name and the rest of it as one line."""
    lines = (DEPLOY / "Containerfile").read_text(encoding="utf-8").splitlines()
    joined = re.sub(r"\s*\\\n\s*", " ", "\n".join(line for line in lines if not line.startswith("#")))
    return [tuple(line.split(maxsplit=1)) for line in joined.splitlines() if line]


def said(name: str) -> list[str]:
    """What all steps of that name say."""
    return [rest for step, rest in steps() if step == name]


def written() -> str:
    """compose.yaml as it stands."""
    return (DEPLOY / "compose.yaml").read_text(encoding="utf-8")


def composed() -> dict:
    """compose.yaml as it holds where nothing is set but what must be."""
    return yaml.safe_load(UNLESS_TOLD.sub(lambda told: told["value"] or "", written()))


def settings() -> set[str]:
    """The names that compose.yaml takes from the environment."""
    return {told["name"] for told in UNLESS_TOLD.finditer(written())}
