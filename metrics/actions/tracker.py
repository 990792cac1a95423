"""The action tracker: what every action asks, where it stands, and how sure anyone can be that it was done."""

from metrics.found import place
from qa_data.scope import Scope
from qa_data.store import Store

SOON_DAYS = 14
"""An action due in so many days is due soon; a local span, not law."""

KINDS = {"requirement": "Ofsted requirements", "recommendation": "Recommendations", "other": "Other actions"}

STATES = {
    "overdue": "overdue",
    "soon": f"due in {SOON_DAYS} days",
    "dated": "due later",
    "undated": "no due date",
    "undecided": "waiting for a decision",
    "refused": "not accepted",
    "completed": "completed in 12 months",
}
"""Where an action stands, in the order in which a clinic looks."""

AGES = ((30, "under 30 days"), (90, "30 to 89 days"), (180, "90 to 179 days"), (None, "180 days or more"))

PLACED = f"""
select *, case when source = 'Ofsted requirement' then 'requirement' when contains(source, 'recommendation') then 'recommendation' else 'other' end as kind,
       case when completed <= as_at() then case when completed > as_at() - interval 12 month then 'completed' end
            when coalesce(decision, 'Accepted') = 'Not accepted' then 'refused' when decision = 'To be decided' then 'undecided'
            when due < as_at() then 'overdue' when due <= as_at() + {SOON_DAYS} then 'soon' when due is not null then 'dated' else 'undated' end as state,
       live_on(raised, decision, status, completed, as_at()) as live, date_diff('day', raised, as_at()) as age, coalesce(trim(owner), '') = '' as unowned,
       coalesce(trim(evidence), '') <> '' as evidenced,
       coalesce(trim(verified_by), '') <> '' and lower(trim(verified_by)) is distinct from lower(trim(owner)) as verified
from actions where raised <= as_at() and status <> 'Cancelled'
"""

CHOSEN = """($home is null or home = $home) and ($standard is null or list_contains(standards, $standard)) and ($kind is null or kind = $kind)
            and ($state is null or state = $state or ($state = 'unowned' and live and unowned))"""

COUNTS = f"""
select kind, state, count(*) as actions, count(*) filter (live and unowned) as unowned, count(*) filter (state = 'completed' and evidenced) as evidenced,
       count(*) filter (state = 'completed' and verified) as verified
from ({PLACED}) where state is not null and {CHOSEN} group by kind, state
"""

AGEING = f"""
select kind, case {" ".join(f"when age < {days} then '{words}'" for days, words in AGES if days)} else '{AGES[-1][1]}' end as age, count(*) as actions
from ({PLACED}) where live and {CHOSEN} group by all
"""

BY_HOME = f"""
select home, standard, count(*) filter (live) as open, count(*) filter (state = 'overdue') as overdue
from (select *, unnest(standards) as standard from ({PLACED}) where {CHOSEN}) where live group by home, standard
"""

LISTED = f"""
select home, reference, source as came_from, source_date, regulation, standards, action, priority, decision, decision_reason, owner, raised, due, completed, status,
       evidence, verified_by, impact, kind, state, live, unowned, evidenced, verified, age,
       case when state = 'overdue' then date_diff('day', due, as_at()) end as days_overdue, {place("due")}
from ({PLACED})
where state is not null and ($state is not null or state not in ('completed', 'refused')) and {CHOSEN}
order by list_position({list(STATES)}, state), kind <> 'requirement', due nulls last, home, reference
limit $most
"""


def action_counts(store: Store, scope: Scope, home: str | None = None, standard: str | None = None) -> list[dict]:
    """How many actions of each kind stand where: kind, state (of `STATES`), actions, unowned (open, without an
    owner), evidenced and verified (of the completed: with evidence, and verified by someone other than the owner).
    """
    return store.rows(scope, COUNTS, **_chosen(home, standard))


def action_ages(store: Store, scope: Scope, home: str | None = None, standard: str | None = None) -> list[dict]:
    """How long the open actions have been open: kind, age (words of `AGES`), actions."""
    return store.rows(scope, AGEING, **_chosen(home, standard))


def actions_by_home(store: Store, scope: Scope, standard: str | None = None, kind: str | None = None) -> list[dict]:
    """Open and overdue actions of every home under each standard: home, standard, open, overdue. An action counts
    under each of its standards.
    """
    return store.rows(scope, BY_HOME, **_chosen(None, standard, kind))


def tracked(
    store: Store,
    scope: Scope,
    home: str | None = None,
    standard: str | None = None,
    kind: str | None = None,
    state: str | None = None,
    most: int = 200,
) -> list[dict]:
    """The actions themselves, the longest overdue first, at most so many; of no state in particular, those that are
    neither completed nor refused: the columns of the sheet (`came_from` for its source), kind, state, live, unowned,
    evidenced, verified, age and days_overdue, and where the row stands. `state` may also be `unowned`.
    """
    return store.rows(scope, LISTED, **_chosen(home, standard, kind, state), most=most)


def _chosen(home: str | None, standard: str | None, kind: str | None = None, state: str | None = None) -> dict:
    return {"home": home, "standard": standard, "kind": kind, "state": state}
