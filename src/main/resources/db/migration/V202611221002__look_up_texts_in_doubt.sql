-- When the provider's own list is asked next about a text in doubt, and how often it has been.
alter table message
    add column look_up_at timestamptz,
    add column looked_up integer not null default 0;
create index message_to_look_up on message (look_up_at) where status = 'UNKNOWN';
