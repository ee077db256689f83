-- Whether a text that failed has been dealt with already, asked for each of those on the first screen.
create index coordinator_task_about on coordinator_task (subject_id);
