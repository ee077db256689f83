-- The pictures look back over weeks, whosever the assignments are.
create index assignment_begun on assignment (assigned_at);
