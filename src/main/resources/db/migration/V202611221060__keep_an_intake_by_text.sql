-- Asking for help by text, between two texts of it. The answers are sealed and go when a request has been opened; the row
-- goes a day after the last text.
create table intake (
    id uuid primary key,
    number_key text not null unique,
    state bytea,
    started_at timestamptz not null,
    expires_at timestamptz not null
);
create index intake_to_forget on intake (expires_at);
