"""The concerns in a pack: the home as a whole, what is new, what stands, what is over; with the charts of the Flags."""

from metrics.indicators.registry import titled
from metrics.signals.as_whole import wholes
from metrics.signals.charts import charts as charts_asked
from metrics.signals.concerns import concerns as concerns_asked
from metrics.signals.methods import PROPORTION
from metrics.signals.rows import WORSE
from metrics.warnings.concerned import FLAG, WATCH, WHOLE
from metrics.warnings.warnings import WORDS, warnings
from metrics.warnings.wording import acting_said, stands
from pages.packs.pack import SINCE, Bullets, Chart, Paragraph, Table
from pages.parts import ask
from pages.parts.charts.framed import has_aim
from pages.parts.charts.keyed import SMALL
from pages.parts.charts.multiple import latest
from pages.parts.charts.small import series
from pages.parts.warnings.concerns import chance, none
from pages.parts.warnings.reasons import by_standard
from pages.parts.whole import parts
from qa_data.standards import standard
from qa_data.wording import counted, month_name

CHARTS = 6
"""So many Flags are drawn; all of them are listed."""

KEY = f"{SMALL} On slides the months since the change are a line of their own."

PAPER = (
    ".band{fill:#C9CFD6;opacity:.45}.centre{stroke:#505A5F;stroke-width:1}"
    ".aim{stroke:#12436D;stroke-dasharray:5 4;stroke-width:1.5}.values{stroke:#505A5F;stroke-width:1.5;fill:none}"
    ".usual,.unusual{fill:#3D3D3D}.worse{fill:#A8480F}.better{fill:#12436D}"
)
"""The light look, for paper: no page is there to give the colours."""

SERIES = {"value": "Value", "lower": "Usual, from", "upper": "Usual, to", "centre": "Usual"}

OF_FEW = SERIES | {"lower": "95 % interval, from", "upper": "95 % interval, to"}
"""Of a share of few cases, whose every month has its own interval."""

HEADS = ("Home", "Concern", "Standard", "What", "Acted on")


def concerns(homes: list[str]) -> tuple:
    """The parts of the section, of these homes."""
    warned = [each for each in ask.shared(warnings) if each["home"] in homes]
    whole, standing = _wholes(warned), _standing(warned)
    rows = (*standing, *_over(warned))
    if not whole and not rows:
        return (Paragraph(none(ask.answer(wholes, homes=homes))),)
    said = chance(len(homes)) if whole or standing else None
    table = (_table(rows),) if rows else ()
    return (*whole, *((Paragraph(said),) if said else ()), *table, *_charts(homes))


def _table(rows: tuple[tuple, ...]) -> Table:
    """Without a column for who acts on it where nobody does."""
    width = len(HEADS) if any(row[-1] for row in rows) else len(HEADS) - 1
    return Table("Concerns", HEADS[:width], tuple(row[:width] for row in rows))


def _wholes(warned: list[dict]) -> tuple:
    """What is said of the homes that get worse as a whole, and what makes them up, a standard a line."""
    of_home = {each["home"]: each for each in ask.answer(wholes)}
    told = []
    for each in warned:
        for reason in each["reasons"]:
            if reason["kind"] == WHOLE:
                acting = f" {acting_said(reason['acting'])}" if reason["acting"] else ""
                made_of = parts(of_home[each["home"]]).items()
                lines = tuple(f"{name}: {'; '.join(titles)}." for name, titles in made_of)
                told += [Paragraph(reason["text"] + acting), Bullets(lines)]
    return tuple(told)


def _standing(warned: list[dict]) -> tuple[tuple, ...]:
    """A row a concern: those that nobody acts on first, what is new before what stood; by home, there by standard."""
    every = [(each["home"], by_standard(each["reasons"])) for each in warned]
    told = [(home, reason) for home, reasons in every for reason in reasons if reason["kind"] in (FLAG, WATCH)]
    told.sort(key=lambda each: (each[1]["acting"] is not None, not each[1]["new"]))
    return tuple((home, _tier(reason), _short(reason), reason["text"], _acted(reason)) for home, reason in told)


def _tier(reason: dict) -> str:
    return f"{WORDS[reason['kind']][0]}, {stands(reason)}"


def _short(told: dict) -> str:
    return standard(told["standard"]).short if told["standard"] else "The home as a whole"


def _acted(reason: dict) -> str:
    return acting_said(reason["acting"]) if reason["acting"] else ""


def _over(warned: list[dict]) -> tuple[tuple, ...]:
    return tuple(
        (each["home"], f"Over since {month_name(ended['since'])}", _short(ended), ended["text"], "")
        for each in warned
        for ended in each["over"]
    )


def _charts(homes: list[str]) -> tuple:
    charts = flags_drawn(homes, CHARTS)
    return (Paragraph(KEY), *charts) if charts else ()


def flags_drawn(homes: list[str], most: int) -> tuple[Chart, ...]:
    """The charts of the first Flags for the worse that nobody acts on, what is new before what stood."""
    flags = [
        each
        for each in ask.answer(concerns_asked, homes=homes)
        if (each["tier"], each["direction"], each["acting"]) == (FLAG, WORSE, None)
    ]
    flags.sort(key=lambda each: not each["new"])
    keys = tuple((each["home"], each["standard"], each["indicator"]) for each in flags[:most])
    if not keys:
        return ()
    charts = ask.answer(charts_asked, keys, homes=sorted({home for home, _, _ in keys}))
    charts.sort(key=lambda each: keys.index((each["home"], each["standard"], each["indicator"])))
    return tuple(map(_chart, charts))


def _chart(chart: dict) -> Chart:
    """On paper without the page's colours around it."""
    title, points = f"{titled(chart['indicator'], chart['standard'])}, {chart['home']}", chart["points"]
    names = tuple(
        month_name(each["month"]) if each["month"] else f"Wait {place}" for place, each in enumerate(points, 1)
    )
    now = latest(chart)
    told = (
        f"{names[0]} to {names[-1]}; latest {now}" if points[0]["month"] else f"{counted(len(points), 'wait')}; {now}"
    )
    words = " ".join(filter(None, (f"{told}.", chart["meaning"], chart["usual"])))
    return Chart(title, words, str(series(chart, PAPER)), names, _numbers(chart))


def _numbers(chart: dict) -> dict[str, tuple[float | None, ...]]:
    """What is drawn, as numbers: the months since the change are told apart, and the target where it has a place."""
    points, named = chart["points"], OF_FEW if chart["method"] == PROPORTION else SERIES
    drawn = {named[name]: tuple(each[name] for each in points) for name in named}
    since = {SINCE: tuple(each["value"] if each["since"] else None for each in points)}
    return drawn | since | ({"Target": (chart["target"],) * len(points)} if has_aim(chart) else {})
