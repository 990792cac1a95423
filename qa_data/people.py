"""Whose names may stand in a text: those of homes, staff and visitors."""

from qa_data.dictionary import DATASETS
from qa_data.scope import of_every_home
from qa_data.store import Store

NAMES = " union ".join(
    [
        "select lower(trim(home)) as name from homes",
        "select lower(trim(unnest(other_names))) from homes",
        *(
            f"select lower(trim({column.name})) from {dataset.name} where {column.name} is not null"
            for dataset in DATASETS
            for column in dataset.columns
            if column.person
        ),
    ]
)


def known_people(store: Store) -> set[str]:
    """The names in the store, in small letters."""
    return {row["name"] for row in store.rows(of_every_home(), NAMES)}
