-- An account that is erased, or goes with time, takes the sessions with it that it opened.
alter table browser_session
    drop constraint browser_session_staff_id_fkey,
    add constraint browser_session_staff_id_fkey foreign key (staff_id) references staff_account on delete cascade;
