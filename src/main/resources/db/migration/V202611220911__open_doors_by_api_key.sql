CREATE TABLE api_key (
    id           uuid PRIMARY KEY,
    name         text        NOT NULL,
    roles        text        NOT NULL,
    key_hash     bytea       NOT NULL UNIQUE,
    created_at   timestamptz NOT NULL,
    expires_at   timestamptz,
    revoked_at   timestamptz,
    last_used_at timestamptz
);
