create table peer (
    id uuid primary key,
    version integer not null,
    created_at timestamptz not null,
    status text not null check (status in ('ACTIVE', 'PAUSED', 'RETIRED')),
    paused_until timestamptz,
    display_name bytea not null,
    full_name bytea not null,
    mobile_number bytea not null,
    mobile_key text not null,
    gmc_number bytea not null,
    gmc_key text not null,
    job_role text not null,
    specialty text,
    gender text,
    region text,
    employers bytea,
    employer_keys text[] not null,
    name_keys text[] not null,
    capacity integer not null check (capacity between 1 and 50),
    monthly_cap integer not null check (monthly_cap between 1 and 500),
    availability text not null,
    -- The last line of defence for a peer's capacity: no code path can assign past it.
    open_assignments integer not null default 0,
    last_assigned_at timestamptz,
    constraint never_more_than_offered check (open_assignments between 0 and capacity)
);
create unique index one_peer_per_mobile on peer (mobile_key) where status <> 'RETIRED';
create unique index one_peer_per_gmc_number on peer (gmc_key) where status <> 'RETIRED';
create index peer_with_room on peer (last_assigned_at nulls first, id)
    where status = 'ACTIVE' and open_assignments < capacity;
create index pause_to_end on peer (paused_until) where status = 'PAUSED' and paused_until is not null;
