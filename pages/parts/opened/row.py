"""A row in HTML: what stands in its cells, who loaded it and when, and what other files said of it."""

from htpy import Element, Fragment, Node, code, details, em, fragment, h2, h3, p, section, summary

from metrics.visits.opened import visit_as_loaded
from pages.parts import ask, tables
from pages.parts.opened.values import said
from pages.parts.opening import row_opens
from pages.parts.sources import place, settling
from pages.parts.wording import moment
from qa_data.as_loaded import HOLDS, IN_PART, REMOVED, REPLACED, WITHDRAWN, row_as_loaded
from qa_data.wording import counted, listed

STATES = {
    HOLDS: "It holds: no later file says otherwise.",
    IN_PART: "It holds in part: a later file says more, or other things, in some columns.",
    REPLACED: "It no longer holds: a later file replaced it.",
    REMOVED: "It no longer holds: the row was removed later.",
    WITHDRAWN: "It does not hold: its file was withdrawn",
}

HEADS = ("Heading", "Value", "Cell")

DIFFERS = ("Heading", tables.head("Says there", "There"), tables.head("Says this row", "This row"))


def row(upload_id: str, sheet: str, number: str, cell: str) -> Fragment | None:
    """The row of that upload's sheet (as `qa_data.as_loaded.row_as_loaded`), the cell that was followed first."""
    place = upload_id, sheet, int(number)
    found = ask.answer(row_as_loaded, *place) or ask.answer(visit_as_loaded, *place)
    return fragment[[section[_row(each, cell)] for each in found]] if found else None


def _row(row: dict, cell: str) -> list[Node]:
    chosen = next((each for each in row["values"] if each["cell"] == cell), None)
    about = f"{row['home']} · {row['title']}" if row["home"] else row["title"]
    return [
        h2(id="opened", tabindex="-1")[f"{chosen['header']}: {said(chosen)}" if chosen else about],
        p[[about, " · "] if chosen else None, code[_where(row, chosen)]],
        p[f"Loaded by {row['made_by']} on {moment(row['moment'])}. ", _state(row)],
        h3["What stood there before"],
        _versions(row, row["before"]) or p(".small")["Nothing: no earlier file had this row."],
        [h3["What later files say"], _versions(row, row["since"])] if row["since"] else None,
        h3["The whole row"],
        tables.table(HEADS, [_value(each, each is chosen, row["settled"]) for each in row["values"] if _given(each)]),
        _left_out(row),
    ]


def _where(row: dict, chosen: dict | None) -> str:
    named = place(row["file"], row["sheet"])
    return f"{named}, {chosen['cell']}" if chosen else f"{named}, row {row['row']}"


def _state(row: dict) -> str:
    who = f" by {row['changed_by']} on {moment(row['changed_at'])}." if row["state"] == WITHDRAWN else ""
    return STATES[row["state"]] + who


def _given(value: dict) -> bool:
    return value["cell"] is not None or value["value"] is not None


def _value(value: dict, chosen: bool, settled: list[dict]) -> tables.Row:
    made = [
        (" ", em(".small")[f"{each['cell']} {settling(each)}"]) for each in settled if each["cell"] == value["cell"]
    ]
    return tables.row(
        value["header"],
        [said(value), made],
        _kept(value["kept"]) if value["kept"] else value["cell"] or "–",
        aria_current="true" if chosen else None,
    )


def _kept(kept: dict) -> Node:
    """The cell of the earlier file that gave it."""
    named = f"{place(kept['file'], kept['sheet'])}, {kept['cell'] or 'row ' + str(kept['row'])}"
    return ["kept from ", code[row_opens(kept["upload_id"], kept["sheet"], kept["row"], kept["cell"], named)]]


def _left_out(row: dict) -> Element | None:
    """The headings that the sheet has no column for."""
    missing = [each["header"] for each in row["values"] if not _given(each)]
    if not missing:
        return None
    return details[summary[f"{counted(len(missing), 'heading')} that the sheet does not have"], p[listed(missing)]]


def _versions(row: dict, versions: list[dict]) -> list[Node]:
    return [_version(row, each) for each in versions]


def _version(row: dict, version: dict) -> list[Node]:
    standing = {each["name"]: each for each in row["values"]}
    differing = [(each["header"], said(each), said(standing[each["name"]])) for each in version["differing"]]
    return [
        p[_led(version), _withdrawn(version)],
        tables.table(DIFFERS, differing) if differing else None,
    ]


def _led(version: dict) -> Node:
    at = f"{version['made_by']} on {moment(version['moment'])}"
    if version["removed"]:
        return f"Removed by {at}."
    named = f"{place(version['file'], version['sheet'])}, row {version['row']}"
    link = row_opens(version["upload_id"], version["sheet"], version["row"], None, named)
    return ["Loaded by ", at, " from ", code[link], "." if version["differing"] else ": it says the same."]


def _withdrawn(version: dict) -> str | None:
    if not version["withdrawn"]:
        return None
    return f" Withdrawn by {version['changed_by']} on {moment(version['changed_at'])}: it does not count."
