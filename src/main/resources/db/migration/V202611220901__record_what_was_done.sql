create table audit_event (
    id uuid primary key,
    at timestamptz not null,
    actor_kind text not null,
    actor_id uuid,
    action text not null,
    subject_kind text not null,
    subject_id uuid not null,
    detail text
);
create index audit_event_of_subject on audit_event (subject_id, id);
