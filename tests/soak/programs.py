"""python -m tests.soak.programs write|read ADDRESS NAME: a program that uploads until its input ends and tells each
upload that was accepted; or one that asks all the time, and tells what it saw.
"""

import sys
import threading
from datetime import date
from itertools import count

from qa_data.scope import of_every_home
from qa_data.store import Store, open_store
from tests.drawn import load_drawn

ROWS = 7
"""Of each upload: a question that sees another number sees a part of one."""

SCOPE = of_every_home(date(2026, 11, 20))

HEADINGS = "Home | Reference | Source | Source date | Standard | Action | Raised | Status"

SEEN = "select upload_id, count(*) as held from main.actions group by upload_id"

ORPHANS = "select count(*) as held from main.actions where upload_id not in (select upload_id from main.uploads)"


def main(way: str, address: str, name: str) -> None:
    """Writes or reads until the input ends."""
    ended = threading.Event()
    threading.Thread(target=lambda: (sys.stdin.read(), ended.set()), daemon=True).start()
    (write if way == "write" else read)(open_store(address), name, ended)


def write(store: Store, name: str, ended: threading.Event) -> None:
    """Uploads, and tells the id of each upload that was kept."""
    for number in count():
        if ended.is_set():
            return
        rows = "\n".join(
            f"Ash House | {name} {number} {row} | Regulation 44 visit | 2026-10-01 | Protection of children | Mend it"
            " | 2026-10-02 | Open"
            for row in range(ROWS)
        )
        print(load_drawn(store, f"{HEADINGS}\n{rows}", file=f"{name} {number}.xlsx"), flush=True)


def read(store: Store, name: str, ended: threading.Event) -> None:
    """Asks, and tells how often it asked, how many questions saw a part of an upload and how many saw fewer rows than
    one before.
    """
    asked, half, fewer, before = 0, 0, 0, 0
    while not ended.is_set():
        with store.snapshot():
            held = [row["held"] for row in store.rows(SCOPE, SEEN)]
            half += any(each != ROWS for each in held) or bool(store.rows(SCOPE, ORPHANS)[0]["held"])
        fewer += sum(held) < before
        asked, before = asked + 1, sum(held)
    print(asked, half, fewer, flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
