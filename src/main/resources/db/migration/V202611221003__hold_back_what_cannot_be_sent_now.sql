-- One of our numbers, or the provider as a whole: nothing goes out there but the one text that tries whether it can.
create table sending_hold (
    id uuid primary key,
    scope text not null unique,
    code text not null,
    since timestamptz not null,
    probe_at timestamptz not null,
    probes integer not null default 0,
    probe_message uuid
);
