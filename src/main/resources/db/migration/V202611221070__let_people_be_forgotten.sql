-- What tells who somebody is can be taken away while the bare course of their request stays countable.
alter table requester
    alter column name drop not null,
    alter column contact_number drop not null,
    alter column address drop not null,
    alter column date_of_birth drop not null,
    alter column job_role drop not null,
    -- What is left of address and date of birth once they are reduced; sealed, until the person is forgotten.
    add column region bytea,
    add column age_band bytea,
    add column forgotten_at timestamptz;
alter table peer
    alter column display_name drop not null,
    alter column full_name drop not null,
    alter column mobile_number drop not null,
    alter column gmc_number drop not null,
    -- When the archive first saw that this peer had retired: from then on their entry is kept for a time only.
    add column retired_noticed_at timestamptz,
    add column forgotten_at timestamptz;
-- The number rests for the handset until its quarantine is over, but stands for nobody any more.
alter table relay_place add column forgotten_at timestamptz;
