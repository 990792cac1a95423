"""The house stands floor upon floor: a room imports only from floors below it."""

import ast
from pathlib import Path

import pytest

from pages.parts.registered import REGISTERED

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


DOOR = ("pages/parts/ask.py", "pages/parts/asking.py", "pages/parts/answers.py", "pages/parts/opened_store.py")
"""The door to the store, which alone opens it and says of which homes it is asked."""

WIDENS = {"opened_store", "of_every_home", "of_whole_service", "open_store", "open_to_read", "Every"}

ASKS = {"answer", "as_of", "is_shared", "scope", "shared", "state", "later", "those_for", "unknown_homes"}
ASKS |= {"when_pressed", "write"}
"""What a page may ask of the door: all of it is within the homes and rights of whoever draws the page."""

MORE = {
    "pages/parts/erasing/doing.py": {"forget"},
    "pages/parts/noted.py": {"acting", "of_every_home"},
    "pages/parts/front.py": {"store", "on_page"},
    "pages/parts/opened/panel.py": {"on_page"},
    "pages/parts/upload/incoming.py": {"writing_scope"},
}


def of_pages() -> dict[str, ast.Module]:
    """What every file of the pages says; not the room that serves them."""
    files = [each for each in (ROOT / "pages").rglob("*.py") if "pages/door" not in str(each)]
    return {str(each.relative_to(ROOT)): ast.parse(each.read_text(encoding="utf-8")) for each in files}


def widening(file: str, tree: ast.Module) -> set[str]:
    """What in the file could show more than whoever draws the page may see."""
    named = {each.id for each in ast.walk(tree) if isinstance(each, ast.Name)}
    attributes = [each for each in ast.walk(tree) if isinstance(each, ast.Attribute)]
    called = {each.func.id for each in ast.walk(tree) if isinstance(each, ast.Call) and isinstance(each.func, ast.Name)}
    asked = {each.attr for each in attributes if isinstance(each.value, ast.Name) and each.value.id == "ask"}
    imports = [each for each in ast.walk(tree) if isinstance(each, ast.ImportFrom)]
    named |= {word for each in imports for name in each.names for word in (*each.module.split("."), name.name)}
    found = (named | {each.attr for each in attributes}) & WIDENS | called & {"Scope", "Asking", "Store"}
    return (found | asked - ASKS) - MORE.get(file, set())


def test_no_page_makes_a_scope_of_its_own_or_holds_the_store():
    compared = {"pages/packs/offered.py": {"Every"}}  # Whether it is every home, of what the door answered.
    found = {file: widening(file, tree) - compared.get(file, set()) for file, tree in of_pages().items()}
    assert {file: words for file, words in found.items() if words and file not in DOOR} == {}


@pytest.mark.parametrize(
    "line",
    [
        "ask.store()",
        "of_every_home()",
        "ask.scope().of_whole_service()",
        "Scope(day, None, homes)",
        "ask.on_page(rights)",
        "from pages.parts.opened_store import store",
        "from pages.parts import opened_store",
        "from qa_data.scope import of_every_home as today",
    ],
)
def test_what_would_widen_is_seen(line):
    assert widening("pages/new.py", ast.parse(line))


def test_every_page_says_which_rights_open_it():
    files = {each.stem for each in (ROOT / "pages").glob("*.py")} - {"__init__"}
    assert files == set(REGISTERED) and all(page.rights for page in REGISTERED.values())
