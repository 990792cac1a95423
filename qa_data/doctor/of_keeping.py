"""What is looked at of what is kept beside the database: backups, and the audit."""

from collections.abc import Iterator
from datetime import timedelta

from qa_data.audit import gaps
from qa_data.audit.kept import kept
from qa_data.doctor.check import Check, Found, Level, Where, ok
from qa_data.erasing.backups import last_backup
from qa_data.scope import utc_now
from qa_data.where import beside
from qa_data.wording import british

OLD = timedelta(days=7)
BACKUP = "python -m qa_data backup FILE, for example backup 'kept/qa 2026-10-31.duckdb'"


def _backups(where: Where) -> Iterator[Found]:
    known = last_backup(beside(where.database))
    if not known:
        yield Found(Level.LOOK, "no backup by this program is known", BACKUP)
        return
    moment, path = known
    said = f"the last one is of {british(moment.date())}"
    if not path.exists():
        yield Found(Level.LOOK, f"{said}, and is not at {path} any more", f"if it was not moved: {BACKUP}")
    else:
        yield Found(Level.LOOK, said, BACKUP) if utc_now() - moment > OLD else ok(said)


def _audit(where: Where) -> Iterator[Found]:
    wrong = gaps(where.database)
    yield from (Found(Level.WRONG, each, "compare it with a copy: python -m qa_data audit --verify") for each in wrong)
    if not wrong and not kept(where.database).whole():
        yield Found(
            Level.LOOK, "there is none yet", "see who took it away, if anything was loaded: python -m loaders history"
        )
    elif not wrong:
        yield ok("whole: every entry follows from the one before")


CHECKS = (
    Check("backups", "the age of the last backup", _backups, of_store=True),
    Check("audit", "whether the audit is whole", _audit, of_store=True),
)
