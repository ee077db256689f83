create index assignment_without_answer on assignment (first_text_at, id)
    where status = 'OPEN' and first_text_at is not null and first_answer_at is null;
