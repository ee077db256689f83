-- The details of the next peer wait for whatever is under way to the same handset, from any number; a text of a
-- conversation for what comes from the same number. With the handset first, one index answers both.
drop index message_under_way;
create index message_under_way on message (to_key, from_number, seq)
    where (status in ('QUEUED', 'SENDING')) is true;
