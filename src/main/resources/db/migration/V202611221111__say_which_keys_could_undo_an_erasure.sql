-- A back-up from before an erasure opens with any wrapping key of that time: the receipt says when the last was gone.
alter table erasure
    -- Empty for what was erased before this was noted; filled in by the first copy that starts.
    add column wrapping_keys integer[],
    add column keys_gone_at timestamptz;
create index erasure_in_back_ups on erasure (at) where keys_gone_at is null;
