-- Whoever was asked whether they want the peer they had or somebody new, and wants somebody new.
alter table support_request add column wish_new_peer boolean not null default false;
