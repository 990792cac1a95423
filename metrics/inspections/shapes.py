"""What is said of an inspection, and of how homes in England were judged."""

from datetime import date
from typing import TypedDict

from qa_data.source import Source


class FullInspection(TypedDict):
    """The three judgements in Ofsted's words; recorded_by: council, Ofsted or both."""

    inspection_date: date
    overall: str | None
    protection: str | None
    leadership: str | None
    recorded_by: list[str]
    source: Source


class Judged(TypedDict):
    """A full inspection of a home that is open; all of the inspection is None for a home not inspected yet."""

    home: str
    urn: str | None
    opened: date
    inspection_date: date | None
    overall: str | None
    protection: str | None
    leadership: str | None
    recorded_by: list[str] | None
    source: Source | None
    months_since: int | None


class OtherInspection(TypedDict):
    """An assurance, monitoring or interim inspection."""

    home: str
    inspection_date: date
    inspection_type: str
    summary: str | None
    report_published: date | None
    source: Source


class AskedByOfsted(TypedDict):
    """A requirement or recommendation of Ofsted's."""

    home: str
    reference: str
    came_from: str
    required: bool
    source_date: date
    regulation: str | None
    standards: list[str]
    action: str
    decision: str | None
    due: date | None
    completed: date | None
    live: bool
    late: bool | None
    source: Source


class JudgedYear(TypedDict):
    """How many homes stood where at 31 March of a year."""

    year: int
    homes: int
    outstanding: int
    good: int
    requires_improvement: int
    inadequate: int
    not_judged: int


class Published(TypedDict):
    """A published inspection (date in ISO 8601) of one council's own home."""

    urn: str
    council: str
    sector: str
    provision_type: str
    inspection_date: str
    inspection_type: str
    overall: str | None
    protection: str | None
    leadership: str | None


class Benchmark(TypedDict):
    """All homes in England, those that councils run, and the inspections of one council's own."""

    years: list[JudgedYear]
    council_run: list[JudgedYear]
    inspections: list[Published]


class GoodOrBetter(TypedDict):
    """How many homes are Good or better of those judged, with the 95 % interval in %."""

    good: int
    judged: int
    interval: tuple[float, float]


class BesideEngland(TypedDict):
    """The council's homes and council-run homes in England; `apart`: chance would seldom make them so different."""

    own: GoodOrBetter
    england: GoodOrBetter
    year: int
    apart: bool


class Compared(TypedDict):
    """How many homes of a group are Good or better in a judgement (overall, protection or leadership) of those judged
    in it at 31 March of a year, with the 95 % interval in %."""

    group: str
    judgement: str
    year: int
    good: int
    judged: int
    interval: tuple[float, float]


class Comparison(TypedDict):
    """The council's own homes on the day asked of (`year` is that of the day), the groups that they are held against,
    the Ofsted `region` that they lie in (None where no published file tells it) and every council that is published."""

    own: list[Compared]
    groups: list[Compared]
    region: str | None
    councils: list[str]
