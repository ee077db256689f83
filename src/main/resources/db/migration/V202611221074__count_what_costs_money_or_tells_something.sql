-- One row for each thing that is limited: when its allowance would be whole again. All copies of the service share it.
create table rate_limit (
    name text not null,
    key text not null,
    whole_at timestamptz not null,
    primary key (name, key)
);

-- Texts handed to the provider in one day, in several rows so that copies of the service do not wait for each other.
create table texts_of_day (
    day date not null,
    slot smallint not null,
    sent bigint not null,
    primary key (day, slot)
);
