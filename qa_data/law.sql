-- The law's predicates and the field's own, each written once. Other queries use them by name.

-- The day asked of: facts dated up to it.
create or replace macro qa_current.as_at() as getvariable('as_at')::date;

-- The moment by which uploads and decisions are known.
create or replace macro qa_current.known() as getvariable('known')::timestamp;

-- Whether whoever asks may see the home. Where no scope is set, nobody may see any.
create or replace macro qa_current.seen(home) as
    coalesce(getvariable('every_home'), false) or coalesce(list_contains(getvariable('homes')::varchar[], home), false);

-- Whether the home may be named to whoever asks: a question about some homes may be answered with any that may be seen.
create or replace macro qa_current.may_be_named(home) as
    coalesce(getvariable('all_may_be_named'), false)
    or coalesce(list_contains(getvariable('may_be_named')::varchar[], home), false);

-- A file's or sheet's name, or a lesson's text, without the names of homes that whoever asks may not see.
create or replace macro qa_current.shown(words) as case
    when getvariable('unseen')::varchar is null then words
    else regexp_replace(words, getvariable('unseen')::varchar, '\1another home\2', 'g') end;

-- The first day of the day's month.
create or replace macro qa_current.month_of(day) as date_trunc('month', day)::date;

-- "In n months" is after the same day n calendar months before, and up to the day.
create or replace macro qa_current.within_months(day, months, at_day) as
    day <= at_day and day > at_day - to_months(months);

-- A home is open from its opening day to its closing day, both included.
create or replace macro qa_current.open_on(opened, closed, day) as opened <= day and (closed is null or closed >= day);

-- The first day of the first month that is whole from the day on.
create or replace macro qa_current.first_full_month(day) as qa_current.month_of(day - 1) + interval 1 month;

-- Open on every day of the month that begins with `month`: only such a month owes a visit, a return or a report.
create or replace macro qa_current.open_all_month(opened, closed, month) as
    opened <= month and (closed is null or closed >= last_day(month));

-- A home undertakes what it has not refused (regulation 44(5) is a duty to consider) and has not taken back.
create or replace macro qa_current.is_cancelled(status) as status = 'Cancelled';
create or replace macro qa_current.not_cancelled(status) as not qa_current.is_cancelled(status);
create or replace macro qa_current.undertaken(decision, status) as
    coalesce(decision, 'Accepted') = 'Accepted' and qa_current.not_cancelled(status);

-- Still to be done at the end of the day.
create or replace macro qa_current.live_on(raised, decision, status, completed, day) as
    raised <= day and qa_current.undertaken(decision, status) and (completed is null or completed > day);

-- The visit by somebody independent (regulation 44), among visits and among the sources of findings.
create or replace macro qa_current.is_independent(kind) as kind = 'Regulation 44 visit';

-- The council's own visits: its checks, its monitoring and the review of quality of care (regulation 45).
create or replace macro qa_current.is_councils_own(kind) as
    kind in ('Management check', 'Contract monitoring', 'Regulation 45 review');

-- What was brought to the home and not found by a visit, among the sources of findings.
create or replace macro qa_current.is_complaint_or_child(source) as source in ('Complaint', 'Child or young person');

-- What Ofsted requires by law (regulation and due date), not what it recommends.
create or replace macro qa_current.is_requirement(source) as source = 'Ofsted requirement';
create or replace macro qa_current.is_asked_by_ofsted(source) as
    source in ('Ofsted requirement', 'Ofsted recommendation');

-- The inspection that judges the home as a whole, in the council's word and in Ofsted's.
create or replace macro qa_current.is_full(inspection_type) as inspection_type in ('Full', 'Full inspection');

-- What a performance clinic decided.
create or replace macro qa_current.of_clinic(source) as source = 'Performance clinic';

-- The number of the row of a cell: 12 of K12.
create or replace macro qa_current.row_of(cell) as try_cast(regexp_extract(cell, '[0-9]+$') as bigint);

-- Whether a stored row stands in that row of its sheet, wholly or with one of its cells.
create or replace macro qa_current.stands_in(number, sheet_row, cells) as
    number = sheet_row
    or coalesce(list_contains(list_transform(map_values(cells), lambda cell: qa_current.row_of(cell)), number), false);

