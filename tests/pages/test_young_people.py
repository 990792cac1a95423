"""For young people: what is answered, chosen and approved on screen, by whom, and what is taken away then."""

from io import BytesIO

import pytest
from docx import Document

from metrics.young_people.page import young_people_page
from metrics.young_people.wording import SIGNS
from pages.packs.offered import YOUNG
from qa_data.store import open_store
from tests.asked import signed_in
from tests.metrics.young_people.drawing import DAY, ON, THREE, said
from tests.pages.packs.reading import read
from tests.pages.packs.test_packs import made
from tests.pages.screen import AS_AT, Screen

HEARD = said(
    "2026-09-14 | QS06 | The wifi is slow.",
    "2026-09-15 | QS09 | My mum says we need more trips.",
    "2026-09-16 | QS12 | They hit me.",
)

WIFI = "Ash House YP-978680"

APPROVE, TAKE_BACK = "I have read this page: approve it", "Take the approval back"


@pytest.fixture
def home(own_drawn) -> Screen:
    return own_drawn(HEARD, THREE).go("young_people", home="Ash House", date=AS_AT)


def sheet(screen: Screen) -> str:
    """The page for the children alone."""
    html = screen.said
    return html[html.index('<article class="young"') : html.index("</article>")]


def answered(screen: Screen, state: str, words: str) -> Screen:
    """An answer to what was said of the wifi."""
    screen.app.selectbox(key="child answer to").set_value(WIFI)
    screen.run()
    box = next(each for each in screen.app.text_area if each.key.startswith("child words"))
    box.set_value(words)
    next(each for each in screen.app.radio if each.key.startswith("child state")).set_value(state)
    screen.app.text_input(key="child answer by").set_value("Jo")
    return screen.press("Keep this answer")


def approved(screen: Screen) -> Screen:
    screen.app.text_input(key="approved by").set_value("Jo")
    return screen.press(APPROVE)


def labels(screen: Screen) -> set[str]:
    return {each.label for each in screen.app.button} | {each.label for each in screen.app.get("download_button")}


def test_the_page_says_what_they_said_with_its_signs_explained_and_why_something_is_left_out(home):
    told = sheet(home)
    assert "You said: “The wifi is slow.”" in told and "You told us about trips and clubs." in told
    assert all(meaning in told for meaning in SIGNS.values()) and told.count("<svg") >= 12
    assert "mum" not in told and "hit" not in told and "YP-" not in told
    assert "It could point at one child (family" in home.said and "somebody has to put it in" in home.said


def test_an_answer_is_measured_as_it_is_sent_and_a_hard_one_is_refused_with_how_to_mend_it(home):
    answered(home, "changed", "Management will implement additional consultation regarding accommodation.")
    assert "Say “managers” for “management”" in home.said and "reads at age" in home.app.error[0].value
    answered(home, "changed", "We bought a new router. The wifi is fast now.")
    assert "What we did: We bought a new router. The wifi is fast now." in sheet(home)


def test_it_is_approved_taken_away_and_asked_for_again_after_a_change(home):
    assert {"PDF", "Word"}.isdisjoint(labels(home))
    approved(home)
    assert "Approved by Jo, " in home.said and {"PDF", "Word", TAKE_BACK} <= labels(home)
    answered(home, "working", "We will ask for a new one.")
    assert {"PDF", "Word"}.isdisjoint(labels(home)) and "It has changed since Jo approved it" in home.said
    new = home.said[home.said.index("New on the page") :]
    assert "Our plan: We will ask for a new one." in new
    approved(home).press(TAKE_BACK)
    assert {"PDF", "Word"}.isdisjoint(labels(home)) and "waits for somebody to approve it" in home.said


