"""The sample data: loaded through the front door, removed by withdrawing its uploads."""

from pages.parts import ask
from qa_data.scope import Scope
from qa_data.store import Store
from qa_data.uploads import ACCEPTED, WITHDRAWN, Upload, restore, uploads, withdraw
from sample_data import WORKBOOKS

BY = "Sample data"
"""Who is said to have loaded it; what is of the sample is told by its mark."""


def sample_uploads(store: Store, scope: Scope, state: str) -> list[Upload]:
    """The uploads of sample data, and what was decided about its homes, that are in that state."""
    return [each for each in uploads(store, scope.now()) if each.sample and each.state == state]


def shown() -> bool:
    """Whether whoever draws this page looks at sample data."""
    return any(each.sample and each.state == ACCEPTED for each in ask.answer(uploads))


def alone() -> bool:
    """Whether sample data is all that whoever draws this page looks at."""
    held = [each.sample for each in ask.answer(uploads) if each.state == ACCEPTED]
    return bool(held) and all(held)


def load_sample(store: Store, scope: Scope) -> None:
    """Puts the sample data back where it was withdrawn; else loads its workbooks in their order. OutOfScope unless the
    scope is every home.
    """
    scope.must_hold(None)
    if withdrawn := sample_uploads(store, scope, WITHDRAWN):
        for each in withdrawn:
            restore(store, scope, each.upload_id, BY)
    else:
        from loaders.loading import load  # only here: every page asks whether it shows sample data, and none loads any

        for workbook in WORKBOOKS:
            load(store, scope, workbook, BY, sample=True)


def remove_sample(store: Store, scope: Scope) -> None:
    """Takes the sample data out of every figure. OutOfScope unless the scope is every home."""
    scope.must_hold(None)
    for each in sample_uploads(store, scope, ACCEPTED):
        withdraw(store, scope, each.upload_id, BY)
