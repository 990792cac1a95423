"""Carries out, beside the dashboard, what other programs of this account ask of the store's file."""

import json
import os
import sys
import threading
from argparse import Namespace
from collections.abc import Callable
from multiprocessing import AuthenticationError
from multiprocessing.connection import Connection, Listener
from pathlib import Path
from secrets import token_hex
from typing import Any

from qa_data.commands import Program
from qa_data.errands import WHERE
from qa_data.scope import of_every_home
from qa_data.store import Store, lent

_HERE = threading.local()


class Streams:
    """A stream of this process; in a thread that carries out an errand, that of whoever asked."""

    def __init__(self, name: str):
        self._name, self._usual = name, getattr(sys, name)

    def __getattr__(self, name: str) -> Any:
        return getattr(getattr(_HERE, self._name, self._usual), name)


class Sent:
    """What is written goes to whoever asked; where nobody is there any more, the errand is done all the same."""

    def __init__(self, connection: Connection, name: str):
        self._connection, self._name = connection, name

    def write(self, text: str) -> int:
        """Sends the text as it is; how much of it there was."""
        _send(self._connection, **{self._name: text})
        return len(text)

    def flush(self) -> None:
        """Nothing is held back."""


def carry_out(store: Store, program: Callable[[str], Program]) -> None:
    """From now on, until this process ends, does what is asked of the store's file, each errand in a thread of its own,
    and says beside the file how to ask. `program`: that of the name.
    """
    for name in ("stdout", "stderr"):
        if not isinstance(getattr(sys, name), Streams):
            setattr(sys, name, Streams(name))
    key = token_hex(32)
    listener = Listener(authkey=key.encode())
    _say_where(store.path, {"address": listener.address, "key": key})
    threading.Thread(target=_take, args=(listener, store, program), name="errands", daemon=True).start()


def _say_where(path: str, told: dict[str, Any]) -> None:
    made = f"{path}{WHERE}.{os.getpid()}"
    with os.fdopen(os.open(made, os.O_CREAT | os.O_WRONLY | os.O_TRUNC, 0o600), "w", encoding="utf-8") as file:
        json.dump(told, file)
    os.replace(made, f"{path}{WHERE}")


def _take(listener: Listener, store: Store, program: Callable[[str], Program]) -> None:
    while True:
        try:
            connection = listener.accept()
        except (AuthenticationError, OSError, EOFError):  # who does not know the key, or has gone
            continue
        threading.Thread(target=_errand, args=(connection, store, program), daemon=True).start()


def _errand(connection: Connection, store: Store, program: Callable[[str], Program]) -> None:
    with connection:
        try:
            asked = json.loads(connection.recv_bytes())
        except (OSError, EOFError, ValueError):  # who only looked whether anybody is there
            return
        _HERE.stdout, _HERE.stderr = Sent(connection, "stdout"), Sent(connection, "stderr")
        _send(connection, status=_status(store, program(asked["program"]), asked))


def _send(connection: Connection, **told: Any) -> None:
    try:
        connection.send_bytes(json.dumps(told).encode())
    except OSError:
        pass


def _status(store: Store, program: Program, asked: dict[str, Any]) -> int:
    try:
        return program.done(asked["words"], lambda told: _done(store, _from_there(store, told, asked)))
    except SystemExit as end:  # --help
        return int(end.code or 0)


def _from_there(store: Store, told: Namespace, asked: dict[str, Any]) -> Namespace:
    """What was asked: files are named from the folder of whoever asked, and the database is the one that is open."""
    for name, value in vars(told).items():
        setattr(told, name, _placed(asked["folder"], value))
    told.db = store.path
    if hasattr(told, "by"):
        told.by = asked["by"]
    return told


def _placed(folder: str, value: Any) -> Any:
    if isinstance(value, list):
        return [_placed(folder, each) for each in value]
    return Path(folder, value) if isinstance(value, Path) else value


def _done(store: Store, told: Namespace) -> int:
    if getattr(told, "alone", False):  # it writes the file itself anew
        status = store.rewritten(lambda: told.does(told))
        store.rows(of_every_home(), "select 1")  # has the file again, before another program takes it
        return status
    with lent(store):
        return told.does(told)
