-- What independent visitors found: a row a visit.
create or replace view qa_current.independent_visits as
select * from qa_current.visits where qa_current.is_independent(visit_type);

-- What a child or young person said, among findings: they brought it, or it is a child's view that a visit wrote down.
create or replace macro qa_current.is_from_child(source, kind) as
    source = 'Child or young person' or kind = 'Child''s view';

-- By what something that a child said is known: the same in every file, and of the same words of a day in other marks or
-- capitals. It ends with a figure, so that in a text it is never taken for a postcode and masked.
create or replace macro qa_current.child_digest(source, found_on, finding) as
    upper(sha256(concat_ws('|', source, found_on,
        regexp_replace(lower(nfc_normalize(finding)), '[^\p{L}\p{N}]', '', 'g'))));
create or replace macro qa_current.child_reference(source, found_on, finding) as
    'YP-' || left(qa_current.child_digest(source, found_on, finding), 5)
          || translate(substr(qa_current.child_digest(source, found_on, finding), 6, 1), 'ABCDEF', '012345');

-- The references of that kind that a text names, whichever dash or letters it writes them in.
create or replace macro qa_current.child_references(words) as
    list_distinct(list_transform(regexp_extract_all(upper(words), '\bYP[-‐‑–]([0-9A-F]{5}[0-9])\b', 1),
                                 lambda each: 'YP-' || each));

-- How many children lived at a home in a month, as returns and visits up to the day asked of say: the fewest and the most.
create or replace view qa_current.children_living_there as
select home, qa_current.month_of(day) as month, min(children)::bigint as children, max(children)::bigint as most
from (select home, month as day, children_living as children from qa_current.returns
      union all select home, visit_date, children_living from qa_current.visits)
where children is not null and day <= qa_current.as_at() group by all;

-- A row a visit or review and standard; the verdict is null where none was given. `named` is the column it stands in.
create or replace view qa_current.verdicts as
select * exclude (named), upper(replace(named, 'verdict_', '')) as standard, named
from (select home, visit_date, visit_type, visitor, children_living, children_spoken_to, report_quality, row_at,
             columns('verdict_.*') from qa_current.visits)
unpivot include nulls (verdict for named in (columns('verdict_.*')));

-- Those of independent visitors.
create or replace view qa_current.independent_verdicts as
select * from qa_current.verdicts where qa_current.is_independent(visit_type);

-- The homes that are open on the day asked of.
create or replace view qa_current.open_homes as
select * from qa_current.homes where qa_current.open_on(opened, closed, qa_current.as_at());

-- Actions still to be done at the end of the day asked of.
create or replace view qa_current.live_actions as
select * from qa_current.actions where qa_current.live_on(raised, decision, status, completed, qa_current.as_at());

-- From which day what is recorded of a home tells of what it owed, a row a home and kind of visit or review. What was
-- never told is no breach: before it, or without a row, it is not recorded, never missed. A day set by the council
-- holds; else the day of opening, where the records of that kind go back as far at any home; else the first of the month
-- of the home's own earliest row.
create or replace view qa_current.records_begin as
with own as (
    select home, visit_type as kind, qa_current.month_of(min(visit_date)) as first from qa_current.visits group by all),
kinds as (select kind from qa_current.first_records union select kind from qa_current.records_set)
select home, kind, begins from (
    select home, kind,
           coalesce(told.day, case when opened >= first_records.first then opened else own.first end) as begins
    from qa_current.homes cross join kinds
    left join (select home, kind, begins as day from qa_current.records_set) told using (home, kind)
    left join own using (home, kind)
    left join qa_current.first_records using (kind))
where begins is not null;

-- What the law asks of a home again and again, month by month.

-- The months before `until` in which a visit or review of the kind was owed, and whether one served: it serves the
-- month it falls in and as many after it as the duty allows (regulations 44(1), 45(1) and 46). None is owed of months
-- before the home's records begin; a review that serves is told of them all the same.
create or replace macro qa_current.duty_months(kind_of, span, until) as table
with served as (
    select distinct home, (qa_current.month_of(visit_date) + to_months(later))::date as month
    from qa_current.visits, unnest(range(span)) as after_it(later) where visit_type = kind_of),
due as (
    select home, opened, closed,
           unnest(range(qa_current.month_of(opened)::timestamp, until::timestamp, interval 1 month))::date as month
    from qa_current.homes)
select due.home, due.month, served.home is not null as served
from due left join served using (home, month)
left join (select home, begins from qa_current.records_begin where kind = kind_of) told using (home)
where due.opened <= due.month - to_months(span - 1) and qa_current.open_all_month(due.opened, due.closed, due.month)
  and (coalesce(begins <= due.month - to_months(span - 1), false) or (span > 1 and served.home is not null));

-- The rows behind those months, with the days from and to which each counts: the visits or reviews that served an owed
-- month, and of each month that none served the home's own row, by which it was open and owed it.
create or replace macro qa_current.duty_rows(kind_of, span, until) as table
with owed as materialized (from qa_current.duty_months(kind_of, span, until))
select home, visit_date as since, last_day(visit_date + to_months(span - 1)) as until, row_at, 'visit_date' as named
from qa_current.visits
where visit_type = kind_of and exists (
    from owed where owed.home = visits.home
                and owed.month between qa_current.month_of(visit_date) and visit_date + to_months(span - 1))
union all
select home, month, month, row_at, 'opened' from owed join qa_current.homes using (home) where not served;

-- Every full inspection of every home once: the council's own record stands where both it and Ofsted tell of a day.
create or replace view qa_current.full_inspections as
with recorded as (
    select home, inspection_date, overall, protection, leadership, 'council' as recorded_by,
           qa_current.source(row_at, 'overall') as source
    from qa_current.inspections where qa_current.is_full(inspection_type)
    union all
    select homes.home, published.inspection_date, published.overall, published.protection, published.leadership,
           'Ofsted' as recorded_by,
           struct_pack(file := qa_current.shown(published.file), sheet := qa_current.shown(published.sheet),
                       "row" := published.sheet_row, cell := null, upload_id := published.upload_id)
    from qa_current.published_inspections published join qa_current.homes homes using (urn)
    where qa_current.is_full(inspection_type))
select home, inspection_date, arg_min(overall, recorded_by = 'Ofsted') as overall,
       arg_min(protection, recorded_by = 'Ofsted') as protection,
       arg_min(leadership, recorded_by = 'Ofsted') as leadership,
       list(distinct recorded_by order by recorded_by) as recorded_by,
       arg_min(source, recorded_by = 'Ofsted') as source
from recorded group by home, inspection_date;

-- The returns that are owed: the complete months, of the last `back`, in which the home was open throughout and of which
-- none is there. What lies before the first return of all is no debt: the homes had not begun to send them.
create or replace macro qa_current.returns_owed(back) as table
with complete as (
    select (qa_current.month_of(qa_current.as_at() + 1) - to_months(ago::int))::date as month
    from unnest(range(1, back + 1)) as months(ago))
select home, month from qa_current.homes cross join complete
anti join (select home, month from qa_current.returns) given using (home, month)
where qa_current.open_all_month(opened, closed, month)
  and month >= coalesce((select min(month) from qa_current.returns), (select max(month) from complete));
