"""What a file would change, old and new side by side, and what it lacks."""

from htpy import Element, Node, code, details, div, li, mark, p, span, summary, ul

from pages.parts import sources
from pages.parts.tables import head, scrolled
from qa_data.dictionary import dataset
from qa_data.wording import counted

MOST = 200

OPEN = 10
"""A list that is no longer than this stands open."""

HEADS = ("Row", "Column", head("As it is stored", "Stored"), head("As the file has it", "In the file"))


def differences(answer: dict) -> list[Element | None]:
    """For one file: what would be blank, what would change, what is kept, what is new, and what it lacks; nothing where
    there is none of it, or where the file is refused.
    """
    if not answer["accepted"]:
        return []
    blanked = sum(sheet["blanked"] for sheet in answer["sheets"])
    kept = sum(sheet["kept"] for sheet in answer["sheets"])
    blanks = [each for each in answer["changes"] if each["new"] is None]
    others = [each for each in answer["changes"] if each["new"] is not None]
    changed = answer["changed"] - blanked
    return [
        _cells(f"{counted(blanked, 'cell')} would be made blank; the earlier version is kept", blanks, blanked),
        _cells(f"{counted(changed, 'cell')} would change; the earlier version is kept", others, changed),
        _kept(answer["kept"], kept),
        _new(answer["new_rows"], sum(sheet["new"] for sheet in answer["sheets"])),
        _lacking(answer["lacking"]),
    ]


def _cells(title: str, changes: list[dict], every: int) -> Element | None:
    if not every:
        return None
    return details(open=every <= OPEN)[
        summary[title],
        scrolled(HEADS, map(_change, changes[:MOST])),
        _first(every),
    ]


def _change(each: dict) -> list[Node]:
    return [
        *_cell(each),
        _standing(each),
        span[_value(each["new"])],
    ]


def _standing(each: dict) -> list[Node]:
    return [span[_value(each["old"])], div(".source")[sources.source(each["standing"])]]


def _cell(each: dict) -> list[Node]:
    return [_row(each), dataset(each["dataset"]).column(each["name"]).header]


def _row(each: dict) -> Node:
    return [f"{each['home'] or ''}: {each['told']} ", code[f"{each['sheet']}, row {each['sheet_row']}"]]


def _kept(kept: list[dict], every: int) -> Element | None:
    if not every:
        return None
    return details[
        summary[f"{counted(every, 'cell')} of columns that the file does not have: kept as earlier files gave them"],
        scrolled(HEADS[:3], ([*_cell(each), _standing(each)] for each in kept[:MOST])),
        _first(every),
    ]


def _new(rows: list[dict], every: int) -> Element | None:
    if not rows:
        return None
    return details[
        summary[f"{counted(every, 'row')} new"], ul(".l")[[li[div[_row(each)]] for each in rows[:MOST]]], _first(every)
    ]


def _first(every: int) -> Element | None:
    return p(".small")[f"The first {MOST} are shown."] if every > MOST else None


def _value(value: str | None) -> Element:
    return mark[value] if value is not None else span(".small")["blank"]


def _lacking(lacking: list[dict]) -> Element | None:
    if not lacking:
        return None
    rows = counted(len(lacking), "row")
    return details(open=len(lacking) <= OPEN)[
        summary[f"{rows} that an earlier file had of the same home and time, and this one lacks"],
        p(".small")["They are kept unless you choose otherwise under Confirm."],
        ul(".l")[[_lacked(each) for each in lacking[:MOST]]],
        _first(len(lacking)),
    ]


def _lacked(each: dict) -> Element:
    return li[div[f"{each['home']}: {each['told']}", div(".source")[sources.source(each["standing"])]]]
