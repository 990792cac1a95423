"""What holds for every page: it opens on whatever the store holds, and nothing from a file is live HTML."""

import pytest

from tests.pages.screen import AS_AT, ROOT

PAGES = sorted(path.stem for path in (ROOT / "pages").glob("*.py") if path.stem != "__init__")

NONSENSE = (
    {"date": "31/10/2026"},
    {"date": "1066-10-14"},
    {"home": "Nowhere"},
    {"standard": "QS99"},
    {"indicator": "'; drop"},
)

HOSTILE = """
Home      | Date       | Source | Standard | Kind    | Finding
Ash House | 2026-10-01 | Reg 44 | QS12     | Concern | <img src=x onerror=alert(1)>
"""

HOSTILE_HOME = """
Home                  | Service type     | Registered places | Opened     | Registered manager
<b onclick="x">Ash</b> | Residential care | 3                 | 2015-05-01 | <script>alert(1)</script>
"""


@pytest.mark.parametrize("page", PAGES)
def test_opens_on_an_empty_store(screen, page):
    assert "<h1>" in screen.go(page).html


@pytest.mark.parametrize("page", PAGES)
def test_opens_on_the_sample_data(sample, page):
    assert "<h1>" in sample.go(page, date=AS_AT).html


@pytest.mark.parametrize("page", PAGES)
def test_what_a_line_of_the_page_comes_to_is_not_drawn(sample, page):
    assert "`None`" not in [each.value for each in sample.go(page, date=AS_AT).app.markdown]


@pytest.mark.parametrize("page", PAGES)
def test_opens_at_an_address_that_says_nonsense(sample, page):
    for words in NONSENSE:
        assert "<h1>" in sample.go(page, **words).html, words


@pytest.mark.parametrize("page", PAGES)
def test_opens_before_any_home_did(sample, page):
    assert "<h1>" in sample.go(page, date="2015-04-01").html


@pytest.mark.parametrize("page", PAGES)
def test_a_store_that_cannot_be_opened_is_one_sentence(database, screen, page):
    database.write_text("this is no database, but it is long enough to be looked at" * 100)
    screen.go(page)
    assert len(screen.app.error) == 1 and str(database) in screen.app.error[0].value
    assert "Traceback" not in screen.app.error[0].value and not screen.html


@pytest.mark.parametrize("page", PAGES)
def test_nothing_from_a_file_is_live_html(drawn, page):
    html = (
        drawn(HOSTILE.replace("Ash House", '<b onclick="x">Ash</b>'), homes=HOSTILE_HOME)
        .go(page, standard="QS12", date=AS_AT)
        .html
    )
    assert "<img" not in html and "<script" not in html and "<b onclick" not in html


def test_sample_data_says_what_it_is_and_goes_at_a_click(own_sample):
    assert "sample data" in own_sample.go(date=AS_AT).app.info[0].value
    own_sample.press("Remove the sample data")
    assert "Nothing has been loaded yet" in own_sample.html and not own_sample.app.info
    own_sample.press("Load the sample data")
    assert "2 of 5 homes need attention" in own_sample.html
