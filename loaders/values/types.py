"""How the cells of each type of column are read."""

from collections.abc import Callable
from functools import partial

from loaders.council import Council
from loaders.values import choices, dates, numbers, standards
from loaders.values.fault import Fault
from loaders.values.lights import with_ticks
from loaders.values.nothing import better_blank, says_nothing
from loaders.values.text import text_list, texts
from qa_data.dictionary import Column

ONE_BY_ONE = {
    "text list": text_list,
    "whole number": numbers.whole_number,
    "judgement": choices.judgement,
    "standards": standards.standards,
    "standard": standards.one_standard,
}


def converted(column: Column, cells: list, council: Council) -> tuple[list, dict[int, Fault]]:
    """One value a cell, None where the cell is blank or faulty; and the faults by row."""
    if column.type in ("text", "long text"):
        return texts(cells), {}
    # A dictionary holds True and 1 for one key; no column of both is large.
    keys = list(zip(map(type, cells), cells, strict=True)) if bool in map(type, cells) else cells
    each = _with_blanks(column, _reader(column, cells, council))
    different = ((cell, cell) for cell in set(cells)) if keys is cells else zip(keys, cells, strict=True)
    answers = {key: None if cell is None else each(cell) for key, cell in dict(different).items()}
    faulty = {key: answer for key, answer in answers.items() if isinstance(answer, Fault)}
    answers |= dict.fromkeys(faulty)
    faults = {row: faulty[key] for row, key in enumerate(keys) if key in faulty} if faulty else {}
    return list(map(answers.__getitem__, keys)), faults


def _with_blanks(column: Column, each: Callable) -> Callable:
    """The same reader, which suggests a blank for words that say there is nothing to say, where a blank may be."""

    def read(cell: object) -> object:
        answer = each(cell)
        blank = isinstance(answer, Fault) and answer.code != "no-due-date" and says_nothing(cell)
        return better_blank(answer) if blank and not column.must_stand else answer

    return read


def _reader(column: Column, cells: list, council: Council) -> Callable:
    """What turns a cell into a value or a fault; a date needs the whole column."""
    match column.type:
        case "home":
            return council.home
        case "choice":
            return partial(choices.choice, choices=column.choices, ticks=with_ticks(set(cells)))
        case "yes/no":
            return partial(numbers.yes_or_no, ticks=with_ticks(set(cells)))
        case "month":
            return dates.Dates(cells).month
        case "date" if column.name == "due":
            return partial(dates.due, read=dates.Dates(cells).day)
        case "date":
            return dates.Dates(cells).day
    return ONE_BY_ONE[column.type]
