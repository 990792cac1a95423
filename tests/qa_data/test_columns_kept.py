"""A column that a sheet lacks keeps what earlier uploads gave: whole councils against slow plain counting, and small
drawn tables.
"""

from dataclasses import dataclass, field
from datetime import date, datetime
from random import Random

import pytest

from loaders.removing import remove
from qa_data.scope import Every, Scope, of_every_home
from qa_data.store import Store
from qa_data.uploads import restore, uploads, withdraw
from tests.drawn import HOMES, load_drawn, store_with
from tests.seeds import some

DAY = date(2026, 10, 31)
EVERY = of_every_home(DAY)

COUNTS = {
    "restraints": "Restraints",
    "incidents": "Behaviour incidents",
    "self_harm": "Self-harm incidents",
    "child_nights": "Child-nights",
}

TWO_HOMES = HOMES + "Oak House | Residential care | 3 | 2015-05-01 | SC2\n"

HELD = f"""
select home, month, {", ".join(COUNTS)},
       {", ".join(f"source(row_at, '{name}') as source_{name}" for name in COUNTS)}
from returns order by home, month
"""


@dataclass
class Told:
    """What one upload said: of each return its cells by column, and when; `gone` where it took the return out."""

    upload_id: str
    moment: datetime
    said: dict[tuple, dict[str, tuple]]
    gone: bool = False
    states: list[tuple[datetime, str]] = field(default_factory=list)

    def counts(self, known: datetime) -> bool:
        state = [state for moment, state in self.states if moment <= known]
        return self.moment <= known and (not state or state[-1] == "accepted")


def plain(told: list[Told], known: datetime) -> dict[tuple, dict[str, tuple]]:
    """What holds: upload for upload, each cell over what stood there."""
    held: dict[tuple, dict[str, tuple]] = {}
    for each in sorted(told, key=lambda each: each.moment):
        for key, cells in each.said.items() if each.counts(known) else ():
            if each.gone:
                held.pop(key, None)
            else:
                held.setdefault(key, dict.fromkeys(COUNTS, (None, None, None))).update(cells)
    return held


def seen(store: Store, known: datetime) -> dict[tuple, dict[str, tuple]]:
    """What the program says that holds: each column's value, and the upload and cell that gave it."""
    found = store.rows(Scope(DAY, known, Every.HOME), HELD)
    return {
        (row["home"], row["month"]): {
            name: (row[name], row[f"source_{name}"]["upload_id"], row[f"source_{name}"]["cell"]) for name in COUNTS
        }
        for row in found
    }


def same(seen: dict, plain: dict) -> bool:
    """Whether both say the same; of a value that no sheet gave no cell is known, and its upload does not matter."""
    return seen.keys() == plain.keys() and all(
        seen[key][name] == cell if cell[1] else (seen[key][name][0], seen[key][name][2]) == (None, None)
        for key, cells in plain.items()
        for name, cell in cells.items()
    )


def sheet(random: Random, keys: list[tuple]) -> tuple[str, dict[tuple, dict[str, tuple]]]:
    """A sheet of some returns with some columns in some order, and what its cells say, by letter; a return without a
    figure says nothing.
    """
    columns = random.sample(sorted(COUNTS), random.randint(1, len(COUNTS)))
    rows = random.sample(keys, random.randint(1, len(keys)))
    cells = {key: {name: random.choice((None, random.randint(0, 9))) for name in columns} for key in rows}
    lines = [" | ".join(["Home", "Month", *(COUNTS[name] for name in columns)])]
    for (home, month), said in cells.items():
        lines.append(
            " | ".join([home, str(month), *(str(said[name] if said[name] is not None else "") for name in columns)])
        )
    placed = {
        key: {name: (said[name], f"{'CDEF'[place]}{row}") for place, name in enumerate(columns)}
        for row, (key, said) in enumerate(cells.items(), 2)
        if {*said.values()} != {None}
    }
    return "\n".join(lines), placed


def loaded(store: Store, random: Random, keys: list[tuple]) -> Told:
    text, placed = sheet(random, keys)
    upload_id = load_drawn(store, text)
    said = {
        key: {name: (value, upload_id, cell) for name, (value, cell) in cells.items()} for key, cells in placed.items()
    }
    return Told(upload_id, uploads(store, EVERY)[-1].moment, said)


def removed(store: Store, random: Random) -> Told | None:
    rows = "select row_key::varchar as row_key, file, sheet, sheet_row, home, month from returns order by home, month"
    held = store.rows(EVERY, rows)
    if not held:
        return None
    gone = random.sample(held, random.randint(1, len(held)))
    upload_id = remove(store, EVERY, "Jo", [row | {"dataset": "returns"} for row in gone])
    return Told(upload_id, uploads(store, EVERY)[-1].moment, {(r["home"], r["month"]): {} for r in gone}, gone=True)


def turned(store: Store, each: Told, withdrawn: bool) -> None:
    (withdraw if withdrawn else restore)(store, EVERY, each.upload_id, "Jo")
    [[moment]] = [row.values() for row in store.rows(EVERY, "select max(moment) as moment from main.upload_states")]
    each.states.append((moment, "withdrawn" if withdrawn else "accepted"))


@pytest.mark.parametrize("seed", some(range(12), 4))
def test_whole_councils_hold_what_plain_counting_says_whatever_is_known(seed):
    random, store = Random(seed), store_with(homes=TWO_HOMES)
    keys = [(home, date(2026, month, 1)) for home in ("Ash House", "Oak House") for month in (7, 8, 9)]
    told, moments = [], []
    for _ in range(14):
        what = random.random()
        if told and what < 0.3:
            turned(store, random.choice(told), random.random() < 0.6)
        elif what < 0.4:
            told += filter(None, [removed(store, random)])
        else:
            told.append(loaded(store, random, keys))
        moments.append(
            store.rows(
                EVERY,
                "select max(moment) as m from (select moment from main.uploads union all"
                " select moment from main.upload_states)",
            )[0]["m"]
        )
    for known in moments:
        assert same(seen(store, known), plain(told, known)), known
