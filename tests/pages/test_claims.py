"""What a sign-in says of somebody becomes a name, roles and homes; what cannot be meant becomes nothing."""

import pytest

from pages.parts.claims import LONGEST, NAMELESS, Rules, homes, identity, kept, left_out, person, roles, values
from qa_data.access import ROLE

ENTRA = {"iss": "https://login.microsoftonline.com/t-1/v2.0", "tid": "t-1", "oid": "o-1", "sub": "pairwise"}
BY_GROUP = Rules(home_claim="groups", homes={"g-1": ("Ash House",), "g-2": ("Beech House", "Cedar House")})


def test_by_itself_a_role_goes_by_its_own_name():
    assert person({"name": "Ada Bell", "roles": ["manager"], "homes": ["Ash House"]}, Rules()) == person(
        {"name": "Ada Bell", "roles": "Manager", "homes": "Ash House"}, Rules()
    )
    assert roles({"roles": list(ROLE)}, Rules()) == frozenset(ROLE)


@pytest.mark.parametrize(
    "told", ["visitor contract", "visitor-contract", "Visitor_Contract", " VISITOR  contract ", "Visitor-contract"]
)
def test_whatever_its_case_and_joints(told):
    assert roles({"roles": [told]}, Rules()) == {"visitor contract"}


@pytest.mark.parametrize("told", [None, 1, True, {}, {"manager": True}, [["manager"]], [1, None], "", "admin", ["*"]])
def test_what_is_no_role_gives_none(told):
    assert roles({"roles": told}, Rules()) == frozenset()


def test_values_of_a_table_give_their_roles_and_only_they_do():
    rules = Rules(roles={"QA.Manager": "manager", "QA.Lead": "manager", "QA.Chair": "clinic"})
    assert roles({"roles": ["qa.manager", "QA.Chair"]}, rules) == {"manager", "clinic"}
    assert roles({"roles": ["keeper", "manager"]}, rules) == frozenset()


@pytest.mark.parametrize(
    "claims, claim",
    [
        ({"realm_access": {"roles": ["keeper"]}}, "realm_access.roles"),
        ({"resource_access": {"qa": {"roles": ["keeper"]}}}, "resource_access.qa.roles"),
        ({"https://council.example/roles": ["keeper"]}, "https://council.example/roles"),
        ({"https://council.example/all": {"roles": "keeper"}}, "https://council.example/all.roles"),
        ({"a.b": ["keeper"], "a": {"b": ["director"]}}, "a.b"),
    ],
    ids=["nested", "twice", "an address", "below an address", "as it is called first"],
)
def test_a_claim_within_another_is_named_by_its_path(claims, claim):
    assert roles(claims, Rules(role_claim=claim)) == {"keeper"}


@pytest.mark.parametrize("claims", [{}, {"a": None}, {"a": "b"}, {"a": ["b"]}, {"a": {"c": "keeper"}}, {"a": {"b": 1}}])
def test_a_path_that_leads_nowhere_gives_nothing(claims):
    assert values(claims, "a.b") == ()


def test_homes_are_a_list_or_one_text():
    both = frozenset({"Ash House", "Beech House"})
    assert homes({"homes": ["Ash House", " Beech House "]}, Rules()) == both
    assert homes({"homes": "Ash House; Beech House"}, Rules()) == both
    assert homes({"homes": "Ash House,Beech House,"}, Rules()) == both
    assert homes({"homes": ["Ash House, Long Lane"]}, Rules()) == {"Ash House, Long Lane"}


def test_groups_give_the_homes_that_a_table_says_and_no_others():
    assert homes({"groups": ["G-1", "g-2", "g-9"]}, BY_GROUP) == {"Ash House", "Beech House", "Cedar House"}
    assert homes({"groups": ["Ash House"]}, BY_GROUP) == frozenset()
    assert homes({"homes": ["Ash House"]}, BY_GROUP) == frozenset()


