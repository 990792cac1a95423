"""The counts of the SQL, against slow and obvious counting of the same rows."""

from collections import defaultdict
from datetime import date
from random import Random

import pytest

from metrics.themes import themes
from metrics.themes.tagging import read
from tests.metrics.themes.drawing import AS_AT, CONCERNS, HOMES, PLAIN, concern, finding, months, said, store_of, visit

FIRST, BASE = date(2026, 8, 1), date(2025, 8, 1)


def made_up(seed):
    """Twenty months of visits to five homes, some of which stand only as findings."""
    rng, visits, findings = Random(seed), [], []
    for month in months(20):
        for home in HOMES:
            texts = [
                concern(theme, rng) if rng.random() < 0.6 else said(PLAIN[0], rng)
                for theme in CONCERNS
                if rng.random() < 0.5
            ]
            day = month.replace(day=rng.randint(1, 28))
            if rng.random() < 0.8:
                visits.append(
                    visit(
                        home,
                        day,
                        rng.choice(("J. Marlowe", "R. Tansley")),
                        concerns=" ".join(texts) or None,
                        good_practice="Medication is well managed.",
                    )
                )
            findings += [
                finding(home, day, text, rng.choice(("Concern", "Child's view")))
                for text in dict.fromkeys(texts)
                if rng.random() < 0.5
            ]
    return visits, findings


def counted(visits, findings):
    """By theme: the visits of the window and of the year before that mention it as a concern; and how many visits
    there were.
    """
    texts = [
        (row["home"], row["visit_date"], row[part], kind)
        for row in visits
        for part, kind in (("concerns", "Concern"), ("good_practice", "Good practice"))
        if row[part]
    ]
    texts += [(row["home"], row["found_on"], row["finding"], row["kind"]) for row in findings]
    days = {(home, day) for home, day, _, _ in texts} | {(row["home"], row["visit_date"]) for row in visits}
    found = defaultdict(lambda: (set(), set(), set()))
    for home, day, text, kind in texts:
        for mention in (
            mention for sentence in read(text, kind) for mention in sentence.mentions if mention.polarity == "concern"
        ):
            found[mention.theme][0 if day >= FIRST else 1 if day >= BASE else 2].add((home, day))
    return found, sum(day >= FIRST for _, day in days), sum(BASE <= day < FIRST for _, day in days)


@pytest.mark.parametrize("seed", range(4))
def test_the_same_visits_are_counted(seed):
    visits, findings = made_up(seed)
    found, of, before_of = counted(visits, findings)
    answer = [each for each in themes(store_of(visits, findings), AS_AT)["themes"] if each["home"] is None]
    assert not any(each["boilerplate"] for each in answer)
    assert {each["theme"] for each in answer} == {theme for theme, (now, before, _) in found.items() if now | before}
    for each in answer:
        now, before, earlier = found[each["theme"]]
        every = [day for _, day in now | before | earlier]
        assert (each["visits"], each["of"], each["before"], each["before_of"]) == (len(now), of, len(before), before_of)
        assert each["homes"] == sorted({home for home, _ in now})
        assert (each["first_seen"], each["last_seen"]) == (min(every).isoformat(), max(every).isoformat())
        assert {(row["home"], row["date"]) for row in each["findings"]} == {
            (home, day.isoformat()) for home, day in now
        }
