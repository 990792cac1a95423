"""The house stands floor upon floor: a room imports only from floors below it."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
FLOORS = ("dashboard", "pages", "pages.door", "pages.packs", "pages.parts", "metrics", "loaders", "qa_data")
BELOW_THE_PAGES = ("metrics", "loaders", "qa_data")


def room(module: str) -> str | None:
    """The room that a module stands in; None for a library."""
    return next(
        (floor for floor in sorted(FLOORS, key=len, reverse=True) if f"{module}.".startswith(f"{floor}.")), None
    )


def imports() -> list[tuple[Path, str, str]]:
    """Every import of the house: the file, its room and the module."""
    files = [
        ROOT / "dashboard.py",
        *(file for name in ("pages", *BELOW_THE_PAGES) for file in (ROOT / name).rglob("*.py")),
    ]
    return [(file, room(_module(file)), name) for file in files if file.exists() for name in _imported(file)]


def _module(file: Path) -> str:
    return ".".join(file.relative_to(ROOT).with_suffix("").parts)


def _imported(file: Path) -> list[str]:
    package = _module(file).split(".")[:-1]
    names = []
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names += [each.name for each in node.names]
        elif isinstance(node, ast.ImportFrom):
            above = ".".join(package[: len(package) - node.level + 1]) + "." if node.level else ""
            names += [
                f"{above}{node.module}.{each.name}" if node.module else f"{above}{each.name}" for each in node.names
            ]
    return names


def climbs(here: str, there: str) -> bool:
    """Whether an import leads up, or from one of two rooms that know nothing of each other to the other."""
    return FLOORS.index(there) < FLOORS.index(here) or {here, there} == {"metrics", "loaders"}


def test_no_room_imports_from_a_floor_above():
    wrong = [
        f"{file.relative_to(ROOT)} imports {name}"
        for file, here, name in imports()
        if room(name) and climbs(here, room(name))
    ]
    assert wrong == []


def test_nothing_below_the_pages_knows_of_streamlit():
    assert [
        str(file)
        for file, here, name in imports()
        if here in BELOW_THE_PAGES and name.split(".")[0] in ("streamlit", "altair")
    ] == []


def test_the_walk_sees_every_room_and_what_it_imports():
    assert {"metrics", "loaders", "qa_data"} <= {here for _, here, _ in imports()}
    assert ("loaders", "qa_data.store.Store") in {(here, name) for _, here, name in imports()}


@pytest.mark.parametrize(
    "here, there, wrong",
    [
        ("qa_data", "loaders", True),
        ("metrics", "loaders", True),
        ("loaders", "metrics", True),
        ("pages.parts", "pages", True),
        ("pages.parts", "pages.packs", True),
        ("pages.packs", "pages.parts", False),
        ("pages", "pages.parts", False),
        ("dashboard", "qa_data", False),
        ("loaders", "loaders", False),
    ],
)
def test_which_imports_climb(here, there, wrong):
    assert climbs(here, there) == wrong
