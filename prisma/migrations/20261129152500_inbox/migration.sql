-- What a member should know: a task or deal given to them, a reminder, a mention. It names its subject and keeps no words of it.
CREATE TABLE "notification" (
  "org_id" UUID NOT NULL,
  "id" UUID NOT NULL,
  "member_id" UUID NOT NULL,
  "kind" TEXT NOT NULL,
  "actor_id" UUID,
  "task_id" UUID,
  "run_id" UUID,
  "activity_id" UUID,
  "comment_id" UUID,
  "deals" INTEGER,
  "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "read_at" TIMESTAMPTZ(3),
  CONSTRAINT "notification_pkey" PRIMARY KEY ("org_id", "id")
);
ALTER TABLE notification
  ADD FOREIGN KEY (org_id) REFERENCES organization (id) ON DELETE CASCADE,
  ADD FOREIGN KEY (org_id, member_id) REFERENCES membership (org_id, id) ON DELETE CASCADE ON UPDATE CASCADE,
  ADD FOREIGN KEY (org_id, task_id) REFERENCES task (org_id, id) ON DELETE CASCADE ON UPDATE CASCADE,
  ADD FOREIGN KEY (org_id, run_id) REFERENCES run (org_id, id) ON DELETE CASCADE ON UPDATE CASCADE,
  ADD FOREIGN KEY (org_id, activity_id) REFERENCES activity (org_id, id) ON DELETE CASCADE ON UPDATE CASCADE,
  ADD FOREIGN KEY (org_id, comment_id) REFERENCES step_comment (org_id, id) ON DELETE CASCADE ON UPDATE CASCADE,
  ADD CHECK (kind IN ('task-given', 'reminder', 'mention', 'deal-given', 'deals-given')),
  ADD CHECK (num_nonnulls(task_id, run_id, comment_id, deals) = 1);

-- The inbox, the latest first; how many are unread; those read at once, to take that back.
CREATE INDEX notification_latest ON notification (org_id, member_id, created_at DESC, id DESC);
CREATE INDEX notification_unread ON notification (org_id, member_id) WHERE read_at IS NULL;
CREATE INDEX notification_read ON notification (org_id, member_id, read_at) WHERE read_at IS NOT NULL;
CREATE INDEX notification_task ON notification (org_id, task_id) WHERE task_id IS NOT NULL;
CREATE INDEX notification_run ON notification (org_id, run_id) WHERE run_id IS NOT NULL;
CREATE INDEX notification_activity ON notification (org_id, activity_id) WHERE activity_id IS NOT NULL;
CREATE INDEX notification_comment ON notification (org_id, comment_id) WHERE comment_id IS NOT NULL;

ALTER TABLE notification ENABLE ROW LEVEL SECURITY;
ALTER TABLE notification FORCE ROW LEVEL SECURITY;
CREATE POLICY organisation ON notification FOR ALL TO koers_app
  USING (org_id = (SELECT app.org_id())) WITH CHECK (org_id = (SELECT app.org_id()));
GRANT SELECT, INSERT, UPDATE, DELETE ON notification TO koers_app;
-- One's own; what it says of its subject is read with one's own eyes.
CREATE POLICY visibility ON notification AS RESTRICTIVE FOR ALL TO koers_app USING (
  (SELECT app.sees_all()) OR member_id = (SELECT app.member_id()));
