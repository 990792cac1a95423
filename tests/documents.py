"""The README's tables, made from what the program declares: python -m tests.documents writes them, a test compares them."""

import re
from pathlib import Path

from metrics.rules import HOME_RULES, RULES
from qa_data.dictionary import DATASETS
from tests.metrics.signals.simulating import false_flags_table, power_table

README = Path(__file__).parent.parent / "README.md"


def datasets() -> str:
    """A line a dataset: what a row is, and the columns that must be there."""
    lines = [f"| {each.title} | {each.row} | {', '.join(column.header for column in each.columns if column.must_stand)} | {len(each.columns)} |"
             for each in DATASETS]
    return "\n".join(["| sheet | a row is | columns that must be there | columns in all |", "|---|---|---|---|", *lines])


def rules() -> str:
    """A line a rule."""
    lines = [f"| {rule.id} | {rule.colour} | {rule.sentence} |" for rule in (*RULES, *HOME_RULES)]
    return "\n".join(["| rule | colour | when |", "|---|---|---|", *lines])


def with_tables(text: str) -> str:
    """The document with each marked table made anew."""
    for name, table in (("datasets", datasets()), ("rules", rules()), ("false flags", false_flags_table()), ("power", power_table())):
        text = re.sub(rf"(<!-- {name} -->\n).*?(<!-- /{name} -->)", lambda match: match[1] + table + "\n" + match[2], text, flags=re.S)
    return text


if __name__ == "__main__":
    README.write_text(with_tables(README.read_text()))
