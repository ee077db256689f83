-- The sweep asks for requests that have been open for twenty years: there are none, and nobody should read all to know.
-- "is true" is nothing that the planner derives from a status: no other question takes this index for its own.
create index request_open_longest on support_request (created_at) where (status <> 'CLOSED') is true;
