"""python -m qa_data encrypt|decrypt|rekey: the store with a key, without, or with another."""

from argparse import Namespace
from collections.abc import Callable
from pathlib import Path
from typing import Any

from qa_data.backup import NotDone
from qa_data.commands import show
from qa_data.encrypting import plain_ones, rewritten
from qa_data.key import KEY, KEY_FILE, NEW_KEY, NEW_KEY_FILE, key, new_key
from qa_data.store import database_path
from qa_data.where import on_a_server

ON_A_SERVER = (
    "The store is on a PostgreSQL server, which keeps its own files: ask whoever keeps it to encrypt its disk. The"
    f" copies on this machine are encrypted wherever {KEY} or {KEY_FILE} is set."
)

STILL_PLAIN = " Not encrypted are still, beside it: {files}. Encrypt each by its name with --db, or delete it."

KEPT_SAFE = (
    " Keep the key somewhere safe apart from the database: without it nobody can read the store or its backups."
    " Backups and copies that were made before, wherever they are, have the key that they had, or none."
)


def takes_encrypting(add: Callable[..., Any], options: list) -> None:
    """Adds the three commands to a parser's."""
    for name, does, help_text in (
        ("encrypt", _encrypt, f"encrypt the database with the key in {KEY} or the file that {KEY_FILE} names"),
        ("decrypt", _decrypt, "write the database without encryption"),
        ("rekey", _rekey, f"encrypt the database with another key, in {NEW_KEY} or the file that {NEW_KEY_FILE} names"),
    ):
        add(name, parents=options, help=help_text).set_defaults(does=does)


def _encrypt(asked: Namespace) -> int:
    return _told(asked, None, _set(key(), KEY, KEY_FILE), "Encrypted")


def _decrypt(asked: Namespace) -> int:
    return _told(asked, _set(key(), KEY, KEY_FILE), None, "No longer encrypted")


def _rekey(asked: Namespace) -> int:
    return _told(asked, _set(key(), KEY, KEY_FILE), _set(new_key(), NEW_KEY, NEW_KEY_FILE), "Encrypted anew")


def _set(secret: str | None, name: str, file: str) -> str:
    if not secret:
        raise NotDone(f"No key is set. Set {name} to it, or {file} to the name of the file that has it.")
    return secret


def _told(asked: Namespace, old: str | None, new: str | None, done: str) -> int:
    database = Path(asked.db or database_path())
    if on_a_server(asked.db or database_path()):
        raise NotDone(ON_A_SERVER)
    rewritten(database, old, new)
    plain = [str(path) for path in plain_ones(database)] if new else []
    still = STILL_PLAIN.format(files=", ".join(plain)) if plain else ""
    words = f"{done}: {database}.{still}{KEPT_SAFE if new else ''}"
    show({"database": str(database), "encrypted": bool(new), "not_encrypted": plain}, words, asked.json)
    return 0
