-- An older wish to stop may reach us after it, and must do nothing then.
create table opt_in (
    number_key text primary key,
    since timestamptz not null
);
