"""What a clock, and a concern as a reason, say in words."""

from datetime import date

from metrics.indicators.registry import titled
from metrics.signals.rows import WATCH
from metrics.signals.shapes import Acting, Concern
from metrics.signals.wording import ADVICE, moved, was_watch
from metrics.warnings.clocks import REPORT, Clock
from metrics.warnings.shapes import WarningReason
from qa_data.wording import british, cited, counted, ended, month_name


def concern_said(concern: Concern) -> str:
    """What has moved; of a Watch also what to make of it, of a Flag since when it was a Watch, if it was."""
    more = ADVICE[WATCH, concern["direction"]] if concern["tier"] == WATCH else was_watch(concern)
    return " ".join(filter(None, (moved(concern), more)))


def concern_over(concern: Concern, since: date) -> str:
    """Restraints: over since Oct 2026."""
    return f"{titled(concern['indicator'], concern['standard'])}: over since {month_name(since)}."


def whole_over(since: date) -> str:
    """The same of a home as a whole."""
    return f"Getting worse in many things at once: over since {month_name(since)}."


def stands(reason: WarningReason) -> str:
    """Since when a concern stands in its tier: new, or since Jun 2026; blank of every other reason."""
    if reason["raised"] is None:
        return ""
    return "new" if reason["new"] else f"since {month_name(reason['raised'])}"


def acting_said(acting: Acting) -> str:
    """K. Ahmed has acted on it since 3 Nov 2026: A new rota."""
    return f"{acting['by']} has acted on it since {british(acting['moment'])}: {ended(acting['reason'])}"


def clock_said(clock: Clock) -> str:
    """What is due by when, and since when it is late: Regulation 45 review due 19 Nov 2026, in 19 days; last done 19
    May 2026 (Regulation 45(1)).
    """
    named = f"{clock['clock']} {cited(clock['action'])}" if clock["action"] else clock["clock"]
    left = clock["days_left"]
    return f"{named} {'was due' if left < 0 else 'is due'} {british(clock['due'])}, {_when(clock)} ({law(clock)})."


def _when(clock: Clock) -> str:
    left, done, sent = clock["days_left"], clock["done"], clock["sent"]
    if sent:
        when = f"sent {british(sent)}, {counted(-left, 'day')} late"
    else:
        when = f"{counted(-left, 'day')} ago" if left < 0 else "today" if left == 0 else f"in {counted(left, 'day')}"
    if clock["reference"]:
        return when
    if not done:
        return f"{when}; none is recorded"
    if clock["clock"] == REPORT:
        return f"{when}{'' if sent else '; not sent, as far as is recorded'}; review of {british(done)}"
    return f"{when}; last done {british(done)}"


def law(clock: Clock) -> str:
    """The regulation by which the date stands: regulation 12(2)(a)(i)."""
    regulation = clock["regulation"] or "no regulation given"
    return (
        regulation
        if not clock["reference"] or regulation.lower().startswith("reg") or not clock["regulation"]
        else f"regulation {regulation}"
    )
