"""Syllables by letters, against words whose syllables are known."""

from metrics.young_people.syllables import syllables

KNOWN = """
1: a I we you told us said asked changed liked called played home homes school room food game games phone bus
   bed night staff work
   worked plan said safe house move moved walk walked lived cooked helped mend choose rules fridge cheese stairs
   clothes friends trips
   heard space wifi's:2
2: about again happy garden bedroom bedrooms kitchen people children never going playing seeing music cooking
   wanted needed settled
   table tables little apple changes dishes buses lovely careful homework something sometimes Tuesday Friday
   many money very every
   changing answer answered worry bigger until picture symbol forward quiet being ready bathroom teacher party
   visit money
   didn't wasn't couldn't giant
3: holiday family favourite another together important activity:4 telephone computer area idea ideas video radio
   usual manager
   animal October November December decided decision example repaired:2 everyone everything remember adventure
2: quickly sister dinner staying orange under over after better behind shopping tennis football football's
   poster
3: yesterday evening:2 suddenly hospital exercise apartment decorate vegetable:4 dangerous potato
4: activities television:4 information January February education independent usually everybody experience:4
   community kilometre:4
5: consultation:4 opportunity:5 communication:5 accommodation:5 responsibility:6 approximately:5 unfortunately:5
"""


def known() -> dict[str, int]:
    """Each word with its syllables: those of its line, unless it says its own."""
    told, number = {}, 0
    for word in KNOWN.split():
        if word[:-1].isdigit() and word.endswith(":"):
            number = int(word[:-1])
        else:
            name, _, own = word.partition(":")
            told[name] = int(own or number)
    return told


def test_every_word_has_its_syllables():
    off = {word: (syllables(word), number) for word, number in known().items() if syllables(word) != number}
    assert len(known()) > 140 and off == {}


def test_numbers_are_read_aloud():
    assert {each: syllables(each) for each in ("3", "7", "12", "15", "20", "26", "2026")} == {
        "3": 1, "7": 2, "12": 1, "15": 2, "20": 2, "26": 3, "2026": 5
    }  # fmt: skip
