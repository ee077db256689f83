-- Staff whom the identity provider has vouched for: who it is, and which roles they had when they signed in. There is no
-- credential of ours behind such a session, so it ends by the clock, or when the provider is no longer configured.
alter table browser_session
    add column staff_id uuid references staff_account,
    add column staff_roles text,
    drop constraint opened_by_one_credential,
    add constraint opened_by_one_credential check (num_nonnulls(key_hash, session_id, staff_id) = 1),
    add constraint staff_have_roles check ((staff_id is null) = (staff_roles is null));
