-- name: actions
select * exclude (standards), array_to_string(standards, ' ') as standards
from placed_actions order by home, reference, raised
