"""The Upload page asks what a council's own headings stand for, once."""

from tests.pages.test_upload import HOMES, choose, workbook

VISITS = """
Home      | Visit date | Visit type | Grown ups spoken to | Weather | Children %
Ash House | 14/10/2026 | Reg 44     | 4                   | Fine    | 50
"""

NEAR = VISITS.replace("Grown ups spoken to", "Staff spoken with")


def told(screen) -> str:
    return " ".join(each.label for each in screen.app.expander)


def chosen(screen) -> list[tuple[str, str]]:
    return [(each.label.replace("\\", ""), each.value) for each in screen.app.selectbox if each.label.startswith("“")]


def test_nothing_is_asked_where_every_heading_is_known(screen):
    choose(screen, ("Homes.xlsx", workbook(Homes=HOMES)))
    assert "stand for" not in told(screen) and "Your own headings" not in screen.html


def test_one_click_takes_the_suggestions_and_later_files_are_read_so(screen):
    choose(screen, ("October.xlsx", workbook(Homes=HOMES, Visits=NEAR)))
    assert chosen(screen) == [
        ("“Staff spoken with” is", "Staff spoken to"),
        ("“Weather” is", "Leave alone"),
        ("“Children %” is", "Leave alone"),
    ]
    assert "1 heading to decide" in screen.html and ", nothing to settle" not in screen.html
    screen.press("Take the suggestion")
    assert ", nothing to settle" in screen.html
    assert [label for label, _ in chosen(screen)] == ["“Weather” is", "“Children %” is"]
    assert (
        "<strong>Staff spoken with</strong> on sheets of Visits and reviews is Staff spoken to" in screen.html
        and "L. Hartley" in screen.html
    )
    assert (
        "Staff spoken with"
        not in choose(screen, ("November.xlsx", workbook(Homes=HOMES, Visits=NEAR))).html.split("Your own headings")[0]
    )


def test_any_column_is_chosen_or_none_and_taken_back(screen):
    choose(screen, ("October.xlsx", workbook(Homes=HOMES, Visits=VISITS)))
    [grown_ups] = [each for each in screen.app.selectbox if each.label.startswith("“Grown")]
    assert "Families contacted" in grown_ups.options
    grown_ups.set_value("Staff spoken to")
    screen.press("Keep all as chosen")
    assert chosen(screen) == []
    assert "<strong>Weather</strong> on sheets of Visits and reviews is left alone" in screen.html
    assert "<strong>Grown ups spoken to</strong> on sheets of Visits and reviews is Staff spoken to" in screen.html
    screen.press("Forget")
    assert len(chosen(screen)) == 1 and "was taken back" in screen.html


def test_nobody_decides_without_a_name(screen):
    choose(screen, ("October.xlsx", workbook(Homes=HOMES, Visits=NEAR)), by=" ")
    assert screen.button("Take the suggestion").disabled
