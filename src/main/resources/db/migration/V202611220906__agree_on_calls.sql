create table call (
    id uuid primary key,
    version integer not null,
    assignment_id uuid not null references assignment,
    proposed_by text not null check (proposed_by in ('REQUESTER', 'PEER')),
    proposed_at timestamptz not null,
    starts_at timestamptz not null,
    time_zone text not null,
    status text not null check (
        status in ('PROPOSED', 'AGREED', 'DECLINED', 'COUNTERED', 'CANCELLED', 'LAPSED', 'HELD', 'MISSED')),
    replaces_id uuid references call,
    settled_at timestamptz,
    minutes integer check (minutes between 1 and 600),
    further_call boolean
);
create unique index one_open_proposal_per_assignment on call (assignment_id) where status = 'PROPOSED';
create index call_of_assignment on call (assignment_id, id);
create index call_in_time on call (starts_at, id);
create index proposal_to_lapse on call (starts_at) where status = 'PROPOSED';

create table call_agreement (
    call_id uuid not null references call,
    party text not null check (party in ('REQUESTER', 'PEER')),
    via text not null check (via in ('SMS', 'API', 'PHONE')),
    at timestamptz not null,
    primary key (call_id, party)
);
