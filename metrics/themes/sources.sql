-- name: found
select theme, concerns.home, concerns.day as date, text, source(row_at, part) as source,
       list(distinct [mark_start, mark_end]) as marks,
       list(distinct [sentence_start, sentence_end]) as sentences
from concerns join theme_texts texts using (part, row_at)
where period = 'window' and ($theme::varchar is null or theme = $theme)
group by theme, concerns.home, concerns.day, text, row_at, part
order by date desc, concerns.home, row_at."row", part
