alter table message
    add column segments integer not null default 1;
