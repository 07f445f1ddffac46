-- Every step that waits on an open run, with the window laid out by the run's events. A projection, kept with every event,
-- so that what waits for a person is read from an index, on their own runs and on others'. Whose a step is stands here as the
-- designer wrote it (text, because a published version may name a role that is gone); it is resolved while reading, because
-- people change roles without an event on any run.
CREATE TABLE "due_step" (
  "org_id" UUID NOT NULL,
  "run_id" UUID NOT NULL,
  "step_key" TEXT NOT NULL,
  "stage_key" TEXT NOT NULL,
  "run_owner_id" UUID NOT NULL,
  "owner_kind" TEXT NOT NULL,
  "owner_ref" TEXT,
  "importance" TEXT NOT NULL,
  "owed" BOOLEAN NOT NULL,
  "earlier" BOOLEAN NOT NULL,
  "from_on" DATE,
  "from_at" TIMESTAMPTZ(3),
  "due_on" DATE,
  "due_at" TIMESTAMPTZ(3),
  CONSTRAINT "due_step_pkey" PRIMARY KEY ("org_id", "run_id", "step_key")
);
ALTER TABLE due_step
  ADD FOREIGN KEY (org_id) REFERENCES organization (id) ON DELETE CASCADE,
  ADD FOREIGN KEY (org_id, run_id) REFERENCES run (org_id, id) ON DELETE CASCADE,
  ADD FOREIGN KEY (org_id, run_owner_id) REFERENCES membership (org_id, id),
  ADD CHECK (owner_kind IN ('run-owner', 'role', 'department')),
  ADD CHECK ((owner_kind = 'run-owner') = (owner_ref IS NULL)),
  ADD CHECK (importance IN ('optional', 'normal', 'key'));
-- In the order of urgency as far as time does not change it: by the end of the window.
CREATE INDEX due_step_mine ON due_step (org_id, run_owner_id, (coalesce(due_on, DATE '9999-12-31')), run_id, step_key);
CREATE INDEX due_step_shared ON due_step (org_id, owner_kind, owner_ref, (coalesce(due_on, DATE '9999-12-31')), run_id, step_key)
  WHERE owner_ref IS NOT NULL;

-- "Later": until when a person puts a step off. Theirs alone, and it excuses nothing: the step's window stays what it is.
CREATE TABLE "step_snooze" (
  "org_id" UUID NOT NULL,
  "membership_id" UUID NOT NULL,
  "run_id" UUID NOT NULL,
  "step_key" TEXT NOT NULL,
  "until_on" DATE NOT NULL,
  "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "step_snooze_pkey" PRIMARY KEY ("org_id", "membership_id", "run_id", "step_key")
);
CREATE INDEX "step_snooze_org_id_run_id_idx" ON "step_snooze" ("org_id", "run_id");
ALTER TABLE step_snooze
  ADD FOREIGN KEY (org_id) REFERENCES organization (id) ON DELETE CASCADE,
  ADD FOREIGN KEY (org_id, membership_id) REFERENCES membership (org_id, id) ON DELETE CASCADE,
  ADD FOREIGN KEY (org_id, run_id) REFERENCES run (org_id, id) ON DELETE CASCADE;

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['due_step', 'step_snooze'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY organisation ON %I FOR ALL TO koers_app
      USING (org_id = (SELECT app.org_id())) WITH CHECK (org_id = (SELECT app.org_id()))', t);
    EXECUTE format('CREATE POLICY visibility ON %I AS RESTRICTIVE FOR ALL TO koers_app
      USING ((SELECT app.sees_all()) OR run_id IN (SELECT app.visible_runs()))', t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO koers_app', t);
  END LOOP;
END $$;

-- A person's open runs, the most urgent first; what they touched lately; and the last time a buyer took part.
CREATE INDEX run_open_owner ON run (org_id, owner_id, (coalesce(next_due_on, DATE '9999-12-31')), id)
  WHERE status = 'open' AND deleted_at IS NULL;
CREATE INDEX run_owner_recent ON run (org_id, owner_id, last_event_at) WHERE deleted_at IS NULL;
CREATE INDEX activity_two_way ON activity (org_id, run_id, occurred_on) WHERE two_way;

-- Why a run skipped a stage or went back: said at the move, or later. The log keeps both; the visit shows what holds now.
ALTER TABLE stage_visit ADD COLUMN exit_reason TEXT, ADD COLUMN exit_note TEXT;
ALTER TABLE stage_visit NO FORCE ROW LEVEL SECURITY;
ALTER TABLE event NO FORCE ROW LEVEL SECURITY;
UPDATE stage_visit w
SET exit_reason = e.payload -> 'deviation' ->> 'reason', exit_note = e.payload -> 'deviation' ->> 'note'
FROM event e, stage_visit n
WHERE w.exit IN ('skip', 'back') AND n.org_id = w.org_id AND n.run_id = w.run_id AND n.ordinal = w.ordinal + 1
  AND e.org_id = w.org_id AND e.run_id = w.run_id AND e.type = 'run.moved' AND e.occurred_on = w.left_on
  AND e.payload ->> 'from' = w.stage_key AND e.payload ->> 'to' = n.stage_key
  AND jsonb_typeof(e.payload -> 'deviation') = 'object';
ALTER TABLE event FORCE ROW LEVEL SECURITY;
ALTER TABLE stage_visit FORCE ROW LEVEL SECURITY;
