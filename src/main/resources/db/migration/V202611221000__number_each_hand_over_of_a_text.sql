-- send_no grows with each hand-over to the gateway and never goes back: a report names the hand-over that it is about.
-- claim_id says which claim took the text, so that a claim whose commit was cut off can be given back.
alter table message
    add column send_no integer not null default 0,
    add column handed_at timestamptz,
    add column claim_id uuid;
alter table delivery_report
    add column send_no integer,
    add column failure text;