@pytest.mark.parametrize(
    "claims, name",
    [
        ({"name": "Ada Bell", "preferred_username": "ada"}, "Ada Bell"),
        ({"preferred_username": "ada", "email": "ada@council.example"}, "ada"),
        ({"name": " ", "email": "ada@council.example", "email_verified": False}, "ada@council.example"),
        ({"name": ["Ada"], "email": 7}, NAMELESS),
        ({}, NAMELESS),
        ({"name": "Ada\n\u202eBell\x00"}, "Ada Bell"),
        ({"name": "x" * 1_000}, "x" * LONGEST),
    ],
)
def test_the_name_is_the_first_that_is_one(claims, name):
    assert person(claims, Rules()).name == name


def test_another_claim_can_give_the_name():
    assert person({"name": "Ada", "display": "Ms Bell"}, Rules(name_claims=("display",))).name == "Ms Bell"


def test_who_it_is_goes_by_who_vouches_and_the_identifier_there():
    one = identity({"iss": "https://a.example", "sub": "7", "email": "x@council.example"})
    assert one == identity({"iss": "https://a.example", "sub": "7", "email": "y@council.example"})
    assert one != identity({"iss": "https://b.example", "sub": "7", "email": "x@council.example"})
    assert one != identity({"iss": "https://a.example", "sub": "8", "email": "x@council.example"})


def test_an_object_identifier_counts_only_where_its_tenant_vouches():
    assert identity(ENTRA) == f"{ENTRA['iss']} o-1"
    assert identity(ENTRA | {"iss": "https://evil.example"}) == "https://evil.example pairwise"
    assert identity(ENTRA | {"tid": ""}) == identity(ENTRA | {"oid": None}) == f"{ENTRA['iss']} pairwise"


@pytest.mark.parametrize(
    "claims", [{}, {"sub": "7"}, {"iss": "https://a.example"}, {"iss": "", "sub": "7"}, {"iss": 1}]
)
def test_nobody_is_known_by_less(claims):
    assert identity(claims) is None


def test_groups_too_many_to_carry_give_nothing_and_are_told():
    overage = {"_claim_names": {"groups": "src1"}, "_claim_sources": {"src1": {"endpoint": "https://graph"}}}
    assert homes(overage, BY_GROUP) == frozenset()
    assert "your homes" in left_out(overage, BY_GROUP)
    assert "your roles" in left_out({"hasgroups": True}, Rules(role_claim="groups"))
    assert "your roles and homes" in left_out(overage, Rules(role_claim="groups", home_claim="groups"))


@pytest.mark.parametrize(
    "claims", [{}, {"groups": ["g-1"]}, {"_claim_names": {"groups": "src1"}}, {"hasgroups": "true"}]
)
def test_and_only_where_they_are_asked_for(claims):
    assert left_out(claims, Rules()) is None


@pytest.mark.parametrize(
    "claims, rules",
    [
        (ENTRA | {"name": "Ada", "roles": ["clinic", "other"], "homes": ["Ash House"], "email": "x"}, Rules()),
        (ENTRA | {"preferred_username": "ada", "groups": ["g-1", *map(str, range(300))]}, BY_GROUP),
        (
            {"iss": "https://k", "sub": "1", "realm_access": {"roles": ["keeper"]}},
            Rules(role_claim="realm_access.roles"),
        ),
        (
            ENTRA | {"groups": ["g-1", "keeper"]},
            Rules(role_claim="groups", home_claim="groups", homes={"g-1": ("Ash",)}),
        ),
        (ENTRA | {"hasgroups": True, "_claim_names": {"roles": "src1"}}, BY_GROUP),
        ({"iss": "https://k", "sub": "1"}, Rules()),
    ],
)
def test_what_is_kept_says_the_same_of_the_person_and_no_more(claims, rules):
    told = kept(claims, rules)
    for answer in (person, left_out):
        assert answer(told, rules) == answer(claims, rules)
    assert identity(told) == identity(claims)
    assert len(str(told)) < 400 and "email" not in told
