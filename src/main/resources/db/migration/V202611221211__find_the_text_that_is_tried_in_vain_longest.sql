-- As the other indexes of the queue: no other one can answer this question, whatever the statistics say.
create index message_tried_in_vain on message (first_due_at)
    where (status = 'QUEUED' and first_due_at is not null) is true;
