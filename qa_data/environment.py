"""The variables of the environment that the program reads: each stands here once, with what may be told in it."""

from typing import NamedTuple

from qa_data.key import KEY, KEY_FILE, NEW_KEY, NEW_KEY_FILE
from qa_data.where import OWN_FOLDER


class Setting(NamedTuple):
    """`does`: what it is for. `example`: a value that may be told. `one_of`: the only ones that may."""

    name: str
    does: str
    example: str
    one_of: tuple[str, ...] = ()


DATABASE = "QA_DATABASE"
WATCHED = "QA_WATCH"
UPLOADS_MB = "QA_UPLOADS_MB"
SMTP_USER, SMTP_PASSWORD = "QA_SMTP_USER", "QA_SMTP_PASSWORD"
LOG = "QA_LOG"
MONITOR = "QA_MONITOR"
SLOW_MS = "QA_SLOW_MS"

AS_TEXT, AS_JSON = "text", "json"

SETTINGS = (
    Setting(DATABASE, "where the store is: a file, or postgresql://…", "data/qa.duckdb"),
    Setting(OWN_FOLDER, "the folder for this machine's copies of a store on a server", "data/nodes"),
    Setting(KEY, "the key of an encrypted store", "32 letters drawn by lot"),
    Setting(KEY_FILE, "the file whose first line is that key", "/etc/qa/key"),
    Setting(NEW_KEY, "the key that rekey changes to", "32 letters drawn by lot"),
    Setting(NEW_KEY_FILE, "the file whose first line is that key", "/etc/qa/new-key"),
    Setting(WATCHED, "a folder: what is dropped into it is loaded", "/srv/qa/incoming"),
    Setting(UPLOADS_MB, "megabytes that all uploads together may hold in memory", "1000"),
    Setting(SMTP_USER, "who signs in to the mail server", "qa"),
    Setting(SMTP_PASSWORD, "with which password", "the mail server's"),
    Setting(LOG, "how the log is written", AS_JSON, (AS_TEXT, AS_JSON)),
    Setting(MONITOR, "address and port that a monitor may ask", "127.0.0.1:9464"),
    Setting(SLOW_MS, "milliseconds from which on a question is called slow", "1000"),
)
"""Every one; a test looks for others in the program."""


def place(told: str) -> tuple[str, int]:
    """The address and the port of QA_MONITOR. ValueError where it says no such thing."""
    address, colon, port = told.rpartition(":")
    if not (colon and address.strip("[]") and port.isdecimal() and 0 < int(port) < 65536):
        raise ValueError(told)
    return address.strip("[]"), int(port)
