"""Keeps out of a command what it has no use for."""

import sys
from types import ModuleType

import _duckdb

SLOW = {"numpy", "pandas", "pyarrow"}


class _Unused:
    """Says that there is no such library to whoever looks for one."""

    def find_spec(self, name: str, *_: object) -> None:
        if name in SLOW:
            raise ModuleNotFoundError(f"{name} is kept out", name=name)


def keep_out() -> None:
    """Lets this process be without pandas: DuckDB imports it, and much with it, to see whether a value that is bound is
    one of its own, which takes longer than a small file's check.
    """
    sys.meta_path.insert(0, _Unused())
    sys.modules.setdefault("duckdb._version", _version())
    sys.modules.setdefault("duckdb._dbapi_type_object", _kinds())


def _version() -> ModuleType:
    """Which version DuckDB is, as itself says: its package asks what is installed, and reads that as if it were an
    e-mail.
    """
    told = ModuleType("duckdb._version")
    number = _duckdb.__version__
    vars(told).update(__version__=number, __duckdb_version__=number, version=lambda: number)
    return told


def _kinds() -> ModuleType:
    """The kinds of columns that DuckDB lists for programs that know databases in general: to list them it opens one in
    memory, which takes as long as opening the store.
    """
    told = ModuleType("duckdb._dbapi_type_object")
    vars(told).update(dict.fromkeys(("BINARY", "DATETIME", "NUMBER", "ROWID", "STRING", "DBAPITypeObject")))
    return told
