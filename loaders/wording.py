"""What the commands print for people: the file, its sheets, and its problems with equal ones folded together."""

from itertools import groupby

from loaders.loading import Answer
from loaders.problems import ProblemTold
from loaders.storing import SheetTaken


def told(answer: Answer) -> str:
    """One file's answer in words, a line a sheet and a line a problem."""
    return "\n".join(
        [_verdict(answer), *map(_sheet, answer["sheets"]), *_left_alone(answer), *_problems(answer["problems"])]
    )


def told_history(uploads: list[dict]) -> str:
    """Every upload, oldest first, a line each."""
    if not uploads:
        return "Nothing has been loaded yet. Load a file first: python -m loaders load October.xlsx"
    return "\n".join(
        f"{each['upload_id']}  {each['at'][:16].replace('T', ' ')}  {each['state']:<9}  {each['by']}  {each['file']} "
        f" {_counts(each)}"
        for each in uploads
    )


def _verdict(answer: Answer) -> str:
    if not answer["accepted"]:
        return f"{answer['file']}: refused, nothing of it is stored."
    return f"{answer['file']}: {'loaded as ' + answer['upload_id'] if answer['upload_id'] else 'can be loaded'}."


def _sheet(sheet: SheetTaken) -> str:
    return (
        f"  {sheet['sheet']} (header in row {sheet['header_row']}): {sheet['dataset']}, {_rows(sheet['rows'])}:"
        f" {sheet['new']} new, {sheet['changed']} changed, {sheet['unchanged']} unchanged"
    )


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
