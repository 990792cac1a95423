"""What a count or a side of the evidence since the last full inspection is made of, in HTML."""

from htpy import Fragment, fragment, h2, p, ul

from metrics.readiness.annex import annex
from metrics.readiness.evidence import evidence
from metrics.readiness.spans import spans
from pages.parts import ask
from pages.parts.ready.form import months as listed
from pages.parts.ready.said import header, since, summed
from pages.parts.ready.shown import SIDES, whole
from qa_data.standards import standard
from qa_data.wording import counted


def months(home: str, column: str) -> Fragment | None:
    """Each month of the return that the count of the column is made of."""
    count = next((each for each in ask.answer(annex, homes=[home]) if each["column"] == column), None)
    if count is None:
        return None
    return fragment[
        h2(id="opened", tabindex="-1")[f"{header(column)}: {summed(count)}"],
        p(".small")[_of(home)],
        listed(count["rows"]),
    ]


def pieces(home: str, code: str, side: str) -> Fragment | None:
    """All that speaks for the standard or against it, or what children said of it, each with every cell."""
    found = [each for each in ask.answer(evidence, homes=[home]) if (each["standard"], each["side"]) == (code, side)]
    if not found:
        return None
    return fragment[
        h2(id="opened", tabindex="-1")[f"{standard(code).name}: {counted(len(found), 'piece')}"],
        p(".small")[f"{SIDES[side]}. {_of(home)}"],
        ul(".l")[[whole(each) for each in found]],
    ]


def _of(home: str) -> str:
    [span] = ask.answer(spans, homes=[home])
    return f"{home}. {since(span)}"
