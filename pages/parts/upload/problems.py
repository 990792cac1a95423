"""What was found in a file and every problem in it, in HTML."""

from html import escape
from itertools import groupby

from pages.parts import marks
from pages.parts.words import moment
from qa_data.schema import STORED
from qa_data.uploads import Upload
from qa_data.words import counted

DATASETS = {dataset.name: dataset for dataset in STORED}

MOST = 200
"""So many lines of problems are drawn; the first ones usually explain the rest."""

TO_DO = {
    "error": (marks.mark("red", 20, "!", "Error"), "Must be settled"),
    "warning": (marks.mark("amber", 20, "?", "Warning"), "Please check"),
}


def verdict(answers: list[dict]) -> str:
    """The page's headline: what came of the check."""
    errors = sum(each["severity"] == "error" for answer in answers for each in answer["problems"])
    if errors:
        return f"{escape(_called(answers))}: {counted(errors, 'problem')} to settle"
    if answers and all(sheet["new"] == sheet["changed"] == 0 for answer in answers for sheet in answer["sheets"]):
        return f"{escape(_called(answers))}: nothing new, all of it is stored already"
    new, changed = (
        sum(sheet[which] for answer in answers for sheet in answer["sheets"]) for which in ("new", "changed")
    )
    return f"{escape(_called(answers))}: {counted(new, 'row')} new, {changed:,} changed, nothing to settle"


def _called(answers: list[dict]) -> str:
    return answers[0]["file"] if len(answers) == 1 else f"{len(answers)} files"


def found(answers: list[dict]) -> str:
    """What each sheet was read as, and how many rows of it are new."""
    heads = "".join(
        f'<th scope="col"{" class=n" if number else ""}>{head}</th>'
        for head, number in (
            ("File and sheet", False),
            ("Read as", False),
            ("Header in row", True),
            ("Rows", True),
            ("New", True),
            ("Changed", True),
            ("Unchanged", True),
        )
    )
    rows = "".join(_sheet(answer["file"], sheet) for answer in answers for sheet in answer["sheets"])
    left = [
        f"{escape(answer['file'])}: {escape(', '.join(answer['left_alone']))}"
        for answer in answers
        if answer["left_alone"]
    ]
    aside = (
        '<p class="small">Left alone, since they are none of the sheets that the dashboard knows:'
        f" {'; '.join(left)}.</p>"
        if left
        else ""
    )
    table = (
        '<div class="scroll"><table class="t main'
        f' stack"><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table></div>'
        if rows
        else ""
    )
    return f"{table or '<p>No sheet could be read.</p>'}{aside}"


def loaded_before(answers: list[dict], uploads: list[Upload]) -> str:
    """Says of each of these very files when it was loaded before, since what came later may have corrected it."""
    known = {upload.sha256: upload for upload in uploads if upload.sha256}
    return "".join(
        f"<p>{marks.mark('amber', 20, '?', 'Please check')} <strong>{escape(answer['file'])}</strong> is the very file"
        f" that {escape(known[answer['sha256']].made_by)} loaded on"
        f" {moment(known[answer['sha256']].moment)}{_undoes(answer)}</p>"
        for answer in answers
        if answer["sha256"] in known
    )


def _undoes(answer: dict) -> str:
    changed = sum(sheet["changed"] for sheet in answer["sheets"])
    return f": to load it again would undo {counted(changed, 'later correction')}." if changed else "."


def _sheet(file: str, sheet: dict) -> str:
    numbers = "".join(
        f'<td class="n" data-l="{name}">{sheet[which]:,}</td>'
        for name, which in (
            ("Header in row", "header_row"),
            ("Rows", "rows"),
            ("New", "new"),
            ("Changed", "changed"),
            ("Unchanged", "unchanged"),
        )
    )
    return (
        f'<tr><th scope="row"><strong>{escape(sheet["sheet"])}</strong><div class="source">{escape(file)}</div></th>'
        f'<td data-l="Read as">{escape(DATASETS[sheet["dataset"]].title)}</td>{numbers}</tr>'
    )


def problems(answer: dict) -> str:
    """Every problem of a file, what must be settled first; equal ones in one line with all their cells."""
    if not answer["problems"]:
        return (
            f"<p>{marks.mark('green', 20, '✓', 'Done')} <strong>{escape(answer['file'])}</strong>: nothing to settle"
            " and nothing to check.</p>"
        )
    columns = {sheet["sheet"]: DATASETS[sheet["dataset"]] for sheet in answer["sheets"]}
    folded = [list(same) for _, same in groupby(sorted(answer["problems"], key=_alike), _alike)]
    heads = "".join(
        f'<th scope="col">{head}</th>'
        for head in ("What to do", "Cell and column", "Found", "What is wrong", "Suggestion")
    )
    rows = "".join(_problem(same, columns) for same in folded[:MOST])
    more = (
        f'<p class="small">And {len(folded) - MOST:,} more. Settle these first, then upload the file again.</p>'
        if len(folded) > MOST
        else ""
    )
    return (
        f'<h3>{escape(answer["file"])}</h3><div class="scroll"><table class="t main'
        f' stack"><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table></div>{more}'
    )


def _alike(problem: dict) -> tuple:
    return tuple(problem[part] or "" for part in ("severity", "sheet", "column", "message"))


def _problem(same: list[dict], columns: dict) -> str:
    first = same[0]
    mark, to_do = TO_DO[first["severity"]]
    values = sorted({each["value"] for each in same if each["value"]})
    shown = " ".join(f"<mark>{escape(value)}</mark>" for value in values[:3])
    suggestion = f"<strong>{escape(first['suggestion'])}</strong>" if first["suggestion"] else ""
    return (
        f'<tr><td data-l="What to do"><span class="nowrap">{mark} {to_do}</span></td><td'
        f' data-l="Cell"><div>{_cells(same)} {_column(first, columns)}</div></td><td'
        f' data-l="Found"><span>{shown}</span></td><td data-l="What is'
        f' wrong"><span>{escape(first["message"])}</span></td><td data-l="Suggestion">{suggestion}</td></tr>'
    )


def _cells(same: list[dict]) -> str:
    cells = [each["cell"] for each in same if each["cell"]]
    more = f" and {len(cells) - 8:,} more" if len(cells) > 8 else ""
    if not same[0]["sheet"]:
        return "The whole file"
    return f"<code>{escape(same[0]['sheet'])}{'!' if cells else ''}{', '.join(cells[:8])}</code>{more}"


def _column(problem: dict, columns: dict) -> str:
    known = columns.get(problem["sheet"])
    if not problem["column"] or not known or problem["column"] not in known.names:
        return ""
    return f'<span class="source">{escape(known.column(problem["column"]).header)}</span>'
