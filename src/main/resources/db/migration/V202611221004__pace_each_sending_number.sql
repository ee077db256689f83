-- When the number will have sent, at its pace, everything that has been handed over.
create table sender_pace (
    number text primary key,
    free_at timestamptz not null
);
