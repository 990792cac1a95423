"""What the contract says in prose and this version may not do yet: the words, and a trial of whether it does."""

from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from loaders.loading import check_all, load
from metrics.months.answered import indicators
from metrics.rag.status import status
from metrics.signals import signals
from qa_data.scope import of_every_home
from qa_data.store import open_store
from tests.contract import layouts
from tests.contract.tables import table, written
from tests.filling import upload
from tests.loaders.good import good, sheet, workbook

ASH = {"home": "Ash House", "service_type": "Residential care", "places": 3, "opened": date(2020, 1, 1)}
DAY = date(2026, 4, 30)


@dataclass(frozen=True)
class Behaviour:
    """`words` of the contract's `text`, and whether the program does as they say."""

    name: str
    text: str
    words: str
    done: Callable[[], bool]

    def asked_for(self) -> bool:
        """Whether the contract has these words."""
        return self.words in written(self.text)


@contextmanager
def _drawn(**datasets: list[dict]) -> Iterator:
    with closing(open_store(":memory:")) as store:
        upload(store, homes=[ASH], **datasets)
        yield store


def _returns(months: int = 3, **counts) -> list[dict]:
    """Returns up to April 2026, all alike."""
    firsts = [date(2026 - (place > 3) - (place > 15), (3 - place) % 12 + 1, 1) for place in range(months)]
    return [{"home": "Ash House", "month": month, **counts} for month in firsts]


def _reasons(**datasets: list[dict]) -> list[str]:
    with _drawn(**datasets) as store:
        told = status(store, of_every_home(DAY))
    return [f"{reason['rule']} {reason['text']}" for cell in told["cells"] for reason in cell["reasons"]]


def records_begin() -> bool:
    visit = {"home": "Ash House", "visit_date": date(2026, 3, 10), "visit_type": "Regulation 44 visit"}
    with _drawn(visits=[visit]) as store:
        values = indicators(store, of_every_home(DAY))["values"]
    return min(each["month"] for each in values if each["indicator"] == "LAM7") == "2026-03"


def a_column_that_is_lacking_keeps_what_was_given() -> bool:
    with TemporaryDirectory() as folder, _drawn() as store:
        first = workbook(Path(folder) / "First.xlsx", sheet("homes", good("homes", urn="SC1")))
        later = workbook(Path(folder) / "Later.xlsx", sheet("homes", good("homes", places=4), without=["urn"]))
        assert all([load(store, of_every_home(), file, "Jo")["accepted"] for file in (first, later)])
        return store.rows(of_every_home(), "select urn, places from homes") == [{"urn": "SC1", "places": 4}]


def homes_come_first() -> bool:
    with TemporaryDirectory() as folder, closing(open_store(":memory:")) as store:
        files = [workbook(Path(folder) / f"{name}.xlsx", sheet(name)) for name in ("visits", "homes")]
        return all(each["accepted"] for each in check_all(store, of_every_home(), files))


def a_stock_is_its_latest_month() -> bool:
    return any("8 of 10" in reason for reason in _reasons(returns=_returns(appraisals_due=10, appraisals_current=8)))


def one_case_of_a_local_stock_is_not_red() -> bool:
    reasons = _reasons(returns=_returns(risk_assessments=6, risk_assessments_current=5))
    return not any("red" in reason and "Risk assessments in date" in reason for reason in reasons)


def the_time_between_events_is_in_months() -> bool:
    """One restraint every sixth month: about 6 months between two of them, some 180 days."""
    returned = [each | {"restraints": int(place % 6 == 0)} for place, each in enumerate(_returns(24, child_nights=90))]
    with _drawn(returns=returned) as store:
        told = signals(store, of_every_home(DAY))["signals"]
    [restraints] = [each for each in told if each["indicator"] == "REL1" and each["method"] == "t"]
    return restraints["centre"] < 24


def too_few_figures() -> bool:
    return any(reason.startswith("N2 Too few figures") for reason in _reasons())


def a_flag_is_a4() -> bool:
    return any(row["rule"] == "A4" and "Flag" in row["sentence"] for row in table("rules.csv"))


def the_home_as_a_whole() -> bool:
    return any(row["of"] == "home" and "many things at once" in row["sentence"] for row in table("rules.csv"))


BEHAVIOUR = (
    Behaviour("records begin", "contract.md", "**Records begin.**", records_begin),
    Behaviour(
        "a column that a sheet lacks",
        "contract.md",
        "a column that a sheet lacks keeps what earlier uploads gave",
        a_column_that_is_lacking_keeps_what_was_given,
    ),
    Behaviour("homes come first", "contract.md", "those with a sheet of homes first", homes_come_first),
    Behaviour("stocks: the latest month", "contract.md", "Of a **stock** it is the", a_stock_is_its_latest_month),
    Behaviour(
        "stocks: red from two cases",
        "contract.md",
        "red only if at least two of its cases fall short",
        one_case_of_a_local_stock_is_not_red,
    ),
    Behaviour("N2 in words", "contract.md", '"Too few figures"', too_few_figures),
    Behaviour("A4 by Flag", "contract.md", "A4 a Flag stands", a_flag_is_a4),
    Behaviour("the home as a whole", "contract.md", "the signal of the home as a whole stands", the_home_as_a_whole),
    Behaviour("t in months", "contract.md", "months between events", the_time_between_events_is_in_months),
    Behaviour("ticks", "reading.md", "✓ ✔ ☑ are Yes", layouts.ticks),
    Behaviour("moments in London", "reading.md", "is the date in London", layouts.moments_in_london),
    Behaviour("lying on its side", "reading.md", "**Lying on its side.** Months across", layouts.months_across),
    Behaviour("totals", "reading.md", "Totals: the words of the field in a key column", layouts.totals_are_left_out),
    Behaviour("prepared rows", "reading.md", "is a line waiting to be filled", layouts.prepared_rows_are_no_rows),
    Behaviour("trackers", "reading.md", "is the dataset actions, not visits", layouts.trackers_are_actions),
    Behaviour("the exact heading", "reading.md", "The exact name wins", layouts.the_exact_heading_wins),
)
