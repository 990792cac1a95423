"""The README and docs/files.md say what the program does."""

import re
import shlex

from qa_data.access import ROLES
from qa_data.kept_safe import _parser
from tests.documents import DECLARED, FILES, PRIVACY, README, ROLES_PAGE, SIMULATED, about_files, with_tables
from tests.loaders.awkward import AWKWARD
from tests.metrics.signals.measured import CHANGES, SLIDES
from tests.metrics.signals.simulating import false_flags_table, power_table
from tests.metrics.signals.worlds import WORLDS
from tests.seeds import LONG, some


def test_the_readme_has_the_tables_that_the_program_declares():
    text = README.read_text()
    assert with_tables(text, DECLARED) == text, "Run python -m tests.documents"


def test_the_readme_has_what_the_simulation_gives():
    """Of the tables' lines some, unless LONG is set: each takes seconds."""
    text = README.read_text()
    made = (false_flags_table(some(WORLDS, 1)), power_table(some(CHANGES, 2), some(SLIDES, 1)))
    lines = [line for table in made for line in table.splitlines()]
    assert [line for line in lines if f"\n{line}\n" not in text] == [], "Run python -m tests.documents"
    assert not LONG or with_tables(text, SIMULATED) == text, "Run python -m tests.documents"


def test_the_page_about_roles_has_what_the_roles_and_pages_declare():
    text = ROLES_PAGE.read_text()
    assert with_tables(text) == text, "Run python -m tests.documents"
    assert all(f"\n| {role.name} |" in text for role in ROLES)


def test_the_page_about_privacy_has_the_columns_and_the_periods_that_the_program_declares():
    text = PRIVACY.read_text()
    assert with_tables(text) == text, "Run python -m tests.documents"


def test_the_commands_on_the_page_about_privacy_are_commands():
    told = re.findall(r"^python -m qa_data (.+)$", PRIVACY.read_text(), re.MULTILINE)
    assert len(told) > 8
    for words in told:
        _parser().parse_args(shlex.split(words))


def test_the_page_about_files_has_a_line_for_each_of_them_and_for_each_code():
    """What each of them gets is compared where it is handed in (tests/loaders/test_awkward.py)."""
    lines = FILES.read_text().split("|---|---|\n")[1].split("\n\n")[0].splitlines()
    assert [line.split(" | ")[0] for line in lines] == [f"| {each.what}" for each in AWKWARD]
    assert about_files(lines) == FILES.read_text(), "Run python -m tests.documents"
