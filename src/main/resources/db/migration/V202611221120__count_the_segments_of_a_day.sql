-- Money is paid by the segment; a long text in another script is eleven of them. The number of texts stays beside it for
-- copies of the previous version.
alter table texts_of_day add column segments bigint not null default 0;
