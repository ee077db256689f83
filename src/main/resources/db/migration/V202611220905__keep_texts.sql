-- Provider ids are kept for good, as keyed hashes: a signature never expires, so only this stops a replay.
create table inbound_text (
    provider_key text primary key,
    received_at timestamptz not null,
    late boolean not null,
    -- Only while it could not be processed: the bare text, sealed for the service.
    pending_id uuid unique,
    pending bytea,
    attempts integer not null default 0,
    next_attempt_at timestamptz,
    given_up_at timestamptz
);
create index inbound_text_to_retry on inbound_text (next_attempt_at) where pending is not null and given_up_at is null;

create table message (
    id uuid primary key,
    seq bigint generated always as identity,
    assignment_id uuid references assignment,
    request_id uuid references support_request,
    call_id uuid,
    kind text not null,
    -- Whose words these are; null for our own.
    author text check (author in ('REQUESTER', 'PEER')),
    from_number text not null,
    to_party text not null check (to_party in ('REQUESTER', 'PEER', 'STRANGER')),
    to_key text not null,
    to_person uuid,
    to_number bytea,
    body_person uuid,
    heading bytea,
    body bytea,
    footer bytea,
    status text not null check (
        status in ('QUEUED', 'SENDING', 'SENT', 'DELIVERED', 'FAILED', 'UNKNOWN', 'CANCELLED')),
    created_at timestamptz not null,
    due_at timestamptz not null,
    expires_at timestamptz not null,
    attempts integer not null default 0,
    claimed_until timestamptz,
    provider_id text,
    error_code text,
    sent_at timestamptz,
    settled_at timestamptz
);
create index message_due on message (due_at, seq) where status = 'QUEUED';
create index message_in_conversation on message (from_number, to_key, seq) where status in ('QUEUED', 'SENDING');
create index message_claimed on message (claimed_until) where status = 'SENDING';
create index message_shown on message (status, id) where status in ('QUEUED', 'SENDING', 'FAILED', 'UNKNOWN');
create index message_of_assignment on message (assignment_id, id) where assignment_id is not null;
create index message_of_request on message (request_id, id) where request_id is not null;
create unique index message_of_provider on message (provider_id) where provider_id is not null;

-- Every report is kept: one may come before our own commit, or for an id we do not know yet.
create table delivery_report (
    id uuid primary key,
    message_id uuid,
    provider_id text not null,
    status text not null,
    error_code text,
    received_at timestamptz not null
);
create index delivery_report_of_provider on delivery_report (provider_id);

create table opt_out (
    number_key text primary key,
    since timestamptz not null,
    via text not null check (via in ('TEXT', 'PROVIDER'))
);

-- What we last asked this handset on this number of ours, and until when an answer counts.
create table question (
    our_number text not null,
    number_key text not null,
    kind text not null,
    subject_id uuid,
    choices text[] not null,
    asked_at timestamptz not null,
    expires_at timestamptz not null,
    primary key (our_number, number_key)
);

-- Automatic answers to one handset, so that two robots never talk to each other.
create table automatic_answer (
    number_key text not null,
    at timestamptz not null,
    kind text not null
);
create index automatic_answer_of_handset on automatic_answer (number_key, at);
