"""Trends: the signals as a whole, every series small, one in full, and limits worked out anew."""

import re
from datetime import date

import pytest

from metrics.signals.moving import moving
from pages.parts import ask
from pages.parts.marks import OF_WHOLE
from qa_data.scope import of_every_home
from qa_data.store import open_store
from tests.pages.screen import AS_AT
from tests.pages.test_answering import taken_back

LEADING = {"home": "Cedar View", "standard": "QS13", "indicator": "LAM5"}


def series(counts: list[int], column: str = "missing_episodes", home: str = "Ash House") -> str:
    """A return a month for so many months, the last of them October 2026."""
    months = [
        f"{(2026 * 12 + 9 - back) // 12}-{(2026 * 12 + 9 - back) % 12 + 1:02d}" for back in reversed(range(len(counts)))
    ]
    return "\n".join(
        [
            f"Home | Month | child_nights | {column}",
            *(f"{home} | {month} | 84 | {count}" for month, count in zip(months, counts, strict=True)),
        ]
    )


def moved() -> dict:
    """What the page was told."""
    return moving(ask.store(), of_every_home(date.fromisoformat(AS_AT)))


def test_what_is_new_comes_first_and_the_page_says_what_chance_would_begin(sample):
    html = sample.go("trends", date=AS_AT).html
    told = moved()
    assert (
        f"<h1>{told['flags']} Flags and {told['watches']} Watches stand at {told['homes']} of 5 homes</h1>" in html
        and f"308 series are known, {told['tests']} for long enough to be looked at." in html
        and "about one new Watch every two months and one new Flag every ten months; so some of these are chance."
        in html
    )
    heads = re.findall(r"<(?:h2|summary)>([^<]*) \(", html)
    months = [each for each in heads if each.startswith("Since ")]
    assert [each for each in heads if each not in months] == [
        "New this month: worse",
        "Still worse",
        "Part of what makes a home worse as a whole",
        "Better",
        "Stands out on its own chart alone",
        "As usual",
        "Too few months for limits",
    ]
    assert heads.index(months[-1]) < heads.index("Better") and len(set(months)) == len(months) > 1
    assert " more, of those shown)" in html and " more, of those shown)" not in html[: html.index("As usual (")]


def folds(html: str) -> dict[str, list[str]]:
    """The months since which concerns stand, each with what its cards say of the concern."""
    within = html[html.index("Still worse (") : html.index("Part of what makes a home worse as a whole (")]
    parts = re.split(r"<summary>Since (\w+ \d+) \([^)]*\)</summary>", within)[1:]
    return {month: re.findall(r"<br><strong>(\w+)</strong>, ([^<]*)<", cards) for month, cards in pairs(parts)}


def pairs(parts: list[str]) -> list[tuple[str, str]]:
    return list(zip(parts[::2], parts[1::2], strict=True))


def test_what_still_stands_is_folded_with_its_month(sample):
    html = sample.go("trends", date=AS_AT).html
    found = folds(html)
    assert all(said and {when.rpartition("since ")[2] for _, when in said} == {month} for month, said in found.items())
    assert any("; a Watch since " in when for said in found.values() for _, when in said)
    told = moved()
    assert sum(map(len, found.values())) == told["groups"]["standing"]
    new = html[html.index("New this month: worse (") : html.index("Still worse (")]
    assert new.count(", new this month") == told["groups"]["new"] and ", since " not in new


def test_a_home_that_gets_worse_as_a_whole_has_its_line_above(sample):
    html = sample.go("trends", date=AS_AT).html
    line = (
        '<a href="home?date=2026-10-31&amp;home=Cedar+View">Cedar View</a> is getting worse in many things at once'
        " since about "
    )
    assert line in html and html.index(line) < html.index("New this month: worse (")
    assert "is getting worse in many things" not in sample.go("trends", date=AS_AT, home="Beech House").html


