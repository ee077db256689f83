alter table assignment
    add column requester_nudged_at timestamptz,
    add column peer_nudged_at timestamptz,
    add column another_offered_at timestamptz,
    add column coordinator_asked_at timestamptz;
-- An assignment lies in one of these at most, and in none once both have been heard.
create index requester_to_nudge on assignment (assigned_at)
    where status = 'OPEN' and first_text_at is null and requester_nudged_at is null;
create index silent_request_to_close on assignment (assigned_at)
    where status = 'OPEN' and first_text_at is null and requester_nudged_at is not null;
create index peer_to_nudge on assignment (first_text_at)
    where status = 'OPEN' and first_text_at is not null and first_answer_at is null and peer_nudged_at is null;
create index requester_to_offer_another on assignment (first_text_at)
    where status = 'OPEN' and first_text_at is not null and first_answer_at is null and peer_nudged_at is not null
        and another_offered_at is null;
create index silent_peer_to_report on assignment (first_text_at)
    where status = 'OPEN' and first_text_at is not null and first_answer_at is null and another_offered_at is not null
        and coordinator_asked_at is null;