-- Where the sheet is that gave a value of a current row: the newest that had the column.
create or replace macro qa_current.given_at(row_at, named) as coalesce(
    list_max(list_filter(row_at.kept, lambda each: each.columns is null or contains(each.columns, concat(' ', named, ' ')))).place,
    struct_pack(upload_id := row_at.upload_id, file := row_at.file, sheet := row_at.sheet, "row" := row_at."row",
                cells := row_at.cells));

-- Where a value came from, file, sheet, row, cell and upload: of a current row's `row_at` and the column's name.
create or replace macro qa_current.source(row_at, named) as (
    select struct_pack(
        file := qa_current.shown(place.file), sheet := qa_current.shown(place.sheet),
        "row" := coalesce(qa_current.row_of(place.cells[named]), place."row"),
        cell := if(place.cells is null,
                   (select any_value(letter) from main.sheet_columns
                    where of_upload = place.upload_id and of_sheet = place.sheet and of_column = named) || place."row",
                   place.cells[named]),
        upload_id := place.upload_id)
    from (select qa_current.given_at(row_at, named) as place));

-- The rows behind several figures, each once.
create or replace macro qa_current.sources_of(figures) as
    list_sort(list_distinct(flatten(list_transform(figures, lambda each: each.sources))));

-- The words of a person's name, whatever its order, capitals, accents and apostrophes, and without a title. A figure among
-- letters is the letter that it looks like: 1 looks like l and i, and `one` says which.
create or replace macro qa_current.words_of_name(name, one) as list_transform(
    list_filter(
        string_split_regex(lower(strip_accents(regexp_replace(name, '[''’]', '', 'g'))), '[^\p{L}\p{N}]+'),
        lambda word: word <> '' and word not in ('mr', 'mrs', 'ms', 'miss', 'dr')),
    lambda word: if(regexp_matches(word, '\p{L}'), translate(word, '0135', concat('o', one, 'es')), word));

-- Whether each of some words is, begins or is begun by one of the others, and one of them is one of the others whole.
create or replace macro qa_current.named_by(few, many) as
    len(few) > 0
    and len(list_filter(few, lambda word: len(list_filter(
        many, lambda each: starts_with(each, word) or starts_with(word, each))) > 0)) = len(few)
    and (len(few) = 1 or list_has_any(list_filter(few, lambda word: len(word) > 1), many));

create or replace macro qa_current.initials_of(words) as
    list_aggregate(list_transform(words, lambda word: word[1]), 'string_agg', '');

-- Whether two names may be one person's: Jo Smith, J Smith, Smith, Jo, JS. It errs that way: who is taken for somebody
-- else verifies their own work.
create or replace macro qa_current.same_words(one, other) as
    case when len(one) <= len(other) then qa_current.named_by(one, other) else qa_current.named_by(other, one) end
    or qa_current.initials_of(one) = list_aggregate(other, 'string_agg', '')
    or qa_current.initials_of(other) = list_aggregate(one, 'string_agg', '');

-- Whether two surnames are a letter apart, the longer of five letters or more: Smith, Smyth.
create or replace macro qa_current.near_surnames(one, other) as
    greatest(len(one), len(other)) >= 5 and damerau_levenshtein(one, other) = 1;

-- Whether two names in the order in which they are said have near surnames after one first name or its initial.
create or replace macro qa_current.near_words(one, other) as
    len(list_filter(one, lambda last, number: len(list_filter(other, lambda each, place:
        qa_current.near_surnames(last, each)
        and len(list_filter(one[:number - 1], lambda first: len(list_filter(other[:place - 1], lambda given:
            starts_with(first, given) or starts_with(given, first))) > 0)) > 0)) > 0)) > 0;

-- A name in the order in which it is said: Jo Smith, of Smith, Jo.
create or replace macro qa_current.as_said(name) as regexp_replace(name, '^([^,]+),([^,]+)$', '\2 \1');

-- In lists, so that how a name is read is bound once, and not for each name, figure and place where its words are named:
-- DuckDB writes a macro's arguments out wherever they stand, and to plan for that took longer than to answer.
create or replace macro qa_current.same_read(one, other, figure) as list_transform(
    [list_transform([one, other, qa_current.as_said(one), qa_current.as_said(other)],
                    lambda name: qa_current.words_of_name(name, figure))],
    lambda names: qa_current.same_words(names[1], names[2]) or qa_current.near_words(names[3], names[4]))[1];

create or replace macro qa_current.same_person(one, other) as coalesce(list_bool_or(list_transform(
    if(contains(one, '1') or contains(other, '1'), ['l', 'i'], ['l']),
    lambda figure: qa_current.same_read(one, other, figure))), false);
