create index assignment_ended on assignment (ended_at) where ended_at is not null;
