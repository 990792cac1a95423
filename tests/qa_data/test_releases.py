"""A store that any release made is brought up to date when it is opened, and answers as one loaded afresh."""

import gzip
from dataclasses import asdict, is_dataclass
from datetime import date, datetime
from pathlib import Path

import duckdb
import numpy as np
import pytest
from pandas import DataFrame

from loaders.keeping import Keeping
from loaders.loading import looked_at
from qa_data.scope import of_every_home
from qa_data.store import MEMORY, Store, open_store
from tests.qa_data.stores.telling import STORE, STORES, tell
from tests.questions import answers

RELEASES = sorted(path.parent for path in STORES.glob(f"*/{STORE}"))

ENDS = pytest.mark.parametrize(
    "release", [RELEASES[0], RELEASES[-1]], ids=lambda each: each.name, indirect=True, scope="module"
)
"""The oldest goes through every step and the latest through the last: both are asked everything."""

OF_THE_LOAD = {"upload_id", "moment", "at", "known_at", "sha256"}
"""What is told of an upload or a decision that no second load can have the same."""

NOT_COUNTED = {"blanked", "kept"}
"""What releases up to 0.5.0 did not count of a sheet."""


def unpacked(release: Path, folder: Path) -> Path:
    """The store as the release left it, as `qa.duckdb` in the folder."""
    path = folder / "qa.duckdb"
    path.write_bytes(gzip.decompress((release / STORE).read_bytes()))
    path.chmod(0o600)  # a wider one is narrowed, and that is said (test_private.py)
    return path


@pytest.fixture(scope="module", params=RELEASES, ids=[release.name for release in RELEASES])
def release(request) -> Path:
    return request.param


@pytest.fixture(scope="module")
def upgraded(release, tmp_path_factory) -> Store:
    store = open_store(unpacked(release, tmp_path_factory.mktemp(release.name)))
    yield store
    store.close()


@pytest.fixture(scope="module")
def afresh(release) -> Store:
    store = open_store(MEMORY)
    with pytest.MonkeyPatch.context() as patch:
        # A release did not hold a file against what it keeps of earlier ones: what it took in is taken in here too.
        patch.setattr(Keeping, "kept", lambda keeping, tables: [{} for _ in tables])
        tell(store, release)
    yield store
    store.close()


def lasting(told):
    """An answer without what differs from one load of the same files to another: ids, moments, and the order of rows,
    which some questions leave open.
    """
    if is_dataclass(told):
        return lasting(asdict(told))
    if isinstance(told, dict):
        left_out = OF_THE_LOAD | NOT_COUNTED if "header_row" in told else OF_THE_LOAD
        return {name: lasting(value) for name, value in told.items() if name not in left_out}
    if isinstance(told, np.ndarray):
        return lasting(told.tolist())
    if isinstance(told, DataFrame):
        return lasting(told.to_dict("list"))
    if isinstance(told, list | tuple):
        return sorted((lasting(each) for each in told), key=repr)
    # Of a float the last digits depend on the order in which the rows were added up.
    return None if isinstance(told, datetime) else f"{told:.9g}" if isinstance(told, float) else told


@ENDS
def test_every_question_is_answered_as_by_a_store_loaded_afresh(upgraded, afresh):
    scope = of_every_home(date(2026, 11, 20))
    both = zip(answers(upgraded, scope), answers(afresh, scope), strict=True)
    different = {name: (had, new) for (name, had), (_, new) in both if lasting(had) != lasting(new)}
    assert different == {}


@ENDS
def test_its_files_are_compared_as_with_a_store_loaded_afresh(upgraded, afresh, release):
    files = sorted((release / "books").iterdir())
    told = {store: [looked_at(store, of_every_home(), [(file, ())]) for file in files] for store in (upgraded, afresh)}
    assert lasting(told[upgraded]) == lasting(told[afresh])


def test_a_file_that_it_holds_says_that_nothing_is_new_or_changed(upgraded, release):
    for book in ("Action tracker.xlsx", "Homes and plans.xlsx", "Inspections.xlsx", "Alder Lodge monthly return.xlsx"):
        [answer] = looked_at(upgraded, of_every_home(), [(release / "books" / book, ())])
        counts = [(sheet["new"], sheet["changed"], sheet["unchanged"]) for sheet in answer["sheets"]]
        assert counts == [(0, 0, sheet["rows"]) for sheet in answer["sheets"]] and counts


def test_no_number_is_wider_than_other_programs_know(upgraded):
    kinds = upgraded.rows(of_every_home(), "select distinct data_type from duckdb_columns() where not internal")
    assert not {row["data_type"] for row in kinds} & {"HUGEINT", "UHUGEINT"}


def test_as_it_was_it_stands_beside_and_only_once(release, tmp_path, caplog):
    path = unpacked(release, tmp_path)
    before = path.read_bytes()
    for _ in range(2):
        open_store(path).close()
    [copy] = tmp_path.glob("qa before *.duckdb")
    assert copy.read_bytes() == before
    assert [record.getMessage() for record in caplog.records] == [
        f"The database {path} was made by an earlier version and has been brought up to date. As it was, it is kept"
        f" as {copy}."
    ]


def test_every_row_that_was_stored_is_stored_still(upgraded):
    [copy] = Path(upgraded.path).parent.glob("qa before *.duckdb")
    said = "select table_name from duckdb_tables() where table_name in ('uploads', 'settled', 'visits', 'findings')"
    with upgraded.reading(of_every_home()) as after, duckdb.connect(copy, read_only=True) as before:
        for (table,) in before.execute(said).fetchall():
            held = [row[0] for row in before.execute(f"describe {table}").fetchall()]
            told = ", ".join(name for name in held if name not in ("row_key", "content"))
            rows = f"select {told} from main.{table} order by all"
            assert after.run(rows).fetchall() == before.execute(rows).fetchall() != []
