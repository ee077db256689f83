-- When a day's segments are used up, these go out all the same.
create index message_urgent on message (due_at, seq) where status = 'QUEUED' and kind = 'URGENT';
