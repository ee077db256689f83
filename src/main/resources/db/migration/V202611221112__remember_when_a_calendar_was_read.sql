-- Programs read a feed all day long: it is put on record once an hour at most.
alter table calendar_token add column last_read_at timestamptz;
