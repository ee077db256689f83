-- A reminder that has not left yet is taken back with its call.
create index message_of_call on message (call_id) where call_id is not null and status = 'QUEUED';
