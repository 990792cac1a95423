"""SQL for sentences that say nothing about a home since they stand in most reports: a visitor's standing words, or the
form's.

A sentence is the same whatever its capitals, digits, punctuation and the home's own names. It is boilerplate where
it stands in at least three visits of the window, at two homes or more, and in at least half of all visits or of one
visitor's. The same words month after month at one home alone may be a fault that nobody mends, so they count.
Mentions in boilerplate count neither in the window nor before it. A rise in many words is never taken for it.
"""

FEWEST = 3

PLAIN = "' ' || trim(regexp_replace(lower({text}), '[^a-z]+', ' ', 'g')) || ' '"

NAMES = f"""
select home, list({PLAIN.format(text="name")} order by len(name) desc) as names
from (select home, unnest(list_append(coalesce(other_names, []), home)) as name from homes) group by home
"""

WORDS = (
    f"list_reduce(list_prepend({PLAIN.format(text='sentence')}, coalesce(names, [])), lambda words, name:"
    " replace(words, name, ' '))"
)
"""SQL: the words of a `sentence` without the home's `names`."""

BOILERPLATE = """
create or replace temp table boilerplate as
with reports as (
    select visitor, count(*) as reports from visited where period = 'window'
    group by grouping sets ((), (visitor))),
standing as (
    select words, visitor, any_value(sentence) as sentence, count(distinct (home, day)) as visits,
           count(distinct home) as homes
    from mentioned where period = 'window' and polarity = 'concern'
    group by grouping sets ((words), (words, visitor)))
select words, any_value(sentence) as sentence, max(visits) as visits
from standing join reports on standing.visitor is not distinct from reports.visitor
where visits >= $fewest and homes > 1 and 2 * visits >= reports
group by words
"""
"""A row a sentence that is boilerplate: its words, one of its wordings, and in how many visits of the window it
stands.
"""
