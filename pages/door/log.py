"""The log: a line for each thing that happens, to the error output; words for people, or JSON for programs."""

import json
import os
import sys
from contextlib import suppress
from datetime import UTC, datetime

from pages.door.slow import is_quick
from qa_data.environment import AS_JSON, LOG


def logged(event: str, about: dict[str, str | int]) -> None:
    """Writes the event, with the moment in UTC; of questions only those that are slow."""
    if not is_quick(event, about):
        told = {"at": f"{datetime.now(UTC):%Y-%m-%dT%H:%M:%S.%f}"[:-3] + "Z", "event": event, **about}
        with suppress(OSError):  # a log that cannot be written, on a full disk say, keeps nobody from looking
            # Not sys.stderr: in the thread of an errand that is the error output of whoever asked.
            print(line(told), file=sys.__stderr__, flush=True)


def line(told: dict[str, str | int]) -> str:
    """The event on one line, as QA_LOG asks."""
    if os.environ.get(LOG) == AS_JSON:
        return json.dumps(told)
    at, event, *about = told.items()
    return " ".join([str(at[1]), str(event[1]), *(f"{name}={value}" for name, value in about)])
