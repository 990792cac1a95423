"""What people decide in the dashboard: each decision is a row that is added, with who and when; a later one with the
same key holds.
"""

from dataclasses import dataclass

from qa_data.scope import Scope


@dataclass(frozen=True)
class Record:
    """A kind of decision. `keys` and `says`: columns and their SQL types; `keys` tell what it is about."""

    name: str
    keys: dict[str, str]
    says: dict[str, str]

    @property
    def columns(self) -> dict[str, str]:
        """All of its columns, with who recorded it and when (UTC)."""
        return self.keys | self.says | {"made_by": "varchar", "moment": "timestamp"}

    def current(self, scope: Scope) -> str:
        """A query for what holds: the newest row of each key; takes `known()` (and `$homes`)."""
        seen = " and list_contains($homes, home)" if scope.named is not None and "home" in self.keys else ""
        return (
            f"select * from {self.name} where moment <= known(){seen} "
            f"qualify row_number() over (partition by {', '.join(self.keys)} order by moment desc) = 1"
        )


REBASES = Record(
    "rebases",
    {"home": "varchar", "indicator": "varchar", "standard": "varchar", "month": "date"},
    {"reason": "varchar", "holds": "boolean"},
)
"""From this month on a chart's limits are worked out anew, for that reason; `holds` is false where it is taken back."""

CONCERN_ANSWERS = Record(
    "concern_answers",
    {"home": "varchar", "standard": "varchar", "indicator": "varchar", "since": "date"},
    {"answer": "varchar", "began": "date", "until": "date", "reason": "varchar"},
)
"""What is said of a concern that was raised in that month: acted on, explained (the months from `began` to `until`
leave the evidence), or open again; standard and indicator are blank of a home as a whole.
"""

REPEAT_DECISIONS = Record(
    "repeat_decisions",
    {"home": "varchar", "first_reference": "varchar", "later_reference": "varchar"},
    {"decision": "varchar", "reason": "varchar"},
)
"""Whether a recommendation is an earlier one come back: confirmed or dismissed."""

LESSONS = Record(
    "lessons",
    {"lesson": "varchar"},
    {
        "home": "varchar",
        "about": "varchar",
        "of": "varchar",
        "text": "varchar",
        "standards": "varchar[]",
        "put_on": "date",
    },
)
"""What was learnt at one home and is put to the others; `about` a theme or a requirement, `of` its id or reference."""

LESSON_ANSWERS = Record(
    "lesson_answers",
    {"lesson": "varchar", "home": "varchar"},
    {"answer": "varchar", "note": "varchar", "action": "varchar", "answered_on": "date"},
)
"""What a home answers to a lesson: applies, does not apply, or already in place."""

SETTINGS = Record("settings", {"setting": "varchar"}, {"value": "double", "reason": "varchar"})
"""A target, a floor or a local standard as the council sets it; without a value the default holds again."""

RECORDS_SET = Record("records_set", {"home": "varchar", "kind": "varchar"}, {"begins": "date", "reason": "varchar"})
"""From which day a home's records of a kind of visit or review count; without one the rule of `records_begin` holds."""

HEADINGS = Record(
    "headings",
    {"heading": "varchar", "sheet": "varchar"},
    {"written": "varchar", "on_sheet": "varchar", "reads_as": "varchar", "holds": "boolean"},
)
"""The header of the column that a council's heading stands for, blank where it is left alone, and as it was written;
the keys as compared, a blank sheet for any. `holds` is false where it is taken back.
"""

PEOPLE = Record(
    "people",
    {"person": "varchar"},
    {"written": "varchar", "kind": "varchar", "home": "varchar", "reason": "varchar", "holds": "boolean"},
)
"""Who is confirmed to be of the staff or a visitor, whose name may stand in a text: the key as compared, the name as it
was written; `home` is blank where it is of no one home, `holds` false where the confirmation is withdrawn.
"""

ATTENDANCES = Record("attendances", {"held_on": "date"}, {"present": "varchar"})
"""Who was at the performance clinic of that day: members of staff by their names, with commas between them."""

CHILD_ANSWERS = Record(
    "child_answers",
    {"home": "varchar", "reference": "varchar", "answered_on": "date"},
    {"answer": "varchar", "text": "varchar"},
)
"""What a home answers to something that a child said (`child_reference`), and the words to the children; of the latest
day's, no `answer` where it is taken back.
"""

PLAN_PROGRESS = Record(
    "plan_progress", {"home": "varchar", "month": "date"}, {"looked_at": "bigint", "moved_on": "bigint"}
)
"""How many young people's plans were looked at in a month, and how many of them moved forward on their plan; nothing
where it is taken back.
"""

PAGE_CHOICES = Record("page_choices", {"home": "varchar", "reference": "varchar"}, {"shown_as": "varchar"})
"""How something that a child said stands on the page for young people: quoted, by its subject, or left out; nothing
where the rules choose.
"""

PAGE_APPROVALS = Record(
    "page_approvals", {"home": "varchar", "month": "date"}, {"lines": "varchar[]", "holds": "boolean"}
)
"""That somebody has looked at the page for young people that ends with that month and let it be made: all of its lines,
of which its digest is worked out; `holds` is false where that is taken back.
"""

RECORDS = (
    REBASES,
    CONCERN_ANSWERS,
    REPEAT_DECISIONS,
    LESSONS,
    LESSON_ANSWERS,
    SETTINGS,
    RECORDS_SET,
    HEADINGS,
    PEOPLE,
    ATTENDANCES,
    CHILD_ANSWERS,
    PLAN_PROGRESS,
    PAGE_CHOICES,
    PAGE_APPROVALS,
)
