"""Standards: one standard across the homes."""

import re

from tests.pages.screen import AS_AT


def test_the_chosen_standard_across_the_homes(sample):
    html = sample.go("standards", date=AS_AT, standard="QS12").html
    assert "<h1>Protection of children: Red at Cedar View</h1>" in html and "Regulation 12" in html
    assert (
        "What good looks like" in html and 'href="home?date=2026-10-31&amp;home=Cedar+View&amp;standard=QS12"' in html
    )


def test_indicators_stand_side_by_side_with_intervals(sample):
    html = sample.go("standards", date=AS_AT, standard="QS12").html
    panel = html[html.index("Return home interviews") : html.index("Notifiable events")]
    assert panel.count("<tr>") == 6 and "No data" in panel and 'aria-label="between ' in panel
    assert re.search(r'aria-label="between \d+ and \d+ %"', panel)


def test_a_follows_link_leads_to_another_standard(sample):
    assert 'href="standards?date=2026-10-31&amp;standard=QS06"' in sample.go("standards", date=AS_AT).html
