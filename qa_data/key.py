"""The key of a store that is kept encrypted: from the environment, or from a file that it names."""

import logging
import os
from pathlib import Path

from qa_data.private import OF_OTHERS
from qa_data.trouble import StoreUnavailable


class KeyAmiss(StoreUnavailable):
    """There is no key, or it is not the database's; the message says which and what to do."""


KEY, NEW_KEY = "QA_DATABASE_KEY", "QA_DATABASE_NEW_KEY"
KEY_FILE, NEW_KEY_FILE = f"{KEY}_FILE", f"{NEW_KEY}_FILE"

TWO = "Both {name} and {name}_FILE are set. Set one of them."

NOT_READ = "{name}_FILE names {path}, which cannot be read: {why}. Name the file that has the key."

WIDE = "Other accounts of this machine can read {path}, which {name}_FILE names. Make it yours alone: chmod 600 {path}"

BLANK = "{name}_FILE names {path}, which is empty. The key stands in its first line."

SHORTEST = 20
"""Fewer letters than these can be guessed by trying."""

SHORT = f"The key has fewer than {SHORTEST} letters and could be guessed. Set a longer one: openssl rand -base64 24"


def key() -> str | None:
    """The key that is set; None where none is. KeyAmiss when it cannot be had."""
    return _told(KEY)


def new_key() -> str | None:
    """The key that is to be the store's; None where none is set. KeyAmiss when it cannot be had."""
    return _told(NEW_KEY)


def warn_of_short(secret: str | None) -> None:
    """Says of a key that something is to be encrypted with whether it could be guessed."""
    if secret and len(secret) < SHORTEST:
        logging.getLogger(__name__).warning(SHORT)


def _told(name: str) -> str | None:
    told, file = os.environ.get(name), os.environ.get(f"{name}_FILE")
    if told and file:
        raise KeyAmiss(TWO.format(name=name))
    return told or (_of_file(name, Path(file)) if file else None)


def _of_file(name: str, path: Path) -> str:
    try:
        if os.name != "nt" and path.stat().st_mode & OF_OTHERS:
            raise KeyAmiss(WIDE.format(name=name, path=path))
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeError) as error:
        why = error.strerror if isinstance(error, OSError) else "it is no text"
        raise KeyAmiss(NOT_READ.format(name=name, path=path, why=why)) from None
    if not lines or not lines[0].strip():
        raise KeyAmiss(BLANK.format(name=name, path=path))
    return lines[0].strip()
