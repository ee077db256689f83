create table assignment (
    id uuid primary key,
    version integer not null,
    request_id uuid not null references support_request,
    requester_id uuid not null references requester,
    peer_id uuid not null references peer,
    relay_number text not null,
    status text not null check (status in ('OPEN', 'ENDED')),
    reasons text[] not null,
    -- Tells whether a peer has two requesters of one first name; the name itself stays sealed.
    first_name_key text not null,
    assigned_at timestamptz not null,
    first_text_at timestamptz,
    first_answer_at timestamptz,
    ended_at timestamptz,
    end_reason text,
    constraint ended_for_a_reason check ((status = 'ENDED') = (ended_at is not null and end_reason is not null))
);
create unique index one_open_assignment_per_request on assignment (request_id) where status = 'OPEN';
create index assignment_of_request on assignment (request_id, id);
create index assignment_of_peer on assignment (peer_id, id);
create index open_assignment_of_peer on assignment (peer_id, id) where status = 'OPEN';
create index assignment_in_time on assignment (peer_id, assigned_at);

-- A relay number as one person sees it: who is on the other end of it for whoever texts it from this handset.
create table relay_place (
    -- The place is taken before the assignment is written, in one transaction.
    assignment_id uuid not null references assignment deferrable initially deferred,
    party text not null check (party in ('REQUESTER', 'PEER')),
    relay_number text not null,
    number_key text not null,
    released_at timestamptz,
    last_used_at timestamptz not null,
    primary key (assignment_id, party)
);
-- Two open conversations of one handset on one number could not be told apart; no race may make them.
create unique index one_conversation_per_handset_and_number on relay_place (relay_number, number_key)
    where released_at is null;
create index relay_place_of_handset on relay_place (number_key, relay_number, last_used_at);

-- Once a request has changed hands, these two are never brought together again: known by handset or by name and date of
-- birth, so that a new number or another spelling does not bring them together either.
create table never_again (
    requester_id uuid not null references requester,
    peer_id uuid not null references peer,
    number_key text not null,
    identity_key text not null,
    since timestamptz not null,
    primary key (requester_id, peer_id)
);
create index never_again_of_peer on never_again (peer_id);
