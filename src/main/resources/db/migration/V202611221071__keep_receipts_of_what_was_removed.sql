create table erasure (
    id uuid primary key,
    person_kind text not null check (person_kind in ('REQUESTER', 'PEER')),
    person_id uuid not null,
    at timestamptz not null,
    actor_kind text not null,
    actor_id uuid,
    reason text not null,
    -- How much of what was removed, by the names of the parts; never what it was.
    removed jsonb not null
);
create index erasure_of_person on erasure (person_id);

-- Nothing of this person is removed while a hold stands.
create table legal_hold (
    person_id uuid primary key,
    person_kind text not null check (person_kind in ('REQUESTER', 'PEER')),
    placed_at timestamptz not null,
    reason text not null
);

create table retention_run (
    id uuid primary key,
    started_at timestamptz not null,
    finished_at timestamptz,
    dry_run boolean not null,
    counts jsonb not null
);

-- One row: which copy of the service looks next, and when.
create table retention_clock (
    id smallint primary key check (id = 1),
    next_at timestamptz not null
);
insert into retention_clock (id, next_at) values (1, now());

-- What stays of somebody who has been forgotten: nothing that tells them from others.
create table reduced_record (
    requester_id uuid primary key references requester,
    region text,
    age_band text,
    made_at timestamptz not null
);
