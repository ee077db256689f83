-- Two roles: the owner changes tables, at migrations only; the application reads and writes rows.
-- Run once, as a superuser, with psql: the official image does so when its data directory is empty.
-- Passwords come from the environment, so that none is written here.
\set ON_ERROR_STOP on
\getenv owner_password PEERLINE_DB_OWNER_PASSWORD
\getenv app_password PEERLINE_DB_APP_PASSWORD

create role peerline_owner login password :'owner_password';
create role peerline_app login password :'app_password';

create database peerline owner peerline_owner template template0 encoding 'UTF8';
revoke all on database peerline from public;
grant connect on database peerline to peerline_app;

\connect peerline
revoke all on schema public from public;
alter schema public owner to peerline_owner;
grant usage on schema public to peerline_app;
alter default privileges for role peerline_owner in schema public
    grant select, insert, update, delete on tables to peerline_app;
alter default privileges for role peerline_owner in schema public
    grant usage, select on sequences to peerline_app;
