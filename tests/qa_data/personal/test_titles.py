"""What files and sheets are called, and who signs."""

import pytest

from qa_data.personal import masked_title, signed


@pytest.mark.parametrize(
    ("title", "told"),
    [
        ("Jayden Smith October.xlsx", "[name] October.xlsx"),
        ("Return_Jayden_Smith_Oct 2026.xlsx", "Return [name] Oct 2026.xlsx"),
        ("Ash House Oct 2026.xlsx", "Ash House Oct 2026.xlsx"),
        ("AL_return_v2.xlsx", "AL_return_v2.xlsx"),
        ("Action tracker.xlsx", "Action tracker.xlsx"),
        ("Independent visits findings export Apr-Oct 2026.csv", "Independent visits findings export Apr-Oct 2026.csv"),
        ("Kacper", "[name]"),
        ("Sheet1", "Sheet1"),
        ("Sep 2026", "Sep 2026"),
    ],
)
def test_a_name_in_a_title_is_masked(title, told):
    assert masked_title(title, {"ash house"})[0] == told


@pytest.mark.parametrize(
    ("by", "kept"),
    [
        ("Asha Patel", "Asha Patel"),
        ("Asha Patel (RM)", "Asha Patel (RM)"),
        ("Jo for Jayden Smith", "Jo for [name]"),
        ("Asha Patel for Jayden Smith, 07700 900123", "Asha Patel for [name], [phone number]"),
        ("jo", "jo"),
        ("Sample data", "Sample data"),
        ("", ""),
    ],
)
def test_who_signs_keeps_their_name_and_no_other(by, kept):
    assert signed(by, ()) == kept
