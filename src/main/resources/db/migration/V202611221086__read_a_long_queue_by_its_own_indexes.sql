-- How long the queue is changes within seconds, from nothing to tens of thousands: statistics never know. Where two
-- indexes would do, the planner's guess was one row for either, and a queue after an hour without the provider was read
-- from end to end for each text. These predicates are such that every question of the dispatcher has one index that can
-- answer it: "is true" is nothing that the planner derives from status = 'QUEUED'.
drop index message_in_conversation;
drop index message_shown;
create index message_under_way on message (from_number, to_key, seq)
    where (status in ('QUEUED', 'SENDING')) is true;
create index message_shown on message (status, id)
    where (status in ('QUEUED', 'SENDING', 'FAILED', 'UNKNOWN')) is true;
