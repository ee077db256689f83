-- A peer's own people and places to keep away from, sealed; and their keyed hashes, which matching compares.
alter table peer
    add column avoid bytea,
    add column avoid_name_keys text[] not null default '{}',
    add column avoid_employer_keys text[] not null default '{}';

-- By how much of a name a requester may be meant: surname, initials, whole first names.
alter table requester add column known_as_keys text[] not null default '{}';
