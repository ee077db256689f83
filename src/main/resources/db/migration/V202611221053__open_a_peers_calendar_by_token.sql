-- One for each peer; a new one takes the place of the old.
create table calendar_token (
    peer_id uuid primary key references peer on delete cascade,
    token_hash bytea not null unique,
    created_at timestamptz not null
);
