-- name: moments
select unnest($moments::date[]) as moment

-- name: codes
select unnest($codes::varchar[]) as standard

-- name: open_at
select moment, home, service_type from homes, moments where open_on(opened, closed, moment)

-- name: recent_visits
select * from visits
where visit_date <= (select max(moment) from moments)
  and visit_date > (select min(moment) from moments) - interval 6 month

-- name: recent_verdicts
select home, visit_date, visit_type, upper(replace(named, 'verdict_', '')) as standard, verdict,
       source(row_at, named) as source
from (unpivot recent_visits on columns('verdict_.*') into name named value verdict)
where verdict in ('Met', 'Partly met', 'Not met')

-- name: recent_opinions
-- The Yes or No of each visit to whether children are safeguarded (QS12), and to whether the conduct of the home
-- promotes their well-being: that is led (regulation 13(1)(b)), so it is told of QS13.
select home, visit_date, visit_type, named as question, if(named = 'safeguarded', 'QS12', 'QS13') as standard, opinion,
       source(row_at, named) as source
from (unpivot recent_visits on safeguarded, wellbeing_promoted into name named value opinion)
where opinion in ('Yes', 'No')

-- name: latest_verdicts
select moment, home, standard, max(visit_date) as day, arg_max(verdict, visit_date) as verdict,
       [arg_max(source, visit_date)] as sources
from recent_verdicts join moments on within_months(visit_date, 6, moment)
where is_independent(visit_type) group by moment, home, standard

-- name: latest_opinions
select moment, home, standard, max(visit_date) as day, arg_max(opinion, visit_date) as opinion,
       [arg_max(source, visit_date)] as sources
from recent_opinions join moments on within_months(visit_date, 6, moment)
where is_independent(visit_type) and question = 'safeguarded' group by moment, home, standard

-- name: own_verdicts
-- The latest verdict of the council's own visits: of several on one day the worst counts.
select moment, home, standard, visit_date as day, verdict, list(visit_type order by visit_type) as visit_types,
       list(source order by visit_type) as sources
from (from recent_verdicts join moments on within_months(visit_date, 6, moment)
      where is_councils_own(visit_type)
      qualify rank() over (partition by moment, home, standard
                           order by visit_date desc, list_position(['Not met', 'Partly met', 'Met'], verdict)) = 1)
group by moment, home, standard, visit_date, verdict

-- name: own_opinions
-- Likewise whether they found children safeguarded.
select moment, home, standard, visit_date as day, opinion, list(visit_type order by visit_type) as visit_types,
       list(source order by visit_type) as sources
from (from recent_opinions join moments on within_months(visit_date, 6, moment)
      where is_councils_own(visit_type) and question = 'safeguarded'
      qualify rank() over (partition by moment, home order by visit_date desc, opinion = 'Yes') = 1)
group by moment, home, standard, visit_date, opinion

-- name: answers
-- What answers a word against a standard: an action under it that was not cancelled, from the day on which it was raised.
select home, unnest(standards) as standard, raised from actions where not_cancelled(status)

-- name: unfollowed
-- The concerns of complaints and children, more than 28 days old, after which no action was raised.
select moment, home, standard, list(struct_pack(day := day, who := who) order by day, who) as concerns,
       list(told.source order by day, who) as sources
from (select home, unnest(standards) as standard, found_on as day, source as who, source(row_at, 'finding') as source
      from findings
      where kind = 'Concern' and is_complaint_or_child(source) and found_on < (select max(moment) from moments) - 28
        and found_on > (select min(moment) from moments) - interval 6 month) told
join moments on within_months(day, 6, moment) and day < moment - 28
-- Whatever became of it, it was raised.
anti join (select home, unnest(standards) as standard, raised from actions) answered
     on answered.home = told.home and answered.standard = told.standard and raised between day and moment
group by moment, home, standard

-- name: unanswered
-- What speaks against a standard in 6 months and stands: the last word of each kind of source on each question, where
-- that is No, Not met or Inadequate, to which no action answers.
with told as (
    select home, standard, visit_date as day, visit_type as who, 'verdict' as question, verdict = 'Not met' as against,
           source
    from recent_verdicts
    union all
    select home, standard, visit_date, visit_type, question, opinion = 'No', source from recent_opinions
    union all
    select home, standard, inspection_date, 'Ofsted', question, judgement = 'Inadequate', source
    from (unpivot full_inspections on overall, protection, leadership into name question value judgement), codes
    where case question when 'protection' then standard = 'QS12' when 'leadership' then standard = 'QS13' else true end),
last as (
    select moment, home, standard, who, question, max(day) as day, arg_max(against, day) as against,
           arg_max(source, day) as source
    from told join moments on within_months(day, 6, moment) group by moment, home, standard, who, question)
select moment, home, standard,
       list(struct_pack(day := day, who := who, question := question) order by day, who, question) as words,
       list(last.source order by day, who, question) as sources
from last
anti join answers on answers.home = last.home and answers.standard = last.standard and raised between day and moment
where against group by moment, home, standard

