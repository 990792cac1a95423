"""Where the contract beside the project asks for what this version does not fulfil yet: a short name a difference.

The tables are compared cell by cell. Of the texts, what can be told by its form is taken out and compared: problem
codes, rules, commands, keys of answers and functions. What is prose stands in `tests.contract.behaviour`.
"""

import re
from collections.abc import Iterator

from metrics import signals
from qa_data.dictionary import DATASETS
from tests.contract.behaviour import BEHAVIOUR
from tests.contract.tables import BESIDE, HERE, table, written
from tests.loaders.good import checked, sheet

COMPARED = {"contract.md", "signals.md", "reading.md", "workbook.csv", "indicators.csv", "headings.csv", "cases"}


def differences() -> set[str]:
    """The name of every difference that still stands."""
    return {
        *files(),
        *cells("workbook.csv", "dataset", "column"),
        *cells("indicators.csv", "id"),
        *headings(),
        *codes(),
        *rules(),
        *commands(),
        *answers(),
        *functions(),
        *(each.name for each in BEHAVIOUR if each.asked_for() and not each.done()),
    }


def files() -> Iterator[str]:
    """Files of which nothing here knows; and the cases, while no test walks their list."""
    yield from (f"file {each.name}" for each in BESIDE.iterdir() if each.name not in COMPARED)
    tests = (file for file in HERE.parent.rglob("test_*.py") if file.parent != HERE)
    if not any("CASES.csv" in file.read_text(encoding="utf-8") for file in tests):
        yield "cases: no test loads them"


def cells(name: str, *keys: str) -> Iterator[str]:
    """Rows, columns and cells that either table has and the other has not."""
    ours, theirs = (
        {" ".join(row[key] for key in keys): row for row in rows} for rows in (table(name), table(name, BESIDE))
    )
    columns = [set(next(iter(rows.values()))) for rows in (ours, theirs)]
    yield from (f"{name}: the column {column}" for column in columns[0] ^ columns[1])
    yield from (f"{name}: the row {key}" for key in ours.keys() ^ theirs.keys())
    if list(ours) != list(theirs):
        yield f"{name}: the order"
    for key in ours.keys() & theirs.keys():
        own, their = ours[key], theirs[key]
        yield from (f"{name}: {key}, {each}" for each in columns[0] & columns[1] if own[each] != their[each])


def headings() -> Iterator[str]:
    """The datasets with a heading that is not read as the column that it stands for."""
    rows = table("headings.csv", BESIDE)
    for dataset in DATASETS:
        told = [row for row in rows if row["dataset"] == dataset.name]
        if not all(_read(**row) for row in told):
            yield f"headings.csv: {dataset.name}"
    yield from (f"headings.csv: {name}" for name in {row["dataset"] for row in rows} - {each.name for each in DATASETS})


def _read(dataset: str, column: str, heading: str) -> bool:
    drawn = sheet(dataset)
    place = next(each.names.index(column) for each in DATASETS if each.name == dataset)
    drawn.rows[0] = (*drawn.rows[0][:place], heading, *drawn.rows[0][place + 1 :])
    found = checked(drawn)
    return bool(found.tables) and not any(each.code in ("unknown-column", "missing-column") for each in found.problems)


def codes() -> Iterator[str]:
    """Problem codes, and those of the contract's own list whose severity differs."""
    ours = {row["code"]: row["severity"] for row in table("problem_codes.csv")}
    [listed] = re.findall(r"Problem codes: (.*?)\. ", written("contract.md"))
    severities = {
        code: "warning" if warning else "error" for code, warning in re.findall(r"`([\w-]+)`( \(warning\))?", listed)
    }
    named = re.findall(r"`([a-z]+(?:-[a-z]+)+)`", written("contract.md") + written("reading.md"))
    yield from (f"problem code {code}" for code in {*named, *severities} - ours.keys())
    yield from (f"severity of {code}" for code in severities.keys() & ours.keys() if severities[code] != ours[code])


def rules() -> Iterator[str]:
    """Rules of a standard by their ids. The sentences of the contract are longer than the program's."""
    ours = {row["rule"] for row in table("rules.csv")}
    section = written("contract.md").split("## How the figures are put together")[1]
    yield from (f"rule {rule}" for rule in {*re.findall(r"\b[RANGH]\d\b", section)} - ours)


def commands() -> Iterator[str]:
    """Commands, and options of those that are there."""
    ours = {row["command"]: row["options"].split() for row in table("commands.csv")}
    for text in re.findall(r"`python -m (.*?)`", written("contract.md") + written("reading.md")):
        command = " ".join(text.split()[:2])
        if command in ours:
            yield from (f"{command}: {name}" for name in re.findall(r"--[\w-]+", text) if name not in ours[command])
        else:
            yield f"command {command}"


def answers() -> Iterator[str]:
    """Keys of the JSON of each command, wherever they stand in it, and the values of keys that have few."""
    ours = table("answers.csv")
    section = written("contract.md").split("## JSON")[1].split("## For programmers")[0]
    parts = re.split(r"`((?:loaders|metrics) \w+)`(?: and `[\w ]+`)?: ", section)
    for command, text in zip(parts[1::2], parts[2::2], strict=True):
        told = {(row["key"].split(".")[-1], row["one_of"]) for row in ours if row["command"] == command}
        known = {part for row in ours if row["command"] == command for part in row["key"].split(".")}
        yield from (f"{command}: {key}" for key in re.findall(r'[{,] ?"(\w+)"', text) if key not in known)
        for key, values in re.findall(r'"(\w+)": "([^"]*\|[^"]*)"', text):
            if key in known and (key, values) not in told:
                yield f"{command}: the values of {key}"


def functions() -> Iterator[str]:
    """What other programs may call."""
    named = re.findall(r"`metrics\.signals\.(\w+)", written("contract.md") + written("signals.md"))
    yield from (f"function metrics.signals.{name}" for name in set(named) if not hasattr(signals, name))
