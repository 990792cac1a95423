"""What moves, in groups: how many series are in each, and the first of them."""

from metrics.signals.signals import ALL, SEEN, TOLD, expected_false_flags, of_latest, with_assurance
from metrics.signals.xmr import COMMON_CAUSE, CONCERN, IMPROVEMENT, NONE
from qa_data.scope import Scope
from qa_data.store import Store

GROUPS = ("concerns", "improvements", "changes", "apart", "steady", "few")
"""Flagged for the worse, for the better, or neither; standing out on its own chart alone; as usual; too few months."""

GROUP = f"""
case when flag and variation = '{CONCERN}' then 'concerns' when flag and variation = '{IMPROVEMENT}' then 'improvements' when flag then 'changes'
     when variation = '{NONE}' then 'few' when variation = '{COMMON_CAUSE}' then 'steady' else 'apart' end
"""

COUNTED = f"""
select {", ".join(TOLD)}, {GROUP} as grouped, count(*) over (partition by grouped) as of_group,
       row_number() over (partition by grouped order by p nulls last, home, standard, indicator) as place
from ({ALL}) where ($home is null or home = $home) and ($standard is null or standard = $standard) and {SEEN}
"""

FIRST = f"from ({COUNTED}) where place <= $most order by list_position({list(GROUPS)}, grouped), place"

WHOLE = f"""
select count(*) as series, count(p) as tests, count(*) filter (flag) as flags, count(*) filter (flag and variation = '{CONCERN}') as concerns,
       count(distinct home) filter (flag and variation = '{CONCERN}') as homes
from ({ALL}) where {SEEN}
"""


def moving(store: Store, scope: Scope, home: str | None = None, standard: str | None = None, most: int = 48) -> dict:
    """Of the whole service: series, tests, flags, concerns, homes (with one) and expected_false_flags; of the home
    and standard: `groups`, by name (of `GROUPS`) how many, and `shown`, the first of each as
    `metrics.signals.signals` has them, with their group (`grouped`).
    """
    whole = of_latest(store, scope, WHOLE)[0]
    rows = of_latest(store, scope, FIRST, home=home, standard=standard, most=most)
    return whole | {
        "expected_false_flags": expected_false_flags(store, scope, whole["tests"]),
        "groups": {row["grouped"]: row["of_group"] for row in rows},
        "shown": with_assurance(store, scope, rows),
    }
