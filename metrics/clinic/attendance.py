"""Who was at a performance clinic."""

import re
from datetime import date

from metrics.clinic.lessons import NotRecorded
from qa_data.personal import signed
from qa_data.recorded import record
from qa_data.scope import Scope
from qa_data.store import Store


def attend(store: Store, scope: Scope, by: str, day: date, present: str) -> None:
    """Keeps who was at the clinic of that day, in place of what was said before. NotRecorded without a name or anybody
    present; OutOfScope unless the scope is every home.
    """
    people = [signed(each.strip(), ()) for each in re.split("[,;\n]", present) if each.strip()]
    if not by.strip() or not people:
        raise NotRecorded("Say who is here and who notes it, for example: S. Reid (chair), K. Ahmed, R. Bell.")
    scope.must_hold(None)
    record(store, scope, "attendances", by.strip(), held_on=day, present=", ".join(people))