def test_nothing_is_called_usual_beside_a_concern(sample):
    html = sample.go("trends", date=AS_AT, home="Cedar View").html
    beside = html[html.index("New this month: worse (") : html.index("As usual (")]
    assert "chance alone would have it" not in beside and 'aria-label="As usual"' not in beside
    part = beside.count(f'aria-label="{OF_WHOLE}"')
    assert beside.count('aria-label="Concern, ') == beside.count('class="multiple"') - part > 5 and part


def test_the_months_since_are_shaded_in_every_small_chart_of_a_concern(sample):
    html = sample.go("trends", date=AS_AT, home="Cedar View").html
    cards = html.split('<a class="multiple"')[1:]
    for card in cards:
        standing = "<br><strong>" in card
        assert ('class="since"' in card) == standing and ("<title>Since about " in card) == standing
    assert all(re.search(r'class="axis"[^>]*>([A-Z][a-z]{2} 20\d\d|Wait 1)</text>', card) for card in cards)


def test_each_card_leads_to_its_chart_and_says_what_it_means(sample):
    html = sample.go("trends", date=AS_AT).html
    assert 'href="trends?date=2026-10-31&amp;home=Cedar+View&amp;standard=QS13&amp;indicator=LAM5"' in html
    assert "Up since about Nov 2025: 662 of 2,141 in 12 months where 143 is usual." in html
    assert 'aria-label="Concern, high"' in html and 'aria-label="Falls short of its target"' in html


def test_the_filters_hold_what_the_address_says(sample):
    screen = sample.go("trends", date=AS_AT, home="Beech House", standard="QS08")
    assert (
        "Cedar View" not in screen.html[screen.html.index("Better (") :] and "<b>School attendance</b>" in screen.html
    )
    assert [box.value for box in screen.app.selectbox[:2]] == ["Beech House", "QS08"]


def test_one_series_in_full_with_its_method_its_meaning_and_its_table(sample):
    html = sample.go("trends", date=AS_AT, **LEADING).said
    assert (
        "XmR chart: limits at 2.66 average moving ranges" in html
        and "<strong>What this means:</strong> Up since about Nov 2025: 662 of 2,141 in 12 months where 143 is usual."
        in html
    )
    assert (
        "The 24 months behind the chart" in html
        and "<td>69 of 176 (39 %)</td>" in html
        and "Outside the usual range" in html
    )


def test_the_full_chart_says_of_which_months_its_limits_are_and_what_is_shaded(sample):
    screen = sample.go("trends", date=AS_AT, **LEADING)
    said = "The usual range is that of the 12 months before Nov 2025, when it likeliest changed."
    assert said in screen.html and "Shaded: since about Nov 2025" in screen.html
    (drawn,) = screen.app.get("vega_lite_chart")
    assert f"The months since about Nov 2025 are shaded. {said}" in drawn.proto.alt
    open_one = screen.html[screen.html.index("<details open>") :]
    assert open_one.index("Since Dec 2025 (") < open_one.index('aria-current="true"')


def test_nothing_loaded_says_what_to_upload(screen):
    assert "Nothing to chart yet" in screen.go("trends", date=AS_AT).html


def test_few_months_are_a_run_chart_without_limits(drawn):
    html = drawn(series([1, 2, 3])).go("trends", date=AS_AT, home="Ash House", standard="QS12", indicator="PRO1").html
    assert "3 months known in the last 24: too few for the limits of a chart." in html
    assert "Too few months are known to tell a change from chance</h1>" in html and "so some of these" not in html


def readings(html: str) -> set[str]:
    """What the table behind the chart says of its points."""
    table = html[html.index("behind the chart") :]
    return set(re.findall(r"<td>([^<]*)</td></tr>", table[: table.index("</table>")]))


def test_without_a_usual_range_no_point_is_said_to_be_inside_one(drawn):
    for counts in ([1, 2, 3], [0] * 14):
        html = drawn(series(counts)).go("trends", date=AS_AT, home="Ash House", standard="QS12", indicator="PRO1").said
        assert readings(html) == {"–"} and "nside the usual range" not in html and "Band: " not in html
        assert "no usual range to compare with" in html


