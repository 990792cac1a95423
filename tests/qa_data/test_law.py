"""The predicates of the law stand once, in the words of the dictionary."""

import re
from pathlib import Path

import pytest

from qa_data.dictionary.ofsted import FULL_INSPECTION
from qa_data.schema import STORED

ROOT = Path(__file__).parents[2]

LAW = ROOT / "qa_data" / "law.sql"

TERMS = "Regulation 44 visit|Ofsted requirement|Performance clinic|Full inspection|Full|Cancelled"

SPELLINGS = {
    "a kind compared": re.compile(rf"(?:=|<>|\bin\b) *\(?[^()\n]*[\"'](?:{TERMS})[\"']"),
    "whether an action is undertaken": re.compile(r"coalesce\(\w*\.?decision, *'"),
    "whether a home is open": re.compile(r"\bclosed *(?:>|<|is null|is not null)|\bopened *<= *(?:month|day)\b"),
}

SQL = re.compile(r"[^\n]*\b(?:select|where|from|when|and|or|filter|join)\b[^\n]*", re.IGNORECASE)
"""A line of a query, wherever it stands."""


def spelled_elsewhere(text: str, python: bool) -> list[str]:
    """What a file spells for itself of the law: in a query, and in Python where a value is compared."""
    compared = re.findall(rf"[!=]= *[\"'](?:{TERMS})[\"']", text) if python else []
    lines = SQL.findall(text) if python else text.splitlines()
    return compared + [found[0] for line in lines for each in SPELLINGS.values() if (found := each.search(line))]


def test_the_laws_predicates_are_spelled_nowhere_else():
    files = [path for room in ("metrics", "loaders", "pages", "qa_data") for path in (ROOT / room).rglob("*.*")]
    told = {
        str(path.relative_to(ROOT)): spelled_elsewhere(path.read_text(encoding="utf-8"), path.suffix == ".py")
        for path in files
        if path.suffix in (".py", ".sql") and path != LAW
    }
    assert {path: spelled for path, spelled in told.items() if spelled} == {}


@pytest.mark.parametrize(
    ("text", "python"),
    [
        ("from visits where visit_type = 'Regulation 44 visit'", False),
        ("rows(\"select 1 from actions where coalesce(decision, 'Accepted') = 'Accepted'\")", True),
        ("where opened <= day and (closed is null or closed >= day)", False),
        ("case when status <> 'Cancelled' then 1 end", False),
        ('if row["source"] == "Ofsted requirement":', True),
        ("where source in ('Complaint', 'Performance clinic')", False),
    ],
)
def test_another_spelling_is_seen(text, python):
    assert spelled_elsewhere(text, python)


def test_the_laws_words_are_those_of_the_dictionary():
    choices = {choice for each in STORED for column in each.columns for choice in column.choices} | {FULL_INSPECTION}
    words = set(re.findall(r"'([A-Z][^']*)'", re.sub("--.*", "", LAW.read_text(encoding="utf-8"))))
    assert "Regulation 44 visit" in words and words <= choices
