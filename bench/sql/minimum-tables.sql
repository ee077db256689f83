-- What the least thinkable service would keep of an inbound text: it was here, whose it is, what is owed for it.
create table inbound (
    provider_key text primary key,
    received_at timestamptz not null
);
create table place (
    relay_number text not null,
    number_key text not null,
    assignment_id uuid not null,
    primary key (relay_number, number_key)
);
create table owed (
    id bigint generated always as identity primary key,
    assignment_id uuid not null,
    body bytea not null,
    status text not null,
    due_at timestamptz not null
);
create index owed_due on owed (due_at) where status = 'QUEUED';
insert into place
select '+4474001' || lpad((n % 20)::text, 5, '0'), md5(n::text), gen_random_uuid() from generate_series(1, 1000) as n;
