-- name: undertaken
select home, reference, actions.source as came_from, standards, action, raised, due, completed, status, evidence, impact,
       live_on(raised, decision, status, completed, as_at()) as live, live and due < as_at() as late,
       source(row_at, 'completed') as source
from actions join spans using (home)
where raised <= ends and undertaken(decision, status) and (live or completed between begins and ends)
  and ($home::varchar is null or home = $home)
order by home, live, completed, due nulls last, reference

-- name: asked
with counted as (
    unpivot (select home, visit_date, visit_type, row_at, children_spoken_to, families_contacted,
                    professionals_contacted, staff_spoken_to
             from visits join spans using (home) where visit_date between begins and ends)
    on children_spoken_to, families_contacted, professionals_contacted, staff_spoken_to
    into name "column" value people),
every as (select home, unnest($columns::varchar[]) as "column" from spans)
select home, "column", count(people) as visits, count(*) filter (people = 0) as nobody, sum(people)::bigint as people,
       list(distinct visit_type order by visit_type) filter (people > 0) as kinds,
       coalesce(list(source(row_at, "column") order by visit_date desc) filter (people is not null), []) as sources
from every left join counted using (home, "column")
where $home::varchar is null or home = $home
group by home, "column" order by home, list_position($columns, "column")