-- name: overdue
-- The overdue actions of a standard, each with whether Ofsted requires it and where it is told.
select moment, home, standard,
       list(struct_pack(action := action, due := due, required := required, source := source)
            order by due, reference) as actions
from (select moment, home, unnest(standards) as standard, reference, action, due, is_requirement(source) as required,
             source(row_at, 'due') as source
      from actions, moments
      where live_on(raised, decision, status, completed, moment) and due < moment)
group by moment, home, standard

-- name: independent
-- The latest day on which somebody independent told of a standard.
select moment, home, standard, max(day) as day from (
    select home, standard, visit_date as day from recent_verdicts where is_independent(visit_type)
    union all
    select home, unnest(standards), found_on from findings
    where (source = 'Ofsted' or is_independent(source)) and found_on <= (select max(moment) from moments)
      and found_on > (select min(moment) from moments) - interval 3 month
    union all
    select home, standard, inspection_date from full_inspections, codes) seen
join moments on within_months(day, 3, moment)
group by moment, home, standard

-- name: evidence
-- How many of three kinds there are: an independent source in 3 months, the return of the last complete month, a full
-- inspection in 12 months.
select moment, home, standard, independent.day as independent_on,
       (independent.day is not null)::int + (returned.home is not null)::int + (inspected.home is not null)::int
           as kinds
from open_at cross join codes
left join independent using (moment, home, standard)
left join (select moment, home from returns, moments
           where month = month_of(moment + interval 1 day) - interval 1 month) returned using (moment, home)
left join (select distinct moment, home from full_inspections
           join moments on within_months(inspection_date, 12, moment)) inspected using (moment, home)

-- name: coverage
-- How many of a standard's indicators have a month value in the last 3 complete months.
select moment, home, standard, count(*) as of_all, count(*) filter (months_with_value > 0) as known
from rated where counts group by moment, home, standard

-- name: own
-- The indicators that the home's own return gives and that are rated.
select moment, home, standard, count(*) filter (rag = 'green') as green, count(*) as rated,
       list(indicator order by indicator) as indicators
from rated where rag <> 'grey' and list_contains($own::varchar[], indicator) group by moment, home, standard

-- name: repeated
-- The newest recommendation under each standard that had been made before, both in 12 months, unless a person has said
-- that it is another.
select moment, home, standard, first_reference, later_reference, first_raised, later_raised
from repeats_found
join moments on first_raised > moment - interval 12 month and later_raised <= moment
join (select home, reference as later_reference, unnest(list_distinct(standards)) as standard from actions) later
     using (home, later_reference)
where (home, first_reference, later_reference) not in (
    select home, first_reference, later_reference from repeat_decisions where decision = 'dismissed')
qualify row_number() over (partition by moment, home, standard order by later_raised desc, later_reference) = 1

-- name: asked_again
-- What was asked for the first and the second time, and where it is told.
select moment, home, standard, list(action order by raised) as texts,
       list(source(row_at, 'action') order by raised) as sources
from (select moment, home, standard, unnest([first_reference, later_reference]) as reference
      from repeated where $with_sources) wanted
join actions using (home, reference) group by moment, home, standard

-- name: wanted
-- The figures whose rows are asked for: red, amber or flagged; and the months that are pooled (of a stock the one that
-- it is told of) or since which a change stands. And all that makes a home worse as a whole, since it changed: verdicts as
-- the indicator that counts them.
select moment, home, standard, indicator, false as of_whole, if(began is null, pooled_after, month_of(moment + 1)) as after,
       least(pooled_since, began)::date as since
from rated
left join (select moment, home, standard, indicator, began from flags) flagged
     using (moment, home, standard, indicator)
where $with_sources and (rag in ('red', 'amber') or began is not null)
union all by name
select moment, home, part.standard as standard, if(part.indicator = 'verdict', 'STD1', part.indicator) as indicator,
       true as of_whole, month_of(moment + 1) as after, began as since
from (select *, unnest(made_of) as part from wholes where $with_sources and stands and seen(home))
where part.indicator <> 'themes'

-- name: short
-- A standard's figures that are red or amber, the red first, each with its rows.
select moment, home, standard,
       list(struct_pack(indicator := indicator, numerator := numerator, denominator := denominator, month := month,
                        target := target, rag := rag, basis := basis, sources := coalesce(sources, []))
            order by rag desc, indicator) as indicators
from rated left join (from behind where not of_whole) behind using (moment, home, standard, indicator)
where counts and rag in ('red', 'amber') group by moment, home, standard

-- name: signals_of_concern
-- The Flags of a standard, each with its rows.
select moment, home, standard, list(struct_pack(
           indicator := indicator, began := began, known := known, month := month, numerator := numerator,
           denominator := denominator, since_numerator := since_numerator, since_denominator := since_denominator,
           before_numerator := before_numerator, before_denominator := before_denominator,
           sources := coalesce(sources, [])) order by evidence desc, indicator) as signals
from flags
join (select moment, home, standard, indicator from rated where counts) counted
     using (moment, home, standard, indicator)
left join (from behind where not of_whole) behind using (moment, home, standard, indicator)
group by moment, home, standard
