-- What people who may not change a process suggest or remark on its steps is told to those who may.
ALTER TABLE notification DROP CONSTRAINT notification_kind_check;
ALTER TABLE notification ADD CONSTRAINT notification_kind_check
  CHECK (kind IN ('task-given', 'reminder', 'mention', 'deal-given', 'deals-given', 'suggestion', 'remark'));
