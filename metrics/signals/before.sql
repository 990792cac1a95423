-- name: explained
-- The months that a person explained, of each series: they leave the usual limits as they leave the evidence.
select home, standard, indicator, list(year(month) * 12 + month(month) - 1) as months
from (select home, standard, indicator,
             unnest(range(began::timestamp, until::timestamp + interval 1 day, interval 1 month))::date as month
      from concern_answers where answer = 'explained' and until < $after and indicator <> '' and seen(home))
group by all
