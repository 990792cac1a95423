"""Of the sample and of councils drawn at random: what a home can show, against slow plain counting of the same rows."""

from collections import Counter
from datetime import date
from random import Random

import pytest

from metrics.readiness.annex import annex
from metrics.readiness.changed import STOCKS, changed
from metrics.readiness.evidence import evidence
from metrics.readiness.gaps import gaps
from metrics.readiness.spans import INSPECTION, REVIEW, spans
from metrics.readiness.undertaken import asked, undertaken
from qa_data.scope import of_every_home
from qa_data.standards import CODES
from qa_data.store import MEMORY, open_store
from tests.filling import upload
from tests.metrics.asking import month_values, rated
from tests.metrics.drawing import draw_council
from tests.metrics.plain import later
from tests.metrics.readiness import plain

SINCE = pytest.mark.parametrize("since", [INSPECTION, REVIEW])


def of_sample(request):
    """The sample, asked of its last month's end and of a day within a month."""
    store = request.getfixturevalue("sample")
    told = {name: store.rows(of_every_home(), f"from {name}") for name in plain.NAMES}
    return store, told, (date(2026, 10, 31), date(2026, 5, 13))


def of_drawn(request):
    """A council drawn at random."""
    store, told = open_store(MEMORY), draw_council(Random(request.param))
    request.addfinalizer(store.close)
    upload(store, **told)
    return store, told, (date(2025, 3, 31), date(2024, 11, 15), date(2023, 12, 2))


@pytest.fixture(scope="module", params=["sample", 1, 2], ids=lambda each: f"{each}")
def council(request):
    """A store, its rows, and days to ask of."""
    return of_sample(request) if request.param == "sample" else of_drawn(request)


def cases(council, since):
    """Each day, its scope, and each open home with the first day of its span and the whole months of it."""
    _, told, days = council
    for day in days:
        for home in plain.open_on(told, day):
            first = plain.begins(told, home, day, since)
            yield day, of_every_home(day), home, first, plain.whole(first, day, home["opened"])


@SINCE
def test_spans(council, since):
    expected = [(day, home["home"], first, len(months)) for day, _, home, first, months in cases(council, since)]
    found = [
        (day, row["home"], row["begins"], row["months"])
        for day in council[2]
        for row in spans(council[0], of_every_home(day), since)
    ]
    assert sorted(found) == sorted(expected) and found


@SINCE
def test_the_counts_of_annex_a(council, since):
    store, told, _ = council
    for _, scope, home, _, months in cases(council, since):
        rows = annex(store, scope, home["home"], since)
        assert {row["column"]: (row["count"], row["given"]) for row in rows} == plain.counts(told, home, months)
        assert all(len(row["rows"]) == row["given"] and row["months"] == len(months) for row in rows)


@SINCE
def test_evidence(council, since):
    store, told, days = council
    for day in days:
        every, figures = evidence(store, of_every_home(day), since=since), rated(store, of_every_home(day), [day])
        for home in plain.open_on(told, day):
            first = plain.begins(told, home, day, since)
            rows = [row for row in every if row["home"] == home["home"]]
            words = ("standard", "side", "kind", "said", "times", "of_times")
            found = Counter(tuple(row[name] for name in words) for row in rows if row["kind"] != "figure")
            assert found == plain.evidence(told, home, first, day)
            told_of = {(row["standard"], row["indicator"], row["side"]) for row in rows if row["kind"] == "figure"}
            assert told_of == {
                (row["standard"], row["indicator"], "for" if row["rag"] == "green" else "against")
                for row in figures
                if row["home"] == home["home"] and row["rag"] != "grey"
            }


def test_every_piece_of_evidence_but_a_figure_cites_a_row(council):
    store, _, days = council
    for row in evidence(store, of_every_home(days[0])):
        assert row["sources"] or row["kind"] == "figure"
        assert row["times"] in (None, len(row["sources"]))


@SINCE
def test_gaps(council, since):
    store, told, _ = council
    for day, scope, home, first, months in cases(council, since):
        (found,) = gaps(store, scope, home["home"], since)
        given = {row["month"] for row in plain.own(told["returns"], home)}
        assert found["months"] == [month for month in months if month not in given and home["opened"] <= month]
        assert found["visits"] == plain.unvisited(told, home, first, day)
        spoken = {each[0] for each in plain.quoted(told | {"visits": [], "plan": []}, home, first, day)}
        spoken |= {each[0] for each in plain.judged(told, home, first, day) if each[2] == "verdict"}
        assert found["standards"] == [code for code in CODES if code not in spoken]


@SINCE
def test_figures_and_those_of_the_months_before(council, since):
    store, _, days = council
    for day in days:
        values = {
            (row["home"], row["standard"], row["indicator"], row["month"]): (row["numerator"], row["denominator"])
            for row in month_values(store, of_every_home(day))
        }
        lengths = {row["home"]: (row["first"], row["months"]) for row in spans(store, of_every_home(day), since)}
        for row in changed(store, of_every_home(day), since=since):
            first, months = lengths[row["home"]]
            key = (row["home"], row["standard"], row["indicator"])
            for after, names in ((0, ""), (-months, "_before")):
                span = [later(first, after + place) for place in range(months)]
                known = [values[(*key, month)] for month in span if (*key, month) in values]
                known, given = known[-1:] if row["indicator"] in STOCKS else known, len(known)
                sums = tuple(map(sum, zip(*known, strict=True))) if known else (None, None)
                assert (row[f"numerator{names}"], row[f"denominator{names}"], row[f"given{names}"]) == (*sums, given)


@SINCE
def test_whose_opinions_were_asked_and_what_was_done(council, since):
    store, told, _ = council
    for day, scope, home, first, _ in cases(council, since):
        rows = asked(store, scope, home["home"], since)
        found = {row["column"]: (row["visits"], row["nobody"], row["people"]) for row in rows}
        assert found == plain.asked(told, home, first, day)
        expected = [
            row["reference"]
            for row in plain.own(told["actions"], home)
            if plain.live(row, day)
            or (plain.holds(row, day) and row.get("completed") and first <= row["completed"] <= day)
        ]
        assert sorted(row["reference"] for row in undertaken(store, scope, home["home"], since)) == sorted(expected)
