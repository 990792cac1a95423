"""The sample data: loaded through the front door, removed by withdrawing its uploads."""

from loaders.loading import load
from qa_data.scope import Scope, of_every_home
from qa_data.store import Store
from qa_data.uploads import ACCEPTED, WITHDRAWN, Upload, restore, uploads, withdraw
from sample_data import WORKBOOKS

BY = "Sample data"


def sample_uploads(store: Store, state: str) -> list[Upload]:
    """The uploads of sample data that are in that state."""
    return [each for each in uploads(store, of_every_home()) if each.made_by == BY and each.state == state]


def load_sample(store: Store, scope: Scope) -> None:
    """Puts the sample data back where it was withdrawn; else loads its workbooks in their order."""
    if withdrawn := sample_uploads(store, WITHDRAWN):
        for each in withdrawn:
            restore(store, each.upload_id, BY)
    else:
        for workbook in WORKBOOKS:
            load(store, scope, workbook, BY)


def remove_sample(store: Store) -> None:
    """Takes the sample data out of every figure."""
    for each in sample_uploads(store, ACCEPTED):
        withdraw(store, each.upload_id, BY)
