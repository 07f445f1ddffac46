-- What somebody is to do, and what a buyer promised: on a deal, at a company, or one's own.
CREATE TABLE "task" (
  "org_id" UUID NOT NULL,
  "id" UUID NOT NULL,
  "kind" TEXT NOT NULL,
  "title" TEXT NOT NULL,
  "note" TEXT,
  "run_id" UUID,
  "company_id" UUID,
  "contact_id" UUID,
  "due_on" DATE,
  "due_at" TIMESTAMPTZ(3),
  "remind_at" TIMESTAMPTZ(3),
  "reminded_at" TIMESTAMPTZ(3),
  "assignee_id" UUID NOT NULL,
  "creator_id" UUID NOT NULL,
  "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "done_at" TIMESTAMPTZ(3),
  "done_by_id" UUID,
  "deleted_at" TIMESTAMPTZ(3),
  "version" INTEGER NOT NULL DEFAULT 1,
  CONSTRAINT "task_pkey" PRIMARY KEY ("org_id", "id")
);
ALTER TABLE task
  ADD FOREIGN KEY (org_id) REFERENCES organization (id) ON DELETE CASCADE,
  ADD FOREIGN KEY (org_id, run_id) REFERENCES run (org_id, id) ON DELETE CASCADE ON UPDATE CASCADE,
  ADD FOREIGN KEY (org_id, company_id) REFERENCES company (org_id, id) ON DELETE CASCADE ON UPDATE CASCADE,
  ADD FOREIGN KEY (org_id, contact_id) REFERENCES contact (org_id, id) ON DELETE SET NULL (contact_id) ON UPDATE CASCADE,
  ADD FOREIGN KEY (org_id, assignee_id) REFERENCES membership (org_id, id) ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CHECK (kind IN ('task', 'promise')),
  ADD CHECK (char_length(title) BETWEEN 1 AND 300),
  ADD CHECK (char_length(note) <= 5000),
  -- A moment has its day beside it, so that one index orders both.
  ADD CHECK (due_at IS NULL OR due_on IS NOT NULL),
  -- On a deal the company is the deal's.
  ADD CHECK (run_id IS NULL OR company_id IS NULL),
  -- A promise is somebody's to whom something is sold.
  ADD CHECK (kind = 'task' OR run_id IS NOT NULL OR company_id IS NOT NULL);

-- What waits for a person, in its order; what hangs on a deal or company; what is to be reminded of; what may be erased.
CREATE INDEX task_waiting ON task (org_id, assignee_id, kind, due_on, due_at, id) WHERE done_at IS NULL AND deleted_at IS NULL;
CREATE INDEX task_run ON task (org_id, run_id) WHERE run_id IS NOT NULL;
CREATE INDEX task_company ON task (org_id, company_id) WHERE company_id IS NOT NULL;
CREATE INDEX task_contact ON task (org_id, contact_id) WHERE contact_id IS NOT NULL;
CREATE INDEX task_assignee ON task (org_id, assignee_id);
CREATE INDEX task_reminder ON task (org_id, remind_at) WHERE remind_at IS NOT NULL AND reminded_at IS NULL AND done_at IS NULL AND deleted_at IS NULL;
CREATE INDEX task_trash ON task (org_id, deleted_at) WHERE deleted_at IS NOT NULL;

-- Who asks, as the door set it: NULL for a job.
CREATE FUNCTION app.member_id() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
  AS $$ SELECT nullif(current_setting('app.member_id', true), '')::uuid $$;

ALTER TABLE task ENABLE ROW LEVEL SECURITY;
ALTER TABLE task FORCE ROW LEVEL SECURITY;
CREATE POLICY organisation ON task FOR ALL TO koers_app
  USING (org_id = (SELECT app.org_id())) WITH CHECK (org_id = (SELECT app.org_id()));
GRANT SELECT, INSERT, UPDATE, DELETE ON task TO koers_app;
-- Seen with its deal, and by who is to do it; what hangs on no deal is seen with its company, or by who wrote it.
CREATE POLICY visibility ON task AS RESTRICTIVE FOR ALL TO koers_app USING (
  (SELECT app.sees_all()) OR run_id IN (SELECT app.visible_runs()) OR assignee_id = (SELECT app.member_id())
  OR (run_id IS NULL AND (company_id IS NOT NULL OR creator_id = (SELECT app.member_id()))));
