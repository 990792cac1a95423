-- name: actions
select * exclude (standards), array_to_string(standards, ' ') as standards
from raised_actions order by home, reference, raised
