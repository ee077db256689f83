CREATE TABLE sign_in_code (
    id           uuid PRIMARY KEY,
    number_index text        NOT NULL,
    peer_id      uuid,
    code_hash    text        NOT NULL,
    created_at   timestamptz NOT NULL,
    expires_at   timestamptz NOT NULL,
    attempts     integer     NOT NULL,
    used_at      timestamptz
);
CREATE INDEX sign_in_code_by_number ON sign_in_code (number_index, created_at);
CREATE INDEX sign_in_code_by_age ON sign_in_code (created_at);

CREATE TABLE session (
    id           uuid PRIMARY KEY,
    token_hash   bytea       NOT NULL UNIQUE,
    peer_id      uuid        NOT NULL,
    created_at   timestamptz NOT NULL,
    expires_at   timestamptz NOT NULL,
    last_seen_at timestamptz NOT NULL,
    ended_at     timestamptz
);
CREATE INDEX session_open_by_peer ON session (peer_id) WHERE ended_at IS NULL;
CREATE INDEX session_by_expiry ON session (expires_at);
