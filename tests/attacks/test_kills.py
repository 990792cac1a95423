"""Programs that are killed while a file with a child's name in it and on it is checked, loaded, backed up or looked at
on the page: nothing unmasked is left, the next start sweeps the rest, and no load that was told as done is lost. Ten
times, or as often as KILLS says.
"""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from random import Random

import pytest

from tests.commands import command
from tests.serving import ROOT

KILLS = int(os.environ.get("KILLS", 10))

NAME, ON_IT = "Jayden Smith", "Kayleigh Jones"
"""In the file's cells, and on the file: what it is called is told by the history."""

ROWS = 400

ON_THE_PAGE = f"""
import sys
from pathlib import Path
from tests.pages.screen import Screen
screen, path = Screen().go("upload"), Path(sys.argv[1])
print("begun", flush=True)
screen.app.text_input(key="by").set_value("Jo")
screen.app.file_uploader(key="files").upload("{ON_IT} page.csv", path.read_bytes())
screen.run()
screen.press("Mask and load")
assert "is loaded" in screen.html
print("done", flush=True)
"""


@pytest.fixture
def place(tmp_path, monkeypatch) -> Path:
    """Where the database is, and the system's temporary files; a store with a home."""
    (tmp_path / "data").mkdir()
    (tmp_path / "temp").mkdir()
    monkeypatch.setenv("TMPDIR", str(tmp_path / "temp"))
    monkeypatch.setenv("QA_DATABASE", str(tmp_path / "data" / "qa.duckdb"))
    homes = tmp_path / "Homes.csv"
    homes.write_text("Home,Service type,Registered places,Opened\nAsh House,Residential care,3,2015-05-01\n")
    assert command("loaders", "load", homes)[0] == 0
    return tmp_path


def given(folder: Path, number: int, rows: int = ROWS) -> Path:
    """A file of findings with a child's name in each row, and on it."""
    path = folder / f"{ON_IT} {number}.csv"
    told = (
        f"Ash House,2026-10-{row % 28 + 1:02},Regulation 44 visit,Protection of children,Concern,"
        f"{NAME} said {number} {row} that he did well.\n"
        for row in range(rows)
    )
    path.write_text("Home,Date,Source,Standard,Kind,Finding\n" + "".join(told))
    return path


def begun(way: str, path: Path, told: int = subprocess.PIPE) -> subprocess.Popen:
    """A program that does that with the file; where it tells what came of it."""
    run = {
        "check": ["-m", "loaders", "check", str(path), "--json"],
        "load": ["-m", "loaders", "load", str(path), "--json"],
        "backup": ["-m", "qa_data", "backup", str(path.with_name(f"backup {path.stem.split()[-1]}.duckdb"))],
        "page": ["-c", ON_THE_PAGE, str(path)],
    }[way]
    return subprocess.Popen(
        [sys.executable, *run],
        cwd=ROOT,
        stdout=told,
        stderr=subprocess.DEVNULL,
        text=True,
        start_new_session=True,
    )


def unmasked(folder: Path) -> list[str]:
    """The files whose name or content has a child's name."""
    files = [path for path in folder.rglob("*") if path.is_file()]
    names = [str(path.relative_to(folder)) for path in files]
    held = [name for path, name in zip(files, names, strict=True) if NAME.encode() in path.read_bytes()]
    return held + [name for name in names if ON_IT in name]


def killed(way: str, path: Path, rng: Random) -> bool:
    """Begins it and kills it at some moment; whether it had told that it was done."""
    program = begun(way, path)
    if way == "page":
        program.stdout.readline()
    time.sleep(rng.random() * (2.5 if way == "page" else 1.2))
    program.send_signal(signal.SIGKILL)
    told = program.communicate()[0]
    return "done" in told if way == "page" else way == "load" and '"accepted": true' in told


def test_nothing_unmasked_is_left_and_nothing_that_was_told_as_done_is_lost(place):
    rng, done = Random(14), set()
    for number in range(KILLS):
        way = ("load", "check", "page", "backup", "load")[number % 5]
        file = given(place, number)
        if killed(way, file, rng):
            done.add(str(number))
        assert unmasked(place / "data") == unmasked(place / "temp") == [], (number, way)
        file.unlink()
        status, out, _ = command("loaders", "history", "--json")
        stored = {word for each in json.loads(out) for word in each["file"].removesuffix(".csv").split()}
        assert status == 0 and (way == "page" or done & {str(number)} <= stored), (number, way)
        assert all(path.name.startswith("qa.duckdb") and path.is_file() for path in (place / "data").iterdir())
        assert [path for path in (place / "temp").rglob("*") if path.is_file()] == []
        kept = command("qa_data", "backup", place / "last.duckdb")
        assert kept[0] == 0 and {path.name for path in place.iterdir() if "qa-copies" in path.name} == set()
        (place / "last.duckdb").unlink()
    rows = command("loaders", "check", given(place, KILLS), "--json")
    assert rows[0] == 0


@pytest.mark.skipif(not Path("/proc").exists(), reason="looks at processes where Linux tells of them")
def test_no_process_that_is_started_has_the_files_name(place):
    program, seen = begun("check", given(place, 1, rows=20_000), subprocess.DEVNULL), set()
    given_to = Path(f"/proc/{program.pid}/cmdline").read_bytes()
    while program.poll() is None:
        for each in Path("/proc").glob("[0-9]*"):
            try:
                if f"PPid:\t{program.pid}\n" in (each / "status").read_text():
                    seen.add((each / "cmdline").read_bytes())
            except OSError:  # it has ended meanwhile
                pass
    assert any(b"loaders.reading.child" in each for each in seen)
    # Before it is another program, a process that is begun is a copy of the one that was given the file.
    seen.discard(given_to)
    assert [each for each in seen if ON_IT.encode() in each] == []
