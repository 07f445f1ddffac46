-- Who holds a call that somebody else planned is told so.
ALTER TABLE notification DROP CONSTRAINT notification_kind_check;
ALTER TABLE notification ADD CONSTRAINT notification_kind_check CHECK (kind IN
  ('task-given', 'tasks-given', 'reminder', 'mention', 'deal-given', 'deals-given', 'call-given', 'suggestion', 'remark'));
