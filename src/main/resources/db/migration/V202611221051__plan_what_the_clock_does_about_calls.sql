-- What the clock still has to do about an agreed call. Done or not wanted any more, the row is gone.
create table call_clock (
    call_id uuid not null references call on delete cascade,
    task text not null check (task in ('EVENING_REMINDER', 'HOUR_REMINDER', 'OUTCOME_QUESTION')),
    due_at timestamptz not null,
    primary key (call_id, task)
);
create index call_clock_due on call_clock (due_at);
