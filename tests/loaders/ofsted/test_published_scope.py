"""What Ofsted publishes is about every home: whoever may load for some alone is told so, and nothing is stored."""

import pytest

from loaders.checking import check_book
from loaders.council import known_council
from loaders.reading.book import Book
from loaders.storing import store_file
from qa_data.scope import OutOfScope, of_every_home
from qa_data.store import MEMORY, open_store
from qa_data.uploads import uploads

EVERY = of_every_home()
OF_ASH = EVERY.narrowed(["Ash House"])


@pytest.fixture
def checked(drawn):
    store = open_store(MEMORY)
    book = Book("providers.csv", "", (drawn(2023),))
    yield store, lambda scope: check_book(book, "providers.csv", known_council(store, scope), None)
    store.close()


def test_whoever_may_load_for_some_homes_is_told_before_anything_is_stored(checked):
    _, check = checked
    assert check(EVERY).accepted and not check(OF_ASH).accepted
    [problem] = [each for each in check(OF_ASH).problems if each.severity == "error"]
    assert (problem.code, problem.sheet) == ("unknown-home", "Provider level")
    assert problem.message.startswith("What Ofsted publishes is about every home.")


def test_it_is_not_stored_either(checked):
    store, check = checked
    with pytest.raises(OutOfScope):
        store_file(store, OF_ASH, check(EVERY), "Jo")
    assert uploads(store, EVERY) == []
