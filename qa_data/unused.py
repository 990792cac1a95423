"""Keeps out of a command what it has no use for."""

import sys

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
