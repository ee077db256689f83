-- Each text is written twice, and each index of it with it. What is with the gateway is found among the few texts that
-- are shown as open; the texts of a request are found through its assignments, and those that belong to none by an index
-- that holds only them. Without an index for all, a reference to the request would make each removal of an old request
-- read the whole table; a text's assignment still has to exist.
drop index message_claimed;
drop index message_of_request;
create index message_of_request_alone on message (request_id, id) where assignment_id is null and request_id is not null;
alter table message drop constraint message_request_id_fkey;
