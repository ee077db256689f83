-- A second row: when the provider's list was last searched for what became of texts of which no callback has told.
alter table reconciliation drop constraint reconciliation_id_check;
alter table reconciliation add constraint reconciliation_id_check check (id in (1, 2));
