"""The months since a change began, shaded behind the full chart of a series."""

import altair as alt
import pandas as pd

from qa_data.wording import capital

HALF = {True: pd.Timedelta(days=15), False: 0.5}
"""Half the way from one point to the next, where these are months or not."""


def shaded(frame: pd.DataFrame, x: alt.X, words: str) -> list[alt.Chart]:
    """A field over these points of the frame (`at`, `since`), a line where it begins, and the words above it, which
    point at it say too; nothing without such a point.
    """
    came = frame.loc[frame["since"], "at"]
    if came.empty:
        return []
    half = HALF[pd.api.types.is_datetime64_any_dtype(came)]
    start, end = came.min() - half, came.max() + half
    field = alt.Chart(pd.DataFrame({"at": [start], "to": [end], "told": [capital(words)]}))
    # Where it begins late, the words stand before it.
    late = start - frame["at"].min() > end - start
    beside = {"align": "right", "dx": -4} if late else {"align": "left", "dx": 4}
    said = field.mark_text(text=capital(words), fontSize=13, color="var(--muted)", **beside)
    pointed = alt.Tooltip("told:N", title="Shaded")
    return [
        field.mark_rect(color="var(--series)", opacity=0.12).encode(x=x, x2="to", tooltip=pointed),
        field.mark_rule(color="var(--muted)", strokeDash=[2, 3]).encode(x=x),
        said.encode(x=x, y=alt.value(-8)),
    ]
