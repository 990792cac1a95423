-- name: choices
select reference, shown_as from page_choices where home = $home and shown_as is not null

-- name: approvals
select lines, made_by, moment from page_approvals where home = $home and month = $month and holds
