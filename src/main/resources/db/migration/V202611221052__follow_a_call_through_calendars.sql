-- A call that is moved is a new row here, and the same entry in a calendar. Empty: the entry is the call's own.
alter table call add column event_id uuid;
alter table call add column event_sequence integer not null default 0;
