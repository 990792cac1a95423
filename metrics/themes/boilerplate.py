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
