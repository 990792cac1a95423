"""A child's name in what a file or a sheet is called is named, and stands nowhere in the store."""

from loaders.loading import load, looked_at
from qa_data.scope import of_every_home
from qa_data.store import MEMORY, open_store
from qa_data.uploads import uploads
from tests.loaders.good import sheet, workbook

NAMES = ("Jayden", "Walsh")


def test_it_is_masked_wherever_it_is_stored(tmp_path):
    book = workbook(tmp_path / "Jayden Walsh October.xlsx", sheet("homes", title="Kacper Nowak"))
    store = open_store(str(tmp_path / "qa.duckdb"))
    [answer] = looked_at(store, of_every_home(), [(book, ())])
    told = [(each["sheet"], each["value"]) for each in answer["problems"] if each["code"] == "personal-data"]
    assert told == [(None, "Jayden Walsh"), ("Kacper Nowak", "Kacper Nowak")]
    answer = load(store, of_every_home(), book, "Jo for Jayden Walsh")
    [upload] = uploads(store, of_every_home())
    assert (answer["file"], upload.file, upload.made_by) == ("[name] October.xlsx",) * 2 + ("Jo for [name]",)
    assert [sheet["sheet"] for sheet in upload.sheets] == ["[name]"]
    store.close()
    bytes_kept = b"".join(each.read_bytes() for each in tmp_path.glob("qa.duckdb*"))
    assert not [word for word in (*NAMES, "Kacper", "Nowak") if word.encode() in bytes_kept]


def test_a_file_that_is_refused_is_answered_without_the_name(tmp_path):
    book = tmp_path / "Jayden Walsh.xlsx"
    book.write_bytes(b"%PDF-1.7")
    [answer] = looked_at(open_store(MEMORY), of_every_home(), [(book, ())])
    assert answer["file"] == "[name].xlsx" and not answer["accepted"]
