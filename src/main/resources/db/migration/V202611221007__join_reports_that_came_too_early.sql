-- A report whose text was not known when it came is joined to it later.
create index delivery_report_to_join on delivery_report (received_at) where message_id is null;
