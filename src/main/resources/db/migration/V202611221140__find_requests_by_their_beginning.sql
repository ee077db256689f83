-- The picture of those who wait counts back from now through everybody who came.
create index request_opened on support_request (created_at);
