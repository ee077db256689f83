-- A coordinator has dealt with it in another way; it is no longer counted among those that wait for a person.
alter table inbound_text add column seen_at timestamptz;
