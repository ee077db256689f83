-- Whoever has signed in to the pages. Each session hangs on the credential that opened it, by the key's hash or the
-- peer's session, and ends with it; the cookie's token is here as a hash only.
create table browser_session (
    id uuid primary key,
    token_hash bytea not null unique,
    key_hash bytea,
    session_id uuid references session on delete cascade,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    last_seen_at timestamptz not null,
    ended_at timestamptz,
    constraint opened_by_one_credential check (num_nonnulls(key_hash, session_id) = 1)
);
create index browser_session_by_expiry on browser_session (expires_at);
create index browser_session_of_session on browser_session (session_id) where session_id is not null;
