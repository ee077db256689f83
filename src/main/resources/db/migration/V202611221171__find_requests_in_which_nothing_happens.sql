-- The last thing that was seen to happen in an open request, or when a coordinator was asked about it; null: not looked yet.
alter table support_request add column silence_seen_from timestamptz;
create index silent_request_to_show on support_request (coalesce(silence_seen_from, created_at)) where status <> 'CLOSED';
