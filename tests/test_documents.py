"""The README and docs/files.md say what the program does."""

from tests.documents import FILES, README, files, with_tables


def test_the_readme_has_the_tables_that_the_program_declares():
    text = README.read_text()
    assert with_tables(text) == text, "Run python -m tests.documents"


def test_the_table_of_files_is_what_they_get():
    assert files() == FILES.read_text(), "Run python -m tests.documents"
