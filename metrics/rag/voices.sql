-- name: voices
with speaking as (
    select distinct visit_type,
           case when is_independent(visit_type) then 'visitor'
                when visit_type in ('Management check', 'Contract monitoring') then 'checks'
                else 'review' end as voice
    from visits where is_independent(visit_type) or is_councils_own(visit_type)),
heard as (
    select home, visit_type, visit_date as day, verdict, source(row_at, named) as source
    from verdicts
    where standard = $standard and verdict in ('Met', 'Partly met', 'Not met') and visit_date <= as_at()),
visited as (
    select home, day, verdict as said, [source] as sources, voice
    from heard join speaking using (visit_type)
    -- Of several on one day the worst counts.
    qualify row_number() over (partition by home, voice
                               order by day desc, list_position(['Not met', 'Partly met', 'Met'], verdict)) = 1),
-- A No to whether children are effectively safeguarded speaks of their protection, whatever the verdict on it.
opinions as (
    select home, visit_date as day, safeguarded, [source(row_at, 'safeguarded')] as sources, voice
    from visits join speaking using (visit_type)
    where $standard = 'QS12' and safeguarded in ('Yes', 'No') and within_months(visit_date, 6, as_at())
    qualify row_number() over (partition by home, voice order by day desc, safeguarded = 'Yes') = 1),
visited_or_unsafe as (
    select home, voice, greatest(visited.day, unsafe.day) as day,
           concat_ws('; ', visited.said, if(unsafe.day is null, null, 'children effectively safeguarded: No')) as said,
           case when unsafe.day is null and visited.said = 'Met' then 'met' else 'short' end as stands,
           list_concat(coalesce(visited.sources, []), coalesce(unsafe.sources, [])) as sources
    from visited full join (from opinions where safeguarded = 'No') unsafe using (home, voice)),
judged as (
    -- Where the scheme of the day has no overall judgement, Ofsted said the other two, neither of which is of the standard.
    select home, inspection_date as day,
           case $judgement when 'protection' then protection when 'leadership' then leadership else overall end as word,
           coalesce(word || ' (' || $called || ')', if($judgement = 'overall', nullif(concat_ws('; ',
               protection || ' (helped and protected)', leadership || ' (leaders and managers)'), ''), null)) as said,
           [source] as sources, 'ofsted' as voice
    from full_inspections where inspection_date <= as_at() and said is not null
    qualify row_number() over (partition by home order by inspection_date desc) = 1),
planned as (
    select home, null::date as day, list(source(row_at, 'status')) as sources, 'plan' as voice,
           arg_min(status, place) as worst, count(*) as lines, count(*) filter (place = least_place) as as_bad
    from (select home, status, row_at,
                 list_position(['Off track', 'Some concerns', 'On track', 'Achieved'], status) as place,
                 min(place) over (partition by home) as least_place
          from plan where standard = $standard and status is not null)
    group by home),
raised as (
    select home, max(found_on) as day, count(*) as concerns, list(distinct source order by source) as who,
           list(source(row_at, 'finding') order by found_on desc) as sources, 'raised' as voice
    from findings
    where kind = 'Concern' and source in ('Complaint', 'Child or young person')
      and within_months(found_on, 6, as_at()) and list_contains(standards, $standard)
    group by home),
counted as (
    select home, last_day(max(month)) as day, any_value(green) as green, any_value(own.rated) as of, 'figures' as voice
    from own join rated using (moment, home, standard)
    where standard = $standard and list_contains(own.indicators, rated.indicator) group by home),
told as (
    select home, voice, day, said, stands, within_months(day, 6, as_at()) as recent, sources from visited_or_unsafe
    union all by name
    select home, voice, day, said,
           case when word is null then null when list_contains($below::varchar[], word) then 'short' else 'met' end as stands,
           within_months(day, 6, as_at()) as recent, sources from judged
    union all by name
    select home, voice, day,
           case when lines = 1 then worst else worst || ': ' || as_bad || ' of ' || lines || ' lines' end as said,
           case when worst in ('Off track', 'Some concerns') then 'short' else 'met' end as stands, true as recent,
           sources
    from planned
    union all by name
    select home, voice, day,
           concerns || case when concerns = 1 then ' concern' else ' concerns' end || ' in 6 months ('
               || array_to_string(who, ', ') || ')' as said,
           'short' as stands, true as recent, sources
    from raised
    union all by name
    select home, voice, day, green || ' of ' || of || ' rated figures green' as said,
           case green when of then 'met' when 0 then 'short' end as stands, true as recent, null as sources
    from counted)
select * replace (coalesce(sources, []) as sources) from told semi join open_homes using (home) order by home, list_position($order, voice)