def test_what_is_made_is_just_what_was_approved_in_large_print(home, database):
    answered(home, "changed", "We bought a new router. The wifi is fast now.")
    approved(home)
    word, (pdf, words) = made(YOUNG, "Word", DAY, "Ash House"), read(made(YOUNG, "PDF", DAY, "Ash House"))
    store = open_store(database)
    page = young_people_page(store, ON, "Ash House")
    store.close()
    document = Document(BytesIO(word))
    lines = [each.text.strip() for each in document.paragraphs]
    assert [each for each in lines if "Checked by" not in each] == [each for each in page.lines if each != page.months]
    assert lines[1].startswith(f"{page.months}. Checked by Jo on ")
    assert all(" ".join(each.split()) in words for each in page.lines) and "Checked by Jo on" in words
    assert "mum" not in words and "hit me" not in words and "YP-" not in words
    assert {document.styles[name].font.size.pt >= 16 for name in ("Normal", "Title", "Heading 1")} == {True}
    assert min(_sizes(pdf)) >= 16


def _sizes(pdf) -> list[float]:
    """The size of each piece of text, in points."""
    sizes: list[float] = []
    for page in pdf.pages:
        page.extract_text(
            visitor_text=lambda text, cm, tm, font, size: text.strip() and sizes.append(abs(size * tm[0]))
        )
    return sizes


def test_without_an_approval_nothing_of_it_is_made(home):
    _, words = read(made(YOUNG, "PDF", DAY, "Ash House"))
    assert "Nobody has approved the page as it stands now." in words and "wifi" not in words


def test_what_is_left_out_and_counts_are_chosen_on_screen(home):
    which = next(each for each in home.app.selectbox if each.key.startswith("shown which"))
    assert [len(each.options) for each in home.app.radio if each.label == "On the page"] == [2]
    which.set_value("YP-978680")
    home.run()
    next(each for each in home.app.radio if each.label == "On the page").set_value("out")
    home.app.text_input(key="shown by").set_value("Jo")
    assert "wifi" not in sheet(home.press("Keep this choice"))
    for name in ("looked", "moved"):
        next(each for each in home.app.number_input if each.key.startswith(f"{name} Ash")).set_value(3)
    home.app.text_input(key="moved by").set_value("Jo")
    assert "In October we looked at 3 plans with you. 3 of you moved forward." in sheet(
        home.press("Keep these numbers")
    )
    assert "3 of 3" in home.go("voice", date=AS_AT).said


def test_on_voice_what_a_child_said_is_answered_beside_its_reference(home):
    home.go("voice", home="Ash House", date=AS_AT)
    assert "3 issues are without an answer, of 3 shown." in home.said
    answered(home, "unchanged", "We have no money for it now. We will ask again.")
    assert "Not changed" in home.said and "answered by Jo" in home.said and "2 issues are without" in home.said
    home.press("Take the answer back")
    assert "3 issues are without an answer" in home.said


def test_a_reference_stands_on_home_and_finds_its_row_by_search(home):
    home.go("home", home="Ash House", standard="QS06", date=AS_AT)
    assert "YP-978680" in home.said
    assert "The wifi is slow." in home.go("search", words="yp-978680", date=AS_AT).said


def test_who_may_only_read_reads_it_and_who_may_not_see_the_home_does_not(with_sign_in, drawn):
    drawn(HEARD, THREE)
    director = Screen(signed_in("D. Low", "director")).go("young_people", home="Ash House", date=AS_AT)
    assert "You said: “The wifi is slow.”" in sheet(director)
    assert {APPROVE, "Keep this answer", "Keep this choice", "Keep these numbers"}.isdisjoint(labels(director))
    other = Screen(signed_in("R. Bell", "manager", homes=("Birch",))).go("young_people", home="Ash House", date=AS_AT)
    assert "wifi" not in other.html
    outside = Screen(signed_in("V. Low", "visitor contract")).go("young_people", home="Ash House", date=AS_AT)
    assert "wifi" not in outside.html


def test_a_home_of_which_nothing_is_known_says_what_to_load(drawn):
    told = drawn().go("young_people", home="Ash House", date=AS_AT).said
    assert "whose source is Child or young person" in told and "There is nothing to tell" in told
