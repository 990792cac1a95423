"""Asks whoever has the store's file open to carry out a command."""

import json
import os
import sys
from multiprocessing import AuthenticationError
from multiprocessing.connection import Client, Connection
from pathlib import Path

from qa_data.errands import WHERE
from qa_data.trouble import StoreUnavailable

ENDED = (
    "The dashboard that has the database {path} open ended before the command was done. What was finished is stored,"
    " nothing is stored in part. See what is there with python -m loaders history, then do the rest again."
)


def carried_out_for(path: str, program: str, words: list[str], by: str | None) -> int | None:
    """What a command ended with, once what it printed is printed here; None where nobody carries out errands of the
    file. StoreUnavailable where whoever did has ended meanwhile.
    """
    if not (connection := _reached(path)):
        return None
    with connection:
        try:
            asked = {"program": program, "words": words, "by": by, "folder": os.getcwd()}
            connection.send_bytes(json.dumps(asked).encode())
            return _printed(connection)
        except (OSError, EOFError):
            raise StoreUnavailable(ENDED.format(path=path)) from None


def anybody(path: str) -> bool:
    """Whether somebody carries out errands of the file."""
    if connection := _reached(path):
        connection.close()
    return connection is not None


def _reached(path: str) -> Connection | None:
    try:
        told = json.loads(Path(f"{path}{WHERE}").read_text(encoding="utf-8"))
        return Client(told["address"], authkey=told["key"].encode())
    except (OSError, EOFError, ValueError, KeyError, AuthenticationError):  # nobody, or one that was killed
        return None


def _printed(connection: Connection) -> int:
    while "status" not in (told := json.loads(connection.recv_bytes())):
        for stream, text in told.items():
            print(text, end="", file=getattr(sys, stream), flush=True)
    return told["status"]
