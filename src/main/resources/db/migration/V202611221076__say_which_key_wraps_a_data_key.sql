-- Empty for what was wrapped before: it is wrapped again once, and then it is known.
alter table person_key add column wrapped_with integer;
