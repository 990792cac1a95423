"""Early warnings: what warns, home by home; the dates that run; and what the warnings have been worth."""

from htpy import fragment

from metrics.rag.spoken import passed_over, spoken_against
from metrics.signals.as_whole import wholes
from metrics.visits.records import unrecorded
from metrics.warnings.backtest import backtest as backtest_asked
from metrics.warnings.clocks import clocks, sending_unrecorded
from metrics.warnings.warnings import warnings
from pages.parts import ask
from pages.parts.entry import through_front_door
from pages.parts.links import links, static
from pages.parts.position import every_cell
from pages.parts.spoken import spoken
from pages.parts.warnings.backtest import backtest
from pages.parts.warnings.concerns import chance, news
from pages.parts.warnings.dates import dates
from pages.parts.warnings.shown import headline, reasons, summary_table

through_front_door()
warned = ask.shared(warnings)
static(headline(warned))
if warned:
    links(news(warned, chance(len(warned))), key="news")
    if any(each["reasons"] for each in warned):
        links(summary_table(warned), key="summary")
        links(reasons(warned, ask.answer(wholes)), key="reasons")
    links(fragment[spoken(passed_over(ask.answer(spoken_against), every_cell()))], key="spoken")
    links(dates(ask.answer(clocks), ask.answer(unrecorded), ask.answer(sending_unrecorded)), key="dates")
    static(backtest(ask.answer(backtest_asked)))
