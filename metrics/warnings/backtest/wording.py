"""What the back-test's numbers can and cannot bear, in words."""

from datetime import date

from metrics.warnings.backtest.shapes import Backtest, BaseRate, LookedBack, Share, Table
from qa_data.wording import british, counted, listed, month_name, percent, share

MOST_NAMED = 12
"""So many inspections that cannot be tested are named; the rest are counted."""

FEWEST = 20
"""Below so many inspections found below Good, a share says little."""

STANDING = (
    (
        "An inspection that was coming is not an independent test: the same few homes stand in the table again and"
        " again, and a home that does badly is looked at more."
    ),
    (
        "What is known of the day before is what the uploads tell of it now. Some of it may have been uploaded, or put"
        " right, after the inspection; choose an earlier “known by” to see what could have been known."
    ),
    (
        "The rules were not fitted to these inspections. But an inspector reads many of the same reports and figures,"
        " so agreement is no proof that either is right."
    ),
    ("Found below Good is by the overall judgement; where Ofsted’s scheme gives none, by any that it gives."),
    (
        "That a home gets worse in many things at once is found from what goes worse for months. A home that was never"
        " better, or that fell in a week, does not show it; and where nothing changes, it is begun by chance now and"
        " then."
    ),
    "The dashboard’s colours are not Ofsted’s words: red does not mean Inadequate, nor green Good.",
)


def bearing(answer: Backtest) -> list[str]:
    """Sentences for a page: how many inspections there are to test with, what they can show, and what they cannot."""
    told = [each for each in answer["inspections"] if each["testable"]]
    below = sum(each["below_good"] for each in told)
    if not told:
        return [
            "No inspection can be tested yet. Upload the log of independent visits, returns and actions of the months"
            " before an inspection.",
            *_untested(answer),
        ]
    found = counted(below, "of them found a home", "of them found homes") if below else "None found a home"
    few = (
        f"{found} below Good: too few to give a share any weight; read the list, not the percentages."
        if below < FEWEST
        else f"{below} of them found homes below Good."
    )
    return [
        (f"{counted(len(told), 'full inspection')} can be tested, {_when(told)}. {few}"),
        *_untested(answer),
        *STANDING,
    ]


def _when(told: list[LookedBack]) -> str:
    first, last = (british(told[place]["inspection_date"]) for place in (-1, 0))
    return f"of {last}" if first == last else f"from {first} to {last}"


def _untested(answer: Backtest) -> list[str]:
    before = [each for each in answer["inspections"] if not each["recorded"]]
    silent = [each for each in answer["inspections"] if each["recorded"] and not each["testable"]]
    older = counted(answer["left_out"], "older inspection is", "older inspections are")
    return [
        *_set_aside(before, "before the home’s records of independent visits begin"),
        *_set_aside(silent, "where nothing of the three months before is loaded"),
        *([f"{older} left out, since the service is large."] if answer["left_out"] else []),
    ]


def _set_aside(inspections: list[LookedBack], where: str) -> list[str]:
    if not inspections:
        return []
    which = [f"{each['home']} on {british(each['inspection_date'])}" for each in inspections[:MOST_NAMED]]
    rest = len(inspections) - MOST_NAMED
    return [
        f"{counted(len(inspections), 'inspection falls', 'inspections fall')} {where}, so"
        f" {'it counts' if len(inspections) == 1 else 'they count'} neither as right nor as wrong:"
        f" {listed([*which, f'{rest:,} more'] if rest > 0 else which)}."
    ]


def base_rate_said(rates: list[BaseRate]) -> str:
    """What Ofsted's published files say of the look back, of the newest pair of years; without them, what to upload."""
    if not rates:
        return (
            "How often judgements change in England is not known here: upload two of Ofsted’s published provider files,"
            " for example those of March 2024 and March 2025."
        )
    last = rates[-1]
    below = last["fell"] + last["stayed"]
    looked = (
        f" Of the {below} that were then below Good, the judgement before had said so of"
        f" {_some(last['stayed'], below)}."
        if below
        else ""
    )
    fell = (
        f" Of the {last['were_good']:,} that had been Good or better, {_some(last['fell'], last['were_good'])} fell"
        " below Good."
        if last["were_good"]
        else ""
    )
    return (
        f"In England {last['inspected']:,} council-run homes that had been judged before were inspected in full between"
        f" 31 March {last['since']} and 31 March {last['year']}. The judgement changed for"
        f" {_some(last['better'] + last['worse'], last['inspected'])}: {last['better']} better, {last['worse']}"
        f" worse.{fell}{looked}"
    )


def _some(part: int, whole: int) -> str:
    return f"{part:,} ({percent(part, whole)})" if whole else f"{part:,}"


def table_line(table: Table) -> str:
    """A table in one line: what it caught, what it cried wolf over, and of how many it said nothing."""
    silent = f"; no opinion on {table['silent']}" if table["silent"] else ""
    return (
        f"{table['said']}: of those found below Good {_part(table['caught'])}; of those found Good or better"
        f" {_part(table['false_alarms'])}{silent}"
    )


def _part(part: Share | None) -> str:
    if part is None:
        return "there is none"
    lower, upper = part["interval"]
    return f"{share(part['part'], part['whole'])}, 95 % interval {lower:.0f} to {upper:.0f} %"


def told(answer: Backtest) -> str:
    """What `python -m metrics backtest` prints."""
    lines = [
        "What the dashboard would have said the day before each full inspection, up to"
        f" {british(date.fromisoformat(answer['as_at']))}"
    ]
    lines += [_inspection(each) for each in answer["inspections"]]
    lines += [table_line(table) for table in answer["tables"]]
    return "\n".join([*lines, *bearing(answer), base_rate_said(answer["base_rate"])])


def _inspection(each: LookedBack) -> str:
    said = (
        f"the day before {each['rag']}"
        if each["rag"]
        else ("the home was not open" if each["testable"] else "cannot be tested")
    )
    sliding = f", {sliding_said(each)}" if each["sliding_since"] else ""
    before = f"; judged {each['before']} before" if each["before"] else "; the first inspection loaded"
    return f"  {british(each['inspection_date'])} {each['home']}: {each['judged']}; {said}{sliding}{before}"


def sliding_said(each: LookedBack) -> str:
    """Since when the home as a whole stood: worse in many things since Dec 2025, 7 months before."""
    since, day = each["sliding_since"], each["inspection_date"]
    if since is None:
        return "not known" if each["sliding"] is None else "not worse in many things"
    months = 12 * (day.year - since.year) + day.month - since.month
    return f"worse in many things since {month_name(since)}, {counted(months, 'month')} before"
