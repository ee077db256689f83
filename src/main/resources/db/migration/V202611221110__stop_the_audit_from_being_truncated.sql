-- Whatever role empties a table: the triggers that refuse a change of a row do not see it.
create trigger audit_event_is_not_truncated before truncate on audit_event
    for each statement execute function audit_only_grows();
create trigger audit_block_is_not_truncated before truncate on audit_block
    for each statement execute function audit_only_grows();
create trigger audit_sealed_is_not_truncated before truncate on audit_sealed
    for each statement execute function audit_only_grows();
