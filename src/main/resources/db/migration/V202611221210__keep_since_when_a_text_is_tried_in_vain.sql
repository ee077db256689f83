-- Each attempt that did not leave moves due_at on. Since when the text should have gone is kept from the first of them on.
alter table message add column first_due_at timestamptz;
