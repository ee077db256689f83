create index request_closed on support_request (closed_at) where closed_at is not null;
