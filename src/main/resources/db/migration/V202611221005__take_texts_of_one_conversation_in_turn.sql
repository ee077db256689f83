-- Only while a text waits: the keyed hash of its two numbers, and until when later ones wait for it.
alter table inbound_text
    add column conversation_key text,
    add column turn_until timestamptz;
create index inbound_text_in_turn on inbound_text (conversation_key, pending_id)
    where pending is not null and given_up_at is null;
create index inbound_text_given_up on inbound_text (pending_id) where given_up_at is not null;
