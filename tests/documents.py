"""The README's tables, docs/files.md and the tables of docs/roles.md, made from what the program declares and does:
python -m tests.documents writes them, a test compares them.
"""

import re
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from loaders.loading import load
from loaders.problems import CODES, ERROR
from loaders.settling import GIVEABLE
from metrics.rag.rules import HOME_RULES, RULES
from pages.parts.registered import REGISTERED
from qa_data.access import ROLES, Right
from qa_data.dictionary import DATASETS, Column, Dataset
from qa_data.retention import PERIODS
from qa_data.scope import of_every_home
from tests.loaders.awkward import AWKWARD, Awkward, plain_words, with_two_homes
from tests.metrics.signals.simulating import false_flags_table, power_table
from tests.qa_data.personal.sentences import HELD_BACK, shares

Tables = tuple[tuple[str, Callable[[], str]], ...]

README = Path(__file__).parent.parent / "README.md"
FILES = README.parent / "docs" / "files.md"
ROLES_PAGE = README.parent / "docs" / "roles.md"
PRIVACY = README.parent / "docs" / "privacy.md"

ABOUT_FILES = """# What each kind of file gets

Every file is read by a process of its own with bounds on memory and time, checked as a whole, and stored as a whole or
not at all. Each line below is a file that the tests make, hand in and find loaded right or refused with that code and
sentence. `python -m tests.documents` writes this page.
"""


ABOUT_MASKING = """## What is masked (`personal-data`)

Every text is looked through before it is stored: the columns that people write freely, references and regulations, the
names of the file and its sheets, what was settled, decisions, notes and reasons. What is found is named with its cell
to whoever uploads, and only `[name]`, `[initials]`, `[postcode]` and the like are stored.

- **Full names**, of whatever language people in England have, in capitals, in small letters, with hyphens, particles
  and marks or without them, the surname first or last.
- **Single names**: given names; where they are words, places or months as well (Grace, Jordan, May) only where the
  words around them say that a person is meant: said, was restrained, aged 14, (13), young person, 's bedroom. So are
  words that no list of names or of the language knows; any word at all where only a person does what follows (uses
  they/them, and her sister, turned 16), or after words in quotation marks and in brackets after a child's record.
- **Initials** of two or three letters (JS, J.S., YP KT), but for the field's abbreviations, the homes' and those of
  people who are confirmed; in names of files and sheets where these begin and after Child or YP. Names after Mr, Mrs,
  Dr; what somebody is called in quotation marks.
- **Dates of birth, NHS numbers, telephone numbers, e-mail addresses, postcodes and addresses.**

**Who may be named.** Homes; and staff and visitors once a person has confirmed them, on the Upload page, under Settings
or by `python -m qa_data people --confirm NAME --as staff --by NAME`. Standing in Owner, Lead, Verified by or Visitor is
not enough, since a child's name may stand there by mistake. Those columns keep what they hold, unmasked; a name there
that is masked in a text of the same file is named once, at its first cell, and where a text says it of a child, both
cells are named. Whoever signs keeps their own name, and no other.

**Keys.** A reference with a name in it counts as not given: the action gets one that is made from its source, date and
text. Findings and plan lines that only the mask makes alike are numbered (`[name]`, `[name 2]`) in the order of what
was typed, wherever they stand; a later file with one more of them may number them anew.

**What is not promised.** A nickname without quotation marks, a name that no list knows and no word points to, or
initials that are an abbreviation of the field as well (RM, SW) may stand. Names of firms, books and films that are
well known stay, unless the words around them say that a person is meant. What an earlier version stored is not masked
afterwards. Take names out of the sheet.

"""

ABOUT_SETTLING = f"""## What can be settled on the Upload page

The file stays as it is; what is settled is checked like what stands there, and stands with the upload.

- **A cell** is given another value or left blank; its row is left out.
- **A column that a sheet lacks** ({", ".join(f"`{code}`" for code in GIVEABLE)}, where the problem names the column)
  is given once for all its rows, and for those that leave it blank: all of it Beech House, all of it October 2026. Of
  months by their names alone (months across, a sheet Oct) the year will do: 2026, or 2026-27 from April on.
- **Several recommendations in one cell** (`several-in-a-cell`) become rows: the first keeps the reference, R12; the
  others are R12 part 2, R12 part 3. The row's other cells are repeated. A form's cell keeps its place.
- **What was settled before** for the same home, column and value is offered when it comes again, also where it was a
  home's name in any row; a withdrawn upload offers nothing.

The corrected workbook has all of it: values as numbers and days where the column holds such, rows left out emptied, a
given column beside the table and a title over one that lies on its side, the new rows under theirs, with formulas,
merged cells and rules moved along. What marked the workbook before is taken out: comments that begin with the
dashboard's name, its rule of colour, its list. What writing the workbook anew would lose is said.
"""


def datasets() -> str:
    """A line a dataset: what a row is, and the columns that must be there."""
    lines = [
        f"| {each.title} | {each.row} | {', '.join(column.header for column in each.columns if column.must_stand)} |"
        f" {len(each.columns)} |"
        for each in DATASETS
    ]
    return "\n".join(
        ["| sheet | a row is | columns that must be there | columns in all |", "|---|---|---|---|", *lines]
    )


