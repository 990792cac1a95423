"""The README says what the program does."""

from tests.documents import README, with_tables


def test_the_readme_has_the_tables_that_the_program_declares():
    text = README.read_text()
    assert with_tables(text) == text, "Run python -m tests.documents"
