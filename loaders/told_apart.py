"""Keys that people type and that were masked: what makes two rows two once the names in them are gone."""

from collections.abc import Mapping

from qa_data.dictionary import Column, Dataset
from qa_data.personal import MASK


def told_apart(dataset: Dataset, values: Mapping[str, list], typed: Mapping[str, list]) -> dict[str, list]:
    """The key columns of text that had something masked, by name, so that no row's key depends on where it stands.
    `typed`: them before that. A masked reference counts as not given.
    """
    return {name: _told_apart(dataset.column(name), dataset, values, texts) for name, texts in typed.items()}


def _told_apart(column: Column, dataset: Dataset, values: Mapping[str, list], typed: list) -> list:
    kept = values[column.name]
    if column.derived:
        return [None if text and MASK.search(text) else text for text in kept]
    others = [values[key.name] for key in dataset.keys if key is not column]
    alike = [*zip(kept, *others, strict=True)]
    return _numbered(alike, kept, typed)


def _numbered(alike: list[tuple], kept: list, typed: list) -> list:
    """Of rows that only the mask makes alike: [name] did well, [name 2] did well. They are numbered in the order of
    what was typed, which is the same wherever they stand.
    """
    met: dict[tuple, set[str]] = {}
    for key, text in zip(alike, typed, strict=True):
        met.setdefault(key, set()).add(text or "")
    places = {key: {text: place for place, text in enumerate(sorted(texts), 1)} for key, texts in met.items()}
    return [
        mask if mask is None or (place := places[key][text]) == 1 else MASK.sub(rf"[\1 {place}]", mask, count=1)
        for key, mask, text in zip(alike, kept, typed, strict=True)
    ]
