-- One proposal may offer up to three times; the answer chooses one, which is then the only one.
alter table call add column second_start timestamptz;
alter table call add column third_start timestamptz;
-- A proposal lapses when the last of its times has come.
alter table call add column last_start timestamptz
    generated always as (greatest(starts_at, second_start, third_start)) stored;
create index offer_to_lapse on call (last_start) where status = 'PROPOSED';
