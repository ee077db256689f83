create table requester (
    id uuid primary key,
    version integer not null,
    created_at timestamptz not null,
    name bytea not null,
    contact_number bytea not null,
    number_key text not null,
    identity_key text not null,
    address bytea not null,
    date_of_birth bytea not null,
    job_role bytea not null,
    gender bytea,
    ethnicity bytea,
    specialty bytea,
    employers bytea,
    employer_keys text[] not null,
    name_keys text[] not null,
    neutral_wording boolean not null,
    language text not null check (language in ('en', 'cy'))
);
create unique index one_requester_per_identity on requester (number_key, identity_key);

create table support_request (
    id uuid primary key,
    version integer not null,
    created_at timestamptz not null,
    reference text not null unique,
    requester_id uuid not null references requester,
    number_key text not null,
    opened_through text not null check (opened_through in ('API', 'SMS')),
    status text not null check (status in ('WAITING', 'ASSIGNED', 'INTRODUCED', 'TALKING', 'CLOSED')),
    outcome text check (outcome in ('COMPLETED', 'NO_FIRST_TEXT', 'WITHDRAWN', 'OPTED_OUT', 'REFERRED_ON')),
    closed_at timestamptz,
    waiting_since timestamptz,
    waiting_reason text check (
        waiting_reason in ('NOBODY_AVAILABLE', 'ALL_AT_CAPACITY', 'ALL_EXCLUDED', 'NO_RELAY_NUMBER')),
    wish_specialty text,
    wish_gender text,
    wish_same_peer boolean not null,
    wish_musts text[] not null,
    avoid bytea,
    avoid_employer_keys text[] not null,
    avoid_name_keys text[] not null,
    constraint closed_with_an_outcome check ((status = 'CLOSED') = (outcome is not null and closed_at is not null)),
    constraint waiting_for_a_reason check (
        (status = 'WAITING') = (waiting_since is not null and waiting_reason is not null))
);
-- One handset can take part in one open request only: two could not be told apart by text.
create unique index one_open_request_per_number on support_request (number_key) where status <> 'CLOSED';
create index waiting_in_order on support_request (waiting_since, id) where status = 'WAITING';
create index request_by_status on support_request (status, id);
create index request_of_requester on support_request (requester_id, id);
