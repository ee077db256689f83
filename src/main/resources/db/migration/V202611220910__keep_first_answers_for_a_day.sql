-- The first answer to a request with an Idempotency-Key. The unique key makes a concurrent repeat wait for the first.
CREATE TABLE idempotent_answer (
    id          uuid PRIMARY KEY,
    caller      text        NOT NULL,
    key_hash    bytea       NOT NULL,
    fingerprint bytea       NOT NULL,
    created_at  timestamptz NOT NULL,
    status      integer,
    location    text,
    etag        text,
    answer      bytea,
    CONSTRAINT idempotent_answer_once UNIQUE (caller, key_hash)
);
CREATE INDEX idempotent_answer_by_age ON idempotent_answer (created_at);
