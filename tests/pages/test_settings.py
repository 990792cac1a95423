"""Settings are tried out, saved with a name and a reason, and taken back."""

from datetime import date

from metrics.indicators.settings import SETTINGS
from tests.pages.screen import AS_AT


def test_a_change_is_tried_out_saved_and_taken_back(own_sample):
    own_sample.go("settings", date=AS_AT)
    assert "Every target and local standard is at its default" in own_sample.html
    own_sample.app.selectbox(key="setting").set_value("VWF1.floor")
    own_sample.run()
    own_sample.app.number_input(key="value VWF1.floor").set_value(50.0)
    assert "would change colour" in own_sample.run().html and "Cedar View" in own_sample.html
    own_sample.app.text_input(key="setting by").set_value("Jo")
    own_sample.app.text_input(key="setting reason").set_value("Agreed <b>here</b>")
    own_sample.press("Save the new value")
    assert (
        f"1 of {len(SETTINGS)} targets and local standards differs" in own_sample.html
        and "Agreed &lt;b&gt;here&lt;/b&gt;" in own_sample.html
    )
    own_sample.app.text_input(key="setting reason").set_value("Back")
    own_sample.press("Back to the default")
    assert "Every target and local standard is at its default" in own_sample.html


def test_a_change_without_a_name_is_not_saved(sample):
    sample.go("settings", date=AS_AT)
    sample.app.selectbox(key="setting").set_value("VWF1.floor")
    sample.run()
    sample.app.number_input(key="value VWF1.floor").set_value(50.0)
    sample.run()
    sample.press("Save the new value")
    assert (
        "your name and a reason" in sample.app.error[0].value
        and "Every target and local standard is at its default" in sample.html
    )


def test_the_day_from_which_reviews_count_is_set_with_a_name_and_a_reason(own_drawn):
    page = own_drawn()
    page.go("settings", date=AS_AT)
    assert page.html.count("None is loaded, and no day is set") == 3
    page.app.selectbox(key="records kind").set_value("Regulation 45 review")
    page.app.date_input(key="records begins").set_value(date(2026, 3, 1))
    page.run()
    page.press("Save the day")
    assert "your name and a reason" in page.app.error[0].value
    page.app.text_input(key="records by").set_value("Jo")
    page.app.text_input(key="records reason").set_value("The log <b>before</b> is on paper")
    page.press("Save the day")
    assert "1 Mar 2026" in page.html and "Set by Jo" in page.html and "&lt;b&gt;before&lt;/b&gt;" in page.html
    html = page.go("warnings", date=AS_AT).html
    assert "Regulation 45 review was due 1 Sep 2026, 60 days ago; none is recorded" in html
    assert "No Regulation 45 review" not in html and "No Regulation 44 visit and no Regulation 46" in html
    page.go("settings", date=AS_AT)
    page.app.selectbox(key="records kind").set_value("Regulation 45 review")
    page.run()
    page.app.text_input(key="records by").set_value("Jo")
    page.app.text_input(key="records reason").set_value("It was found")
    page.press("Back to the rule")
    assert page.html.count("None is loaded, and no day is set") == 3


def test_people_are_confirmed_and_withdrawn_by_name(own_drawn):
    page = own_drawn(
        """
        Home      | Visit date | Visit type          | Visitor
        Ash House | 2026-09-01 | Regulation 44 visit | Tom Birch
        Ash House | 2026-10-01 | Regulation 44 visit | Ann <b>Oak</b>
        """
    )
    page.go("settings", date=AS_AT)
    page.app.text_input(key="people by").set_value("Jo")
    page.app.multiselect(key="people settings").set_value(["Tom Birch"])
    page.run()
    page.press("Confirm as visitors")
    assert "Tom Birch</strong>: visitor" in page.html and "· Jo" in page.html
    page.press("Withdraw")
    assert "Tom Birch</strong>: visitor" not in page.html


def test_nobody_is_confirmed_where_nobody_says_who_does(own_drawn):
    page = own_drawn(
        """
        Home      | Visit date | Visit type          | Visitor
        Ash House | 2026-09-01 | Regulation 44 visit | Tom Birch
        """
    )
    page.go("settings", date=AS_AT)
    page.app.multiselect(key="people settings").set_value(["Tom Birch"])
    page.run()
    assert all(button.disabled for button in page.app.button if button.label.startswith("Confirm as"))


def test_how_many_concerns_chance_may_raise_is_set_in_hundredths(own_sample):
    own_sample.go("settings", date=AS_AT)
    own_sample.app.selectbox(key="setting").set_value("signals.flag")
    own_sample.run()
    box = own_sample.app.number_input(key="value signals.flag")
    assert (box.label, box.value, box.step) == ("New value (a month in a home)", 0.02, 0.01)
    assert "Now 0.02 a month in a home; the default is 0.02 a month in a home." in own_sample.said
    assert "0.1 is one every ten months" in own_sample.said and "New Flags by chance alone</" in own_sample.said
    box.set_value(0.2)
    assert "Flags cannot be more (0.2) than Watches (0.1)" in own_sample.run().app.error[0].value
    own_sample.app.number_input(key="value signals.flag").set_value(0.1)
    assert "would change colour as at 31 Oct 2026" in own_sample.run().said
    own_sample.app.text_input(key="setting by").set_value("Jo")
    own_sample.app.text_input(key="setting reason").set_value("Agreed")
    own_sample.press("Save the new value")
    assert "New Flags by chance alone: 0.1 a month in a home" in own_sample.said
