"""A home's judgement history: the council's own record of inspections, and what Ofsted published for the home's URN."""

from metrics.found import FROM, place
from qa_data.dictionary.ofsted import FULL_INSPECTION
from qa_data.scope import Scope
from qa_data.store import Store

OWN = "council"
PUBLISHED = "Ofsted"

RECORDS = f"""
select home, inspection_date, overall, protection, leadership, '{OWN}' as recorded_by, {place("overall")}
from {{inspections}} {FROM}
where inspection_type = 'Full' and inspection_date <= $as_at
union all
select homes.home, published.inspection_date, published.overall, published.protection, published.leadership,
       '{PUBLISHED}' as recorded_by, file, published.sheet, published.sheet_row, null as cell
from {{published_inspections}} published join {{homes}} homes using (urn)
join (select upload_id, file from uploads) told on told.upload_id = published.upload_id
where inspection_type = $full_inspection and inspection_date <= $as_at
"""

JUDGED = f"""
select home, inspection_date, {", ".join(f"arg_min({name}, recorded_by = '{PUBLISHED}') as {name}" for name in ("overall", "protection", "leadership"))},
       list(distinct recorded_by order by recorded_by) as recorded_by,
       arg_min(struct_pack(file := file, sheet := sheet, "row" := sheet_row, cell := cell), recorded_by = '{PUBLISHED}') as source
from ({RECORDS}) group by home, inspection_date
"""
"""SQL: every full inspection of every home once; the council's record stands where both tell of the same day."""

HISTORY = f"select * exclude (home) from ({JUDGED}) where home = $home order by inspection_date"


def judgement_history(store: Store, scope: Scope, home: str) -> list[dict]:
    """Every full inspection of the home up to the day asked of, oldest first: inspection_date, the three judgements
    in Ofsted's words, recorded_by (council, Ofsted or both) and source. The council's record stands where both tell
    of the same day.
    """
    return store.rows(scope, HISTORY, home=home, full_inspection=FULL_INSPECTION)