def test_a_share_of_few_cases_is_compared_with_all_its_months(sample):
    """Where a concern stands, with those before it."""
    for home, of in (("Damson Cottage", "all the months"), ("Cedar View", "the months before")):
        html = sample.go("trends", date=AS_AT, home=home, standard="QS13", indicator="LAM1").said
        assert readings(html) <= {f"In line with {of}", f"Out of line with {of}", "Does not stand out by itself"}
        assert f"In line with {of}" in html and "nside the usual range" not in html
        assert ("oes not stand out by itself" in html) == (home == "Cedar View")


def test_a_hostile_name_is_text(drawn):
    homes = "Home | Service type | Registered places | Opened\n<b>Ash</b> | Residential care | 3 | 2015-05-01"
    assert "<b>Ash</b>" not in drawn(series([1, 2, 3], home="<b>Ash</b>"), homes=homes).go("trends", date=AS_AT).html


@pytest.fixture
def charted(own_sample):
    """A chart on which no concern stands."""
    return own_sample.go("trends", date=AS_AT, home="Elm Base", standard="QS12", indicator="PRO1")


def rebased(screen, reason="The new rota began", by="K. Ahmed"):
    screen.app.text_input(key="rebase reason").set_value(reason)
    screen.app.text_input(key="answer by").set_value(by)
    return screen.press("Work out new limits")


def test_limits_are_worked_out_anew_and_taken_back(charted, database):
    screen = rebased(charted)
    assert any("New usual** from" in said.value and "The new rota began" in said.value for said in screen.app.markdown)
    screen = taken_back(screen)
    assert not any("New usual** from" in said.value for said in screen.app.markdown)
    rows = open_store(database).rows(of_every_home(), "select holds, made_by from main.rebases order by moment")
    assert [(row["holds"], row["made_by"]) for row in rows] == [(True, "K. Ahmed"), (False, "K. Ahmed")]


def test_new_limits_need_a_reason(charted):
    screen = rebased(charted, reason=" ")
    assert "need your name and a reason" in screen.app.error[0].value
    assert not any("New usual** from" in said.value for said in screen.app.markdown)


CLOSED = """
Home      | Service type     | Registered places | Opened     | Closed
Ash House | Residential care | 3                 | 2015-05-01 |
Oak House | Residential care | 3                 | 2015-05-01 | 2026-05-20
"""


def test_a_home_that_has_closed_moves_no_more(drawn):
    screen = drawn(series([1, 0, 1] * 6), series([1, 0, 1] * 4, home="Oak House"), homes=CLOSED)
    html = screen.go("trends", date=AS_AT).html
    assert "Ash House" in html and "Oak House" not in html


def test_a_concern_that_stands_where_nothing_came_since_says_so(drawn):
    months = "\n".join(f"Ash House | {2025 + month // 12}-{month % 12 + 1:02d} | 20 | {worst}" for month, worst in OLD)
    html = drawn(f"Home | Month | shifts | shifts_agency\n{months}").go("trends", date=AS_AT).html
    assert "1 Flag stands at 1 of 1 home</h1>" in html and ", since Mar 2026 · no figure since Mar 2026<" in html
    assert "Watch the next month" not in html


def test_a_series_that_stopped_is_not_known_to_run_as_usual(drawn):
    months = "\n".join(f"Ash House | {2025 + month // 12}-{month % 12 + 1:02d} | 20 | {own}" for month, own in OLD[:14])
    html = drawn(f"Home | Month | shifts | shifts_agency\n{months}").go("trends", date=AS_AT).html
    assert "No figure since Feb 2026: nothing is known of how it runs now." in html


OLD = [(month, 1 + month % 2) for month in range(14)] + [(14, 18)]
"""Months since January 2025, each with its agency shifts: the last is far worse, and seven months old."""
