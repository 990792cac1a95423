"""What a monitor asks: counters of what happened since the start, and how the store stands, as Prometheus reads it.

Nothing of any home: pages, codes and counts. What is not known is left out: it is not 0.
"""

from collections import Counter
from collections.abc import Iterator
from threading import Lock

import duckdb
from streamlit.runtime import exists, get_instance

from pages.door.slow import is_quick
from pages.parts.opened_store import opened_already
from qa_data.erasing.backups import last_backup
from qa_data.scope import of_every_home, utc_now
from qa_data.store import Store, StoreUnavailable, database_path
from qa_data.where import beside

HELP = {
    "qa_up": ("gauge", "1 while the dashboard is served."),
    "qa_requests_total": ("counter", "Requests by page and class of status."),
    "qa_pages_drawn_total": ("counter", "Pages drawn, by page."),
    "qa_refusals_total": ("counter", "What was refused, by why."),
    "qa_uploads_total": ("counter", "Files loaded or not, by whether they were accepted."),
    "qa_slow_questions_total": ("counter", "Questions that took longer than QA_SLOW_MS."),
    "qa_sessions_open": ("gauge", "Pages that are open in a browser."),
    "qa_store_version": ("gauge", "The version of the store's tables."),
    "qa_last_upload_seconds": ("gauge", "Seconds since the last upload; left out where there is none."),
    "qa_last_backup_seconds": ("gauge", "Seconds since the last backup that is known; left out where there is none."),
}

STANDS = """
    select epoch($now::timestamp - max(moment)) as upload, (select max(version) from main.store_version) as version
    from main.uploads
"""

_COUNTED: Counter[str] = Counter()
_COUNTING = Lock()


def counted(event: str, about: dict[str, str | int]) -> None:
    """Counts the event."""
    if (name := _name(event, about)) and not is_quick(event, about):
        with _COUNTING:
            _COUNTED[name] += 1


def _name(event: str, about: dict[str, str | int]) -> str | None:
    match event:
        case "request":
            return f'qa_requests_total{{page="{about["page"]}",status="{int(about["status"]) // 100}xx"}}'
        case "drawn":
            return f'qa_pages_drawn_total{{page="{about["page"]}"}}'
        case "refusal":
            return f'qa_refusals_total{{why="{about["code"]}"}}'
        case "load":
            return f'qa_uploads_total{{result="{"accepted" if about["accepted"] else "refused"}"}}'
        case "question":
            return "qa_slow_questions_total"
    return None


def told() -> str:
    """All of it, in the text format of Prometheus."""
    with _COUNTING:
        values: dict[str, float] = dict(sorted(_COUNTED.items()))
    values = {"qa_slow_questions_total": 0, **values, **dict(_now())}
    return "".join(
        f"# HELP {name} {words}\n# TYPE {name} {kind}\n{''.join(lines)}"
        for name, (kind, words) in HELP.items()
        if (lines := [f"{each} {value:.15g}\n" for each, value in values.items() if each.partition("{")[0] == name])
    )


def _now() -> Iterator[tuple[str, float]]:
    yield "qa_up", 1
    if exists():
        yield "qa_sessions_open", len(get_instance()._session_mgr.list_active_sessions())
    if held := opened_already():
        yield from _of_the_store(held)
    if backup := last_backup(beside(database_path())):
        yield "qa_last_backup_seconds", round((utc_now() - backup[0]).total_seconds())


def _of_the_store(held: Store) -> Iterator[tuple[str, float]]:
    try:
        [row] = held.rows(of_every_home(), STANDS, now=utc_now())
    except (StoreUnavailable, duckdb.Error):
        return
    yield "qa_store_version", row["version"]
    if row["upload"] is not None:
        yield "qa_last_upload_seconds", round(row["upload"])
