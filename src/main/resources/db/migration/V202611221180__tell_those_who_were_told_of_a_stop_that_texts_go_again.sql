-- Whoever was told that this side receives no texts is told when it does again, and nobody else is.
alter table relay_place add column stop_told boolean not null default false;
