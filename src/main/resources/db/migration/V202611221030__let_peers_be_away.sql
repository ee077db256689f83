-- Whole days, the last one included, in the peer's own zone: on them nobody is assigned to the peer.
create table peer_away (
    peer_id uuid not null references peer,
    starts_on date not null,
    ends_on date not null,
    -- Whether those who wait have been looked through since the peer came back.
    back boolean not null default false,
    primary key (peer_id, starts_on),
    constraint away_in_order check (starts_on <= ends_on)
);
create index peer_away_to_end on peer_away (ends_on) where not back;

alter table peer add column time_zone text not null default 'Europe/London';
