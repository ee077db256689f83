create table recognition_asked (
    actor text not null,
    at timestamptz not null
);
create index recognition_asked_by on recognition_asked (actor, at);
