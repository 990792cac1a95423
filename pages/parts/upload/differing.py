"""What a file would change, old and new side by side, and what it lacks."""

from htpy import Element, Node, code, details, div, li, mark, p, span, summary, ul

from pages.parts import sources
from pages.parts.tables import head, scrolled
from qa_data.dictionary import dataset
from qa_data.wording import counted

MOST = 200

HEADS = ("Row", "Column", head("As it is stored", "Stored"), head("As the file has it", "In the file"))


def differences(answer: dict) -> list[Element | None]:
    """Both for one file; nothing where there is neither."""
    return [_changes(answer["changes"], answer["changed"]), _lacking(answer["lacking"])]


def _changes(changes: list[dict], every: int) -> Element | None:
    if not changes:
        return None
    return details(open=True)[
        summary[f"{counted(every, 'cell')} would change; the earlier version is kept"],
        scrolled(HEADS, map(_change, changes[:MOST])),
        _first(every),
    ]


def _change(each: dict) -> list[Node]:
    return [
        [f"{each['home'] or ''}: {each['told']} ", code[f"{each['sheet']}, row {each['sheet_row']}"]],
        dataset(each["dataset"]).column(each["name"]).header,
        [span[_value(each["old"])], div(".source")[sources.source(each["standing"])]],
        span[_value(each["new"])],
    ]


def _first(every: int) -> Element | None:
    return p(".small")[f"The first {MOST} are shown."] if every > MOST else None


def _value(value: str | None) -> Element:
    return mark[value] if value is not None else span(".small")["blank"]


def _lacking(lacking: list[dict]) -> Element | None:
    if not lacking:
        return None
    rows = counted(len(lacking), "row")
    return details(open=True)[
        summary[f"{rows} that an earlier file had of the same home and month, and this one lacks"],
        p(".small")["They are kept unless you choose otherwise under Confirm."],
        ul(".l")[[_lacked(each) for each in lacking[:MOST]]],
        _first(len(lacking)),
    ]


def _lacked(each: dict) -> Element:
    return li[div[f"{each['home']}: {each['told']}", div(".source")[sources.source(each["standing"])]]]
