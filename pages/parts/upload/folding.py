"""Equal problems folded into one, over rows and sheets, by what is to be done and in the order of the workbook."""

from collections import Counter
from dataclasses import replace

from loaders.table import cell_place
from pages.parts.upload.fold import CHECK, CHOOSE, MEND, ONCE, WAIT, Fold, place_of, what_to_do


def folded(answer: dict, apart: set[str]) -> dict[str, list[Fold]]:
    """A file's problems by what is to be done; those that are `apart`, by the place of the first, each by itself."""
    headers = {sheet["sheet"]: sheet["header_row"] for sheet in reversed(answer["sheets"])}
    before = {_cell(each): each for each in answer["remembered"]}
    told: dict[str, list[Fold]] = {ONCE: [], CHOOSE: [], MEND: [], WAIT: [], CHECK: []}
    keys: Counter[str] = Counter()
    for same in _alike(answer, before):
        for each in _parted(same, apart):
            fold = _fold(each, headers, before, answer["layouts"].get(each[0]["sheet"]))
            told[what_to_do(same[0])].append(replace(fold, again=keys[fold.key]))
            keys[fold.key] += 1
    return told


def _parted(same: list[dict], apart: set[str]) -> list[list[dict]]:
    return [[each] for each in same] if place_of(same[0]) in apart else [same]


def _fold(same: list[dict], headers: dict[str, int], before: dict, layout: dict | None) -> Fold:
    sheet, cell = same[0]["sheet"], same[0]["cell"]
    in_header = bool(cell) and cell_place(cell)[1] <= headers.get(sheet, 0)
    turned, columns = (layout["turned"], layout["columns"]) if layout else (False, [])
    absent = bool(cell and columns and same[0]["column"]) and not in_header and same[0]["column"] not in columns
    return Fold(tuple(same), in_header, before.get(_cell(same[0])), turned, absent)


def _alike(answer: dict, before: dict) -> list[list[dict]]:
    """The problems in the order of the workbook, equal ones together at the first of them."""
    told: dict[tuple, list[dict]] = {}
    for each in _in_order(answer):
        settled = before.get(_cell(each), {}).get("settled")
        told.setdefault((*(each[part] for part in ("code", "column", "value", "message")), settled), []).append(each)
    return list(told.values())


def _in_order(answer: dict) -> list[dict]:
    """The problems by sheet, row and column; sheets that hold nothing that is known come as they are told. A heading
    that the mapping asks about is no problem beside it.
    """
    asked = {(sheet, each["heading"]) for each in answer["headings"] for sheet in each["sheets"]}
    told = [each for each in answer["problems"] if (each["sheet"], _heading(each)) not in asked]
    named = [sheet["sheet"] for sheet in answer["sheets"]] + [each["sheet"] for each in answer["problems"]]
    sheets = {name: place for place, name in reversed(list(enumerate(named)))}
    return sorted(told, key=lambda each: (sheets[each["sheet"]], _across(each["cell"])))


def _cell(each: dict) -> tuple:
    return each["sheet"], each["cell"], each["column"]


def _heading(problem: dict) -> str | None:
    return problem["value"] if problem["code"] == "unknown-column" else None


def _across(cell: str | None) -> tuple[int, int]:
    return cell_place(cell)[::-1] if cell else (0, 0)
