"""A folder into which files are dropped: each is checked and loaded as an upload is, then stands in `loaded` or
`refused` with what was said of it beside.
"""

import hashlib
import zipfile
from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path

from loaders.corrected import NotMarked, corrected, problems_alone
from loaders.loading import Answer, load_all
from loaders.wording import told
from qa_data.private import handed_out
from qa_data.scope import Scope
from qa_data.store import Store
from qa_data.uploads import ACCEPTED, uploads
from qa_data.wording import british

LOADED, REFUSED = "loaded", "refused"

HALF = (".part", ".partial", ".filepart", ".crdownload", ".download", ".tmp")
"""How programs end the name of a file that they are still copying."""

ZIPPED = (".xlsx", ".xlsm", ".xlsb", ".ods")

ROUNDS = 120
"""So many rounds a workbook that is still without its end may stand as it is until it counts as damaged."""

State = tuple[int, int, int]
"""How large a file is, when it was written to, and for how many rounds it has been so."""


def places(folder: Path) -> None:
    """Makes the folders that files are moved to. OSError where nothing can be written."""
    for name in (LOADED, REFUSED):
        (folder / name).mkdir(exist_ok=True)


def arrivals(folder: Path) -> Iterator[list[Path]]:
    """Round after round the files that have arrived in the folder and are whole: what is still being copied waits
    until a later round. Whoever asks rests between two rounds.
    """
    seen: dict[Path, State] = {}
    while True:
        seen = {file: _state(file, seen.get(file)) for file in _files(folder)}
        yield [file for file, state in seen.items() if _whole(file, state)]


def _files(folder: Path) -> Iterator[Path]:
    for file in sorted(folder.iterdir()):
        if file.is_file() and not file.is_symlink() and not file.name.startswith((".", "~$")):
            if not file.name.lower().endswith(HALF):
                yield file


def _state(file: Path, before: State | None) -> State:
    now = file.stat()
    same = before is not None and before[:2] == (now.st_size, now.st_mtime_ns)
    return now.st_size, now.st_mtime_ns, before[2] + 1 if same and before else 0


def _whole(file: Path, state: State) -> bool:
    """Whether nothing has come to it since the last round; a workbook has its end last."""
    rounds = state[2]
    unfinished = file.suffix.lower() in ZIPPED and not zipfile.is_zipfile(file)
    return rounds > (ROUNDS if unfinished else 0)


def taken(store: Store, scope: Scope, files: Sequence[Path], by: str) -> list[Answer]:
    """Loads files and puts each where it belongs; what came of those that are new. The very file that holds already is
    not loaded again: that might undo what was corrected since.
    """
    known = {upload.sha256: upload for upload in uploads(store, scope) if upload.state == ACCEPTED}
    before = {file: known.get(hashlib.sha256(file.read_bytes()).hexdigest()) for file in files}
    new = [file for file in files if not before[file]]
    answers = load_all(store, scope, [(file, ()) for file in new], by)
    for file, answer in zip(new, answers, strict=True):
        _put(file, LOADED if answer["accepted"] else REFUSED, told(answer), _marked(file, answer))
    for file, upload in before.items():
        if upload:
            said = f"{file.name}: {upload.made_by} loaded this very file on {british(upload.moment.date())}."
            _put(file, LOADED, f"{said} It holds still, and was not loaded again.")
    return list(answers)


def _put(file: Path, where: str, said: str, marked: bytes | None = None) -> None:
    places(file.parent)
    place = file.parent / where / file.name
    if place.exists():
        place = place.with_name(f"{place.stem} {datetime.now():%Y-%m-%d %H%M%S.%f}{place.suffix}")
    _written(place.with_name(f"{place.name}.txt"), f"{said}\n".encode())
    if marked:
        _written(place.with_name(f"{place.stem} marked.xlsx"), marked)
    file.replace(place)


def _written(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    handed_out(path)


def _marked(file: Path, answer: Answer) -> bytes | None:
    if not answer["problems"]:
        return None
    problems = [dict(each) for each in answer["problems"]]
    try:
        return corrected(file.read_bytes(), file.name, problems)
    except NotMarked as why:
        return problems_alone(problems, str(why))
