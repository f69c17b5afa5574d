-- What the relay has not sent: as small as the backlog, however long the outbox is kept.
create index outbox_due on outbox (position) where published_at is null;
