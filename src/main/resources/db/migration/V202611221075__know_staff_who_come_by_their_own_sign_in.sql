-- Who is meant by the id of a member of staff in the audit; made at their first request.
create table staff_account (
    id uuid primary key,
    issuer text not null,
    -- The issuer's name for the account, sealed for the service.
    account bytea not null,
    roles text not null,
    first_seen_at timestamptz not null,
    last_seen_at timestamptz not null
);