def rules() -> str:
    """A line a rule."""
    lines = [f"| {rule.id} | {rule.colour} | {rule.sentence} |" for rule in (*RULES, *HOME_RULES)]
    return "\n".join(["| rule | colour | when |", "|---|---|---|", *lines])


def roles() -> str:
    """A line a role: what it may do, and for which homes."""
    lines = [
        f"| {role.name} | {'; '.join(right.value for right in Right if right in role.rights)} |"
        f" {'their own' if role.own else 'every home'} |"
        for role in ROLES
    ]
    return "\n".join(["| role | may | for |", "|---|---|---|", *lines])


def pages() -> str:
    """A line a page: the roles that it is open to."""
    lines = [
        f"| {page.title} | {', '.join(role.name for role in ROLES if role.rights & page.rights)} |"
        for page in REGISTERED.values()
    ]
    return "\n".join(["| page | open to |", "|---|---|", *lines])


def written_columns() -> str:
    """A line a dataset: where it names staff or visitors, and where somebody writes freely."""
    lines = [f"| {each.title} | {each.row} | {_headers(each, _names)} | {_headers(each, _free)} |" for each in DATASETS]
    return "\n".join(
        ["| sheet | a row is | names of staff and visitors | written freely |", "|---|---|---|---|", *lines]
    )


def _headers(dataset: Dataset, chosen: Callable[[Column], bool]) -> str:
    return ", ".join(column.header for column in dataset.columns if chosen(column)) or "–"


def _names(column: Column) -> bool:
    return column.person


def _free(column: Column) -> bool:
    return column.type in ("text", "long text", "text list") and not column.person


FIRST_RUNS = (
    ("Held back while the search was made", "98.9 of 100 names", "3.3 of 100"),
    ("Written blind, by somebody who had not seen the program", "66 of 70 names; 63 of 70 with every word", "7 of 50"),
    ("An outside examiner's", "54 of 60 names handled", "0 of 20"),
    ("Made hard on purpose, the last of six sets", "26 of 30 names with every word", "2 of 20"),
)
"""Of sentences that nobody had mended anything for, as they came out when they were first run, which cannot be run
again: what was masked, and how many without a name were touched.
"""


def masking_measured() -> str:
    """What first runs on unseen sentences gave, and how many names of those since mended for are masked now."""
    lines = [f"| {each} | {masked} | {touched} |" for each, masked, touched in FIRST_RUNS]
    masked, touched = shares(HELD_BACK)
    now = (
        f"Of sentences that have been mended for since (those once held back), and so of no new ones: {masked:.0f} of"
        f" 100 names masked now, {touched:.0f} of 100 without a name touched."
    )
    table = ["| first run | masked | harmless sentences touched |", "|---|---|---|", *lines, "", now]
    # It stands within a point of a list.
    return "\n".join(f"  {line}".rstrip() for line in table)


def retained() -> str:
    """A line a kind of record that has a period of its own: from when its years count."""
    lines = [f"| {each.title} | `{each.table}` | {each.since} |" for each in PERIODS]
    return "\n".join(["| kind of record | in commands | counted from |", "|---|---|---|", *lines])


DECLARED: Tables = (
    ("datasets", datasets),
    ("rules", rules),
    ("roles", roles),
    ("pages", pages),
    ("written columns", written_columns),
    ("retained", retained),
    ("masking measured", masking_measured),
)
SIMULATED: Tables = (("false flags", false_flags_table), ("power", power_table))


def with_tables(text: str, tables: Tables = DECLARED + SIMULATED) -> str:
    """The document with each of the tables that it marks made anew; one that it does not have costs nothing."""
    for name, table in tables:
        text = re.sub(
            rf"(<!-- {name} -->\n).*?( *<!-- /{name} -->)",
            lambda match, table=table: match[1] + table() + "\n" + match[2],
            text,
            flags=re.S,
        )
    return text


def about_files(kinds: list[str]) -> str:
    """docs/files.md: a line a kind of file, as they are given, and a line a code."""
    codes = [
        f"| `{code}` | {'refuses the file' if severity == ERROR else 'a warning'} | {what} |"
        for code, (severity, what) in CODES.items()
    ]
    return "\n".join(
        [
            ABOUT_FILES,
            "| file | gets |",
            "|---|---|",
            *kinds,
            "",
            "## Every problem that a file can have",
            "",
            "| code | | what it is |",
            "|---|---|---|",
            *codes,
            "",
            ABOUT_MASKING,
            ABOUT_SETTLING,
        ]
    )


def gets(awkward: Awkward, problems: list[dict]) -> str:
    """The line of a kind of file: what it is and what is said of it."""
    errors = [_said(each) for each in problems if each["severity"] == ERROR]
    return f"| {awkward.what} | {errors[0] if errors else '<br>'.join(['loaded', *map(_said, problems)])} |"


def _problems(awkward: Awkward) -> list[dict]:
    with TemporaryDirectory() as folder:
        path = Path(folder) / awkward.name
        path.write_bytes(awkward.made())
        return load(with_two_homes(), of_every_home(), path, "")["problems"]


def _said(problem: dict) -> str:
    return f"`{problem['code']}`: {plain_words(problem['message'])}"


if __name__ == "__main__":
    for document in (README, ROLES_PAGE, PRIVACY):
        document.write_text(with_tables(document.read_text()))
    FILES.write_text(about_files([gets(each, _problems(each)) for each in AWKWARD]))
