"""A fact and a rule ask of nothing but what they declare to need."""

from datetime import date

import pytest
from duckdb import CatalogException

from metrics.rag.facts import FACTS, in_order, lay_fact, lay_facts
from metrics.rag.rules import G1, RULES
from qa_data.scope import of_every_home
from tests.drawn import store_with

AS_AT = of_every_home(date(2026, 10, 31))

DAYS = [date(2026, 9, 30), date(2026, 10, 31)]

ASKING = (*RULES, G1)


@pytest.fixture(scope="module")
def store():
    """A store with one home: what is asked for is asked of any council alike."""
    store = store_with()
    yield store
    store.close()


def lay_only(store, cursor, names) -> None:
    """Makes the facts of those names on the cursor, and leaves no other there that they were made from."""
    lay_facts(store, cursor, names, DAYS, with_sources=True)
    for made_from in {fact.name for fact in in_order(names)} - set(names):
        kind = "view" if cursor.rows("from duckdb_views() where view_name = $name", name=made_from) else "table"
        cursor.run(f"drop {kind} temp.{made_from}")


@pytest.mark.parametrize("fact", FACTS, ids=lambda fact: fact.name)
def test_a_fact_is_made_from_what_it_needs(store, fact):
    with store.reading(AS_AT) as cursor:
        lay_only(store, cursor, fact.needs)
        lay_fact(store, cursor, fact, DAYS, with_sources=True)
        assert cursor.run(f"from {fact.name}").description


@pytest.mark.parametrize("rule", ASKING, ids=lambda rule: rule.id)
def test_a_rule_asks_of_what_it_needs(store, rule):
    with store.reading(AS_AT) as cursor:
        lay_only(store, cursor, rule.needs)
        names = [column[0] for column in cursor.run(rule.sql).description]
        assert {"moment", "home", "standard", "sources"} <= set(names)


@pytest.mark.parametrize(
    ("asking", "need"),
    [(each, need) for each in (*FACTS, *ASKING) for need in each.needs],
    ids=lambda each: each if isinstance(each, str) else getattr(each, "id", None) or each.name,
)
def test_nothing_is_declared_that_is_not_needed(store, asking, need):
    with store.reading(AS_AT) as cursor:
        lay_only(store, cursor, [each for each in asking.needs if each != need])
        with pytest.raises(CatalogException, match=need):
            cursor.run(asking.sql) if asking in ASKING else lay_fact(store, cursor, asking, DAYS, True)
