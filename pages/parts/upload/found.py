"""What came of checking files: the verdict, what each sheet was read as, and whether a file was loaded before."""

from htpy import Element, Node, Renderable, details, div, fragment, p, strong, summary

from pages.parts import marks
from pages.parts.tables import Cell, cell, head, scrolled
from pages.parts.upload.fold import to_settle
from pages.parts.wording import moment
from qa_data.schema import STORED
from qa_data.uploads import Upload
from qa_data.wording import counted

DATASETS = {each.name: each for each in STORED}

MOST_SHEETS = 8

NUMBERS = {
    "Header in row": "header_row",
    "Rows": "rows",
    "New": "new",
    "Changed": "changed",
    "Unchanged": "unchanged",
    "Cells kept": "kept",
    "Cells made blank": "blanked",
}


def verdict(answers: list[dict]) -> str:
    """The page's headline: what came of the check."""
    if errors := sum(to_settle(answer["problems"]) for answer in answers):
        return f"{_called(answers)}: {counted(errors, 'problem')} to settle"
    if answers and all(sheet["new"] == sheet["changed"] == 0 for answer in answers for sheet in answer["sheets"]):
        return f"{_called(answers)}: nothing new, all of it is stored already"
    new, changed = (
        sum(sheet[which] for answer in answers for sheet in answer["sheets"]) for which in ("new", "changed")
    )
    said = f"{_called(answers)}: {counted(new, 'row')} new, {changed:,} changed"
    if blanked := sum(sheet["blanked"] for answer in answers for sheet in answer["sheets"]):
        said = f"{said}, {counted(blanked, 'cell')} would be made blank"
    if undecided := sum(bool(each["suggestion"]) for answer in answers for each in answer["headings"]):
        return f"{said}, {counted(undecided, 'heading')} to decide"
    if blanked:
        return said
    return f"{said}, nothing to settle"


def _called(answers: list[dict]) -> str:
    return answers[0]["file"] if len(answers) == 1 else f"{len(answers)} files"


def found(answers: list[dict]) -> Renderable:
    """What each sheet was read as, and how many rows of it are new; folded while something is to be settled or where
    there is much of it.
    """
    heads = ("File and sheet", "Read as", *(head(each, class_="n") for each in NUMBERS))
    rows = [_sheet(answer["file"], sheet) for answer in answers for sheet in answer["sheets"]]
    folded = len(rows) > MOST_SHEETS or not all(answer["accepted"] for answer in answers)
    return fragment[
        details(open=not folded)[summary[_counts(answers)], scrolled(heads, rows)]
        if rows
        else p["No sheet could be read."],
        _left_alone(answers),
    ]


def _counts(answers: list[dict]) -> str:
    """8 sheets of 2 files: 120 rows."""
    sheets = [sheet for answer in answers for sheet in answer["sheets"]]
    files = f" of {len(answers)} files" if len(answers) > 1 else ""
    return f"{counted(len(sheets), 'sheet')}{files} read: {counted(sum(sheet['rows'] for sheet in sheets), 'row')}"


def _sheet(file: str, sheet: dict) -> list[Node | Cell]:
    return [
        [strong[sheet["sheet"]], div(".source")[file]],
        DATASETS[sheet["dataset"]].title,
        *(cell(f"{sheet[which]:,}", class_="n") for which in NUMBERS.values()),
    ]


def _left_alone(answers: list[dict]) -> Element | None:
    """Sheets of which no problem says why they are left alone."""
    unsaid = [(each["file"], [name for name in each["left_alone"] if name not in _said_of(each)]) for each in answers]
    left = [f"{file}: {', '.join(names)}" for file, names in unsaid if names]
    if not left:
        return None
    return p(".small")[f"Left alone, since they are none of the sheets that the dashboard knows: {'; '.join(left)}."]


def _said_of(answer: dict) -> set[str]:
    return {each["sheet"] for each in answer["problems"] if each["code"] == "sheet-left-alone"}


def loaded_before(answers: list[dict], uploads: list[Upload]) -> list[Element]:
    """Says of each of these very files when it was loaded before, since what came later may have corrected it."""
    known = {upload.sha256: upload for upload in uploads if upload.sha256}
    return [_again(answer, known[answer["sha256"]]) for answer in answers if answer["sha256"] in known]


def _again(answer: dict, before: Upload) -> Element:
    return p[
        marks.mark("amber", 20, "?", "Please check"),
        " ",
        strong[answer["file"]],
        f" is the very file that {before.made_by} loaded on {moment(before.moment)}{_undoes(answer)}",
    ]


def _undoes(answer: dict) -> str:
    changed = sum(sheet["changed"] for sheet in answer["sheets"])
    return f": to load it again would undo {counted(changed, 'later correction')}." if changed else "."
