"""What the dashboard does for others while it has the store open: other programs' commands, and a watched folder."""

import logging
import os
import threading
from importlib import import_module
from pathlib import Path
from time import sleep

from qa_data.commands import Program, WrongCommand, account
from qa_data.environment import WATCHED
from qa_data.errands.carrying import carry_out
from qa_data.store import Store, StoreUnavailable

COMMANDS = {"loaders": "loaders.commands", "metrics": "metrics.commands", "qa_data": "qa_data.kept_safe"}
"""Where the commands are."""

AGAIN = 5
"""So many seconds after a watched folder could not be watched it is tried again."""


def program(name: str) -> Program:
    """The commands of `python -m NAME`. KeyError where there are none."""
    return import_module(COMMANDS[name]).PROGRAM


def do_for_others(held: Store) -> None:
    """From now on carries out the commands of other programs, and watches the folder that is named."""
    if not held.shared:  # else they have it open beside this one
        carry_out(held, program)
    if folder := os.environ.get(WATCHED):
        threading.Thread(target=_watch, args=(held, Path(folder)), name="watch", daemon=True).start()


def _watch(held: Store, folder: Path) -> None:
    """Watches the folder as long as this process lives: what hinders it is said once, and may pass."""
    from loaders.watch_commands import watch_for  # only here: the first page need not wait for it

    said = ""
    while True:
        try:
            watch_for(held, folder, account())
        except (WrongCommand, StoreUnavailable) as wrong:
            if said != str(wrong):
                said = str(wrong)
                logging.getLogger(__name__).error(
                    "%s is %s, and is not watched until this is put right: %s", WATCHED, folder, said
                )
        except Exception:  # one file that nobody foresaw must not keep back all that come after it was taken away
            logging.getLogger(__name__).exception("%s is %s: a file could not be taken", WATCHED, folder)
        sleep(AGAIN)
