"""What the commands print for people."""

from collections import Counter
from collections.abc import Mapping
from datetime import date
from itertools import groupby
from pathlib import Path
from typing import Any

from metrics.indicators.registry import indicator
from metrics.inspections.shapes import Benchmark, JudgedYear, Published
from metrics.months.answered import MonthValue, MonthValues
from metrics.rag.shapes import Status, ToldCell
from metrics.signals.concerns import NONE
from metrics.signals.shapes import Signal, Signals
from metrics.signals.wording import as_whole, by_chance, moved, since_when
from metrics.warnings.shapes import HomeWarnings, WarningReason
from metrics.warnings.warnings import WORDS
from metrics.warnings.wording import acting_said, stands
from qa_data.judgements import COLUMNS, given, unsaid
from qa_data.standards import standard
from qa_data.wording import british, counted, listed, month_name, percent, share

NOTHING = "No data: nothing that is loaded gives any."
UNPUBLISHED = "  No data: no published file of Ofsted’s that is loaded gives any."


def definitions(known: list[dict[str, Any]]) -> str:
    """A line an indicator."""
    return "\n".join(
        f"{each['id']:<6} {each['standard']:<5.5} {each['title']}: {each['numerator']} / {each['denominator']};"
        f" {_target(each)}"
        for each in known
    )


def _target(each: dict[str, Any]) -> str:
    if each["target"] is None:
        return f"{each['basis']}, no target"
    return (
        f"{each['basis']} target {each['target']:g} {each['unit']}, floor {each['floor']:g}, {each['better']} is better"
    )


def indicators(answer: MonthValues) -> str:
    """A line a month value, under each home."""
    lines = [f"Month values at {_day(answer['as_at'])}"]
    for home, values in groupby(answer["values"], lambda each: each["home"]):
        lines += [home, *map(_value, values)]
    return "\n".join(lines if answer["values"] else [*lines, NOTHING])


def _day(text: str) -> str:
    return british(date.fromisoformat(text))


def _value(each: MonthValue) -> str:
    numerator, denominator = each["numerator"], each["denominator"]
    said = (
        share(numerator, denominator)
        if indicator(each["indicator"]).kind == "proportion"
        else f"{numerator:,} in {denominator:,} child-nights"
    )
    return (
        f"  {each['standard']} {each['indicator']:<6} {month_name(date.fromisoformat(each['month'] + '-01'))}  {said}"
    )


def status(answer: Status) -> str:
    """Each home, then each standard with its reasons."""
    lines = [f"Position at {_day(answer['as_at'])}"]
    for home in answer["homes"]:
        lines += [f"{home['home']}: {home['rag']}. {' '.join(each['text'] for each in home['reasons'])}"]
        lines += [_cell(cell) for cell in answer["cells"] if cell["home"] == home["home"]]
    return "\n".join(lines if answer["homes"] else [*lines, NOTHING])


def _cell(cell: ToldCell) -> str:
    reasons = "".join(f"\n      {each['rule']} {each['text']}" for each in cell["reasons"])
    return (
        f"  {cell['standard']} {standard(cell['standard']).name}: {cell['rag']}, evidence {cell['evidence']},"
        f" {cell['change']}{reasons}"
    )


def signals(answer: Signals) -> str:
    """What has moved beyond chance, the worst first, then how many series were looked at and how."""
    told = [each for each in answer["signals"] if each["tier"] != NONE]
    methods = Counter(each["method"] for each in answer["signals"])
    homes = len({each["home"] for each in answer["signals"]})
    lines = [
        f"Signals at {_day(answer['as_at'])}: {len(told)} of {counted(len(answer['signals']), 'series', 'series')}"
        " moved beyond chance"
    ]
    lines += [
        as_whole(each, homes, answer["new_a_month_by_chance"]["homes"]) for each in answer["homes"] if each["stands"]
    ]
    lines += [f"{each['home']}, {each['standard']}: {_since(each)}. {moved(each)}" for each in told]
    lines += [by_chance(answer["new_a_month_by_chance"], homes)] if told else []
    lines += [f"Methods: {', '.join(f'{method} {number}' for method, number in methods.most_common())}"]
    return "\n".join(lines if answer["signals"] else [lines[0], NOTHING])


def _since(signal: Signal) -> str:
    """Flag for the worse, new; Watch for the better, since May 2026."""
    return f"{signal['tier'].capitalize()} for the {signal['direction']}, {since_when(signal, 'new')}"


def warnings(answer: list[HomeWarnings]) -> str:
    """Each home in the order of the warnings, with its reasons."""
    lines = [
        line
        for each in answer
        for line in (
            f"{each['rank'] or '–'} {each['home']}{'' if each['reasons'] else ': no warning'}",
            *map(_warning, each["reasons"]),
            *(f"    over: {over['text']}" for over in each["over"]),
        )
    ]
    return "\n".join(lines or [NOTHING])


def _warning(reason: WarningReason) -> str:
    """Flag, since Jun 2026: what moved; and who acts on it."""
    kind = ", ".join(filter(None, (WORDS[reason["kind"]][0], stands(reason))))
    acting = f" {acting_said(reason['acting'])}" if reason["acting"] else ""
    return f"    {kind}: {reason['text']}{acting}"


def benchmark(answer: Benchmark) -> str:
    """The national totals by year, those of council-run homes, and a council's own inspections."""
    return "\n".join(
        [
            "All homes in England",
            *(map(_year, answer["years"]) if answer["years"] else [UNPUBLISHED]),
            "Council-run homes",
            *(map(_year, answer["council_run"]) if answer["council_run"] else [UNPUBLISHED]),
            *(_inspection(each) for each in answer["inspections"]),
        ]
    )


def _year(year: JudgedYear) -> str:
    judged = year["homes"] - year["not_judged"]
    good = year["outstanding"] + year["good"]
    share = f"; Good or better {percent(good, judged)} of {judged:,} judged" if judged else ""
    return (
        f"  31 March {year['year']}: {year['homes']:,} homes: {year['outstanding']:,} Outstanding, {year['good']:,}"
        f" Good, {year['requires_improvement']:,} requires improvement, {year['inadequate']:,} Inadequate,"
        f" {year['not_judged']:,} not judged{share}"
    )


def _inspection(each: Published) -> str:
    overall, protection, leadership = (_judged(each, which) for which in COLUMNS)
    return (
        f"  {each['urn']} {each['inspection_date']} {each['inspection_type']}: {overall}"
        f" (protection {protection}, leadership {leadership})"
    )


def _judged(each: Mapping[str, Any], which: str) -> str:
    day = date.fromisoformat(each["inspection_date"])
    return each[which] or ("not judged" if given(which, day) else unsaid(which, day))


def exported(folder: Path, rows: dict[str, int]) -> str:
    """How many rows of which table stand in the folder."""
    return f"Written to {folder}: " + ", ".join(f"{name} ({count:,})" for name, count in rows.items()) + "."


def digest(told: dict[str, Any], by_mail: bool) -> str:
    """How many mails were written where, where they go by mail to how many people, and whose address is not known."""
    new, every, nobody = len(told["written"]), told["mails"], told["without_address"]
    said = f"{counted(new, 'mail')} written to {told['folder']}; {every - new} lay there already."
    to = told["sent"]
    where = f" to {counted(len(set(to)), 'address', 'addresses')}" if to else ""
    sent = f" {counted(len(to), 'mail')} sent{where}." if by_mail else ""
    unknown = f" No address is known of {listed(nobody)}: give them in a file with --to." if nobody else ""
    return said + sent + unknown
