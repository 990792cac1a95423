"""python tests/qa_data/stores/telling.py VERSION: makes the store of a release from its books, by its story."""

import gzip
import json
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from loaders.loading import load, looked_at
from loaders.removing import remove
from loaders.settling import Settlement
from qa_data.recorded import record
from qa_data.scope import of_every_home
from qa_data.store import Store, open_store
from qa_data.uploads import restore, withdraw

STORES = Path(__file__).parent
STORE = "store.duckdb.gz"


def tell(store: Store, release: Path) -> None:
    """Carries out the release's story, line by line, with the program as it is now."""
    books, uploads = release / "books", {}
    for line in json.loads((release / "story.json").read_text()):
        match line:
            case {"load": file}:
                answer = load(store, of_every_home(), books / file, "Jo", settlements=_settled(line))
                assert answer["accepted"], answer["problems"]
                uploads[file] = answer["upload_id"]
            case {"remove_what_lacks": file, "of": earlier}:
                [answer] = looked_at(store, of_every_home(), [(books / file, ())])
                remove(store, of_every_home(), "Jo", [row for row in answer["lacking"] if row["file"] == earlier])
            case {"withdraw": file}:
                withdraw(store, of_every_home(), uploads[file], "Jo")
            case {"restore": file}:
                restore(store, of_every_home(), uploads[file], "Jo")
            case {"record": kind, "values": values}:
                record(store, of_every_home(), kind, "Jo", **values)


def _settled(line: dict) -> list[Settlement]:
    return [Settlement(*each) for each in line.get("settled", ())]


def make(release: Path) -> None:
    """Writes the release's store, with what it keeps of what it was asked."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "qa.duckdb"
        store = open_store(str(path))
        tell(store, release)
        store.close()
        for question in ("status", "signals", "themes", "warnings"):
            subprocess.run([sys.executable, "-m", "metrics", question, "--db", path], check=True, capture_output=True)
        (release / STORE).write_bytes(gzip.compress(path.read_bytes(), mtime=0))


if __name__ == "__main__":
    make(STORES / sys.argv[1])
