"""Who may do what, for which homes."""

import pytest

from qa_data.access import ROLES, Right, owner, person
from qa_data.scope import Every

EVERY, OWN, NONE = Every.HOME, frozenset({"Ash House"}), frozenset()


@pytest.mark.parametrize(
    ("roles", "read", "load", "decide", "keep"),
    [
        ("manager", OWN, OWN, OWN, NONE),
        ("clinic", EVERY, NONE, EVERY, NONE),
        ("director", EVERY, NONE, NONE, NONE),
        ("visitor contract", NONE, NONE, NONE, NONE),
        ("keeper", NONE, NONE, NONE, EVERY),
        ("scrutiny", NONE, NONE, NONE, NONE),
        ("manager, director", EVERY, OWN, OWN, NONE),
        ("manager, keeper", OWN, OWN, OWN, EVERY),
        ("administrator", NONE, NONE, NONE, NONE),
        ("", NONE, NONE, NONE, NONE),
    ],
)
def test_what_the_roles_together_may_do(roles, read, load, decide, keep):
    someone = person("R. Bell", roles.split(", "), {"Ash House"})
    assert [someone.homes_for(right) for right in (Right.READ, Right.LOAD, Right.DECIDE, Right.KEEP)] == [
        read,
        load,
        decide,
        keep,
    ]


def test_a_manager_without_a_home_may_nothing():
    assert not any(person("R. Bell", ["manager"]).may(right) for right in Right)


def test_where_nobody_signs_in_whoever_sits_there_may_everything():
    assert {owner("Jo").homes_for(right) for right in Right} == {EVERY}


def test_every_right_is_somebodys():
    assert set(Right) == frozenset().union(*(role.rights for role in ROLES))
