-- The coordinator's first screen shows the longest waits first, of open assignments only.
create index assignment_without_first_text on assignment (assigned_at, id)
    where status = 'OPEN' and first_text_at is null;
