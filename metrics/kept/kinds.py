"""What a kind of kept answers is: a relation, and what makes its rows."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Any, NamedTuple, Union

from pandas import DataFrame

from qa_data.scope import Scope
from qa_data.store import Store

if TYPE_CHECKING:
    from pyarrow import Table


@dataclass(frozen=True)
class Query:
    """A query with the parameters that are bound in it."""

    sql: str
    parameters: dict[str, Any] = field(default_factory=dict)


Rows = Union[Query, DataFrame, "Table"]


@dataclass(frozen=True)
class Kept:
    """A relation of kept rows. `columns`: their names and SQL types, `home` among them; `made` answers a variant's rows
    within a scope, as a query, a frame or an Arrow table, and may ask the kinds that it `needs`. At most so many
    variants are kept (`at_most`; None: all), the newest made. What is `of_many` homes is kept of these alone: of few it
    is worked out as soon as it is found. What is of `every_version` is true whatever was known by when. What is
    `of_service` depends on other homes' rows too, so any change makes all of it anew. Where it depends on little that
    the homes have in common, `brought_up` says which rows of a variant are made anew from how it stood."""

    name: str
    columns: dict[str, str]
    made: Callable[[Store, Scope, str], Rows]
    at_most: int | None = None
    of_many: bool = False
    every_version: bool = False
    of_service: bool = False
    needs: tuple["Kept", ...] = ()
    brought_up: Callable[[Store, str, "Stood | None"], "Made"] | None = None


class Stood(NamedTuple):
    """Up to which change a variant is kept by this edition of the program, what was kept `beside` its rows, and which
    homes were `touched` since (None: all of them)."""

    change: datetime
    beside: str
    touched: frozenset[str] | None


class Made(NamedTuple):
    """Rows that are made anew, of which homes all they are (None: of every one), and what is kept `beside` them."""

    rows: Rows
    homes: frozenset[str] | None
    beside: str = ""
