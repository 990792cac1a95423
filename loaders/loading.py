"""The two things to do with a file: check it, and load it. Both answer what the commands print."""

from datetime import date
from pathlib import Path

from loaders.checking import Checked, check_file
from loaders.council import known_council
from loaders.storing import compared, store_file
from qa_data.store import Store


def check(store: Store, path: Path, file: str | None = None, as_at: date | None = None) -> dict:
    """What a file holds, what loading it would do and every problem in it; stores nothing. `file` is its name towards people."""
    checked = _checked(store, path, file, as_at)
    return answer(checked, None, compared(store, checked))


def load(store: Store, path: Path, by: str, file: str | None = None, as_at: date | None = None) -> dict:
    """Checks a file and stores the whole of it, or nothing when a problem is an error."""
    checked = _checked(store, path, file, as_at)
    if not checked.accepted:
        return answer(checked, None, compared(store, checked))
    return answer(checked, *store_file(store, checked, by))


def _checked(store: Store, path: Path, file: str | None, as_at: date | None) -> Checked:
    return check_file(Path(path), file or Path(path).name, known_council(store), as_at)


def answer(checked: Checked, upload_id: str | None, sheets: list[dict]) -> dict:
    """One file's answer, as JSON has it."""
    return {"file": checked.file, "accepted": checked.accepted, "upload_id": upload_id, "sha256": checked.sha256, "sheets": sheets,
            "left_alone": checked.left_alone, "problems": [problem.as_json() for problem in checked.problems]}
