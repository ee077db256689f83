create table coordinator_task (
    id uuid primary key,
    kind text not null,
    subject_kind text not null,
    subject_id uuid not null,
    request_id uuid,
    raised_at timestamptz not null,
    last_raised_at timestamptz not null,
    times integer not null default 1,
    done_at timestamptz
);
-- The same thing is one task however often it is noticed, until somebody has dealt with it.
create unique index coordinator_task_open_once on coordinator_task (kind, subject_id) where done_at is null;
create index coordinator_task_open on coordinator_task (id) where done_at is null;
create index coordinator_task_of_request on coordinator_task (request_id);
