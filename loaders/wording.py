"""What the commands print for people: the file, its sheets, and its problems with equal ones folded together."""

from itertools import groupby
from typing import cast

from loaders.comparing import SheetTaken
from loaders.differing import Change, Lacking, RowTold
from loaders.loading import Answer, Loaded, LookedAt
from loaders.problems import ProblemTold
from qa_data.dictionary import dataset
from qa_data.wording import counted


def told(answer: Answer) -> str:
    """One file's answer in words, a line a sheet and a line a problem."""
    return "\n".join(
        [
            _verdict(answer),
            *map(_sheet, answer["sheets"]),
            *_differences(answer),
            *_left_alone(answer),
            *_problems(answer["problems"]),
        ]
    )


def told_history(uploads: list[dict]) -> str:
    """Every upload, oldest first, a line each."""
    if not uploads:
        return "Nothing has been loaded yet. Load a file first: python -m loaders load October.xlsx"
    return "\n".join(
        f"{each['upload_id']}  {_minute(each['at'])}  {each['state']:<9}  {each['by']}  {each['file']} "
        f" {_erased(each) if 'erased_by' in each else _counts(each)}"
        for each in uploads
    )


def _erased(upload: dict) -> str:
    return f"by {upload['erased_by']}, {_minute(upload['erased_at'])}: {upload['erased_reason']}"


def _minute(at: str) -> str:
    return at[:16].replace("T", " ")


def _verdict(answer: Answer) -> str:
    if not answer["accepted"]:
        return f"{answer['file']}: refused, nothing of it is stored."
    return f"{answer['file']}: {'loaded as ' + answer['upload_id'] if answer['upload_id'] else 'can be loaded'}."


def _sheet(sheet: SheetTaken) -> str:
    return (
        f"  {sheet['sheet']} (header in row {sheet['header_row']}): {sheet['dataset']}, {_rows(sheet['rows'])}:"
        f" {sheet['new']} new, {sheet['changed']} changed, {sheet['unchanged']} unchanged{_cells(sheet)}"
    )


def _cells(sheet: SheetTaken) -> str:
    """Cells that would be blank, and those kept from earlier files, where there are any."""
    blanked, kept = sheet["blanked"], sheet["kept"]
    return (f"; {counted(blanked, 'cell')} made blank" if blanked else "") + (
        f"; {counted(kept, 'cell')} kept from earlier files" if kept else ""
    )


def _differences(answer: Answer) -> list[str]:
    """What a check tells of: new rows, cells that would be blank or changed, what is kept; and what the file lacks,
    which loading it tells too.
    """
    lacking = [
        f"  Kept, though this file lacks the row: {_lacked(each)}" for each in cast(Loaded, answer).get("lacking", ())
    ]
    if "changes" not in answer:
        return lacking
    looked = cast(LookedAt, answer)
    return [
        *(f"  New: {_row(each)}" for each in looked["new_rows"]),
        *(f"  {_change(each)}" for each in looked["changes"]),
        *(f"  Kept from an earlier file: {_cell(each)}, {each['old']}" for each in looked["kept"]),
        *lacking,
    ]


def _lacked(each: Lacking) -> str:
    return f"{each['home']}: {each['told']} ({each['file']}, row {each['sheet_row']})"


def _change(each: Change) -> str:
    if each["new"] is None:
        return f"Would be blank: {_cell(each)}, now {each['old']}"
    return f"Changed: {_cell(each)}, {each['old'] or 'blank'} becomes {each['new']}"


def _cell(each: Change) -> str:
    return f"{_row(each)}: {dataset(each['dataset']).column(each['name']).header}"


def _row(each: RowTold) -> str:
    return f"{each['sheet']} row {each['sheet_row']}, {each['home']}{': ' if each['told'] else ''}{each['told']}"


def _rows(count: int) -> str:
    return f"{count:,} row" if count == 1 else f"{count:,} rows"


def _left_alone(answer: Answer) -> list[str]:
    return [f"  Left alone: {', '.join(answer['left_alone'])}"] if answer["left_alone"] else []


def _problems(problems: list[ProblemTold]) -> list[str]:
    def same(problem: ProblemTold) -> tuple:
        return problem["severity"], problem["code"], problem["sheet"] or "", problem["column"] or "", problem["message"]

    folded = [
        (key, [problem["cell"] for problem in group if problem["cell"]])
        for key, group in groupby(sorted(problems, key=same), same)
    ]
    return [
        f"  {severity.capitalize()} {f'{sheet}!' if cells else sheet}{', '.join(cells)} [{code}]: {message}"
        for (severity, code, sheet, _, message), cells in folded
    ]


def _counts(upload: dict) -> str:
    total = {name: sum(sheet[name] for sheet in upload["sheets"]) for name in ("new", "changed", "unchanged")}
    return f"{total['new']} new, {total['changed']} changed, {total['unchanged']} unchanged"
