-- name: late_and_near
-- Ofsted's requirements have clocks of their own.
select home, state, if(state = 'soon', due, null) as day, count(*) as actions
from placed_actions where state in ('overdue', 'soon') and kind <> 'requirement' group by all order by home, day
