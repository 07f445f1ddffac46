-- Tasks change hands together with the deals of who leaves: from whom and when, until somebody works on them, so that it can be undone.
ALTER TABLE task
  ADD COLUMN "given_from_id" UUID,
  ADD COLUMN "given_at" TIMESTAMPTZ(3),
  ADD FOREIGN KEY (org_id, given_from_id) REFERENCES membership (org_id, id) ON DELETE SET NULL (given_from_id) ON UPDATE CASCADE,
  ADD CHECK (given_from_id IS NULL OR given_at IS NOT NULL);
CREATE INDEX task_given ON task (org_id, given_from_id, given_at) WHERE given_from_id IS NOT NULL;

-- How many they were is told in one notice.
ALTER TABLE notification
  ADD COLUMN "tasks" INTEGER,
  DROP CONSTRAINT notification_kind_check,
  DROP CONSTRAINT notification_check,
  ADD CHECK (kind IN ('task-given', 'tasks-given', 'reminder', 'mention', 'deal-given', 'deals-given', 'suggestion', 'remark')),
  ADD CHECK (num_nonnulls(task_id, run_id, comment_id, deals, tasks) = 1);
