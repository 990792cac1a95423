"""What a clock says in words."""

from metrics.warnings.clocks import REPORT, Clock
from qa_data.wording import british, counted, cut


def clock_said(clock: Clock) -> str:
    """What is due by when, and since when it is late: Regulation 45 review due 19 Nov 2026, in 19 days; last done 19
    May 2026 (Regulation 45(1)).
    """
    named = f"{clock['clock']} “{cut(clock['action'])}”" if clock["action"] else clock["clock"]
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
