-- A call: a run of its own on a call process, that belongs to a deal. See lib/decisions/0019.

-- Whose deal a call is about. The database keeps owner and version as the deal has them, so that a call is seen with its deal.
ALTER TABLE run ADD COLUMN deal_id UUID, ADD COLUMN deal_owner_id UUID, ADD COLUMN deal_version_id UUID;
CREATE UNIQUE INDEX "run_org_id_id_owner_id_version_id_key" ON run (org_id, id, owner_id, version_id);
ALTER TABLE run
  ADD CONSTRAINT run_deal FOREIGN KEY (org_id, deal_id, deal_owner_id, deal_version_id)
    REFERENCES run (org_id, id, owner_id, version_id) ON DELETE CASCADE ON UPDATE CASCADE,
  ADD CONSTRAINT run_deal_of_call CHECK (num_nonnulls(deal_id, deal_owner_id, deal_version_id) = CASE kind WHEN 'call' THEN 3 ELSE 0 END),
  -- A call without a call process is in no stage.
  DROP CONSTRAINT run_check,
  ADD CONSTRAINT run_check CHECK (status = 'closed' OR stage_key IS NOT NULL OR kind = 'call');
ALTER TABLE stage_visit
  DROP CONSTRAINT stage_visit_exit_check,
  ADD CONSTRAINT stage_visit_exit_check CHECK (exit IN ('forward', 'skip', 'back', 'version', 'cancelled', 'won', 'lost', 'no-decision', 'disqualified'));

-- The calls of a deal, those that one sees, and those that wait for somebody.
CREATE INDEX run_calls ON run (org_id, deal_id, deal_owner_id, deal_version_id) WHERE deal_id IS NOT NULL;
CREATE INDEX run_calls_owner ON run (org_id, deal_owner_id) WHERE deal_id IS NOT NULL;
CREATE INDEX run_calls_version ON run (org_id, deal_version_id) WHERE deal_id IS NOT NULL;
CREATE INDEX run_calls_waiting ON run (org_id, owner_id) WHERE kind = 'call' AND status = 'open' AND deleted_at IS NULL;

-- A call is seen by who sees its deal, and by nobody else: whoever holds it, and whatever process it follows.
DROP POLICY visibility ON run;
CREATE POLICY visibility ON run AS RESTRICTIVE FOR ALL TO koers_app USING (
  (SELECT app.sees_all())
  OR coalesce(deal_owner_id, owner_id) = ANY ((SELECT app.seen_owners())::uuid[])
  OR coalesce(deal_id, id) IN (SELECT app.seen_runs())
  OR coalesce(deal_version_id, version_id) = ANY ((SELECT app.seen_versions())::uuid[]));
CREATE OR REPLACE FUNCTION app.visible_runs() RETURNS SETOF uuid LANGUAGE sql STABLE PARALLEL SAFE ROWS 1000 AS $$
  SELECT r.id FROM unnest((SELECT app.seen_owners())::uuid[]) o CROSS JOIN LATERAL (
    SELECT id FROM public.run WHERE org_id = (SELECT app.org_id()) AND owner_id = o AND deal_id IS NULL
    UNION ALL SELECT id FROM public.run WHERE org_id = (SELECT app.org_id()) AND deal_owner_id = o AND deal_id IS NOT NULL OFFSET 0) r
  UNION ALL SELECT app.seen_runs()
  UNION ALL SELECT r.id FROM app.seen_runs() s CROSS JOIN LATERAL (
    SELECT id FROM public.run WHERE org_id = (SELECT app.org_id()) AND deal_id = s OFFSET 0) r
  UNION ALL SELECT r.id FROM unnest((SELECT app.seen_versions())::uuid[]) v CROSS JOIN LATERAL (
    SELECT id FROM public.run WHERE org_id = (SELECT app.org_id()) AND version_id = v AND deal_id IS NULL
    UNION ALL SELECT id FROM public.run WHERE org_id = (SELECT app.org_id()) AND deal_version_id = v AND deal_id IS NOT NULL OFFSET 0) r
$$;

-- What follows from the events of a call, beside what follows for every run.
CREATE TABLE "call" (
  "org_id" UUID NOT NULL,
  "id" UUID NOT NULL,
  "planned_at" TIMESTAMPTZ(3) NOT NULL,
  "minutes" INTEGER NOT NULL,
  "channel" TEXT NOT NULL,
  "step_key" TEXT,
  "status" TEXT NOT NULL,
  "plan" JSONB NOT NULL,
  "result" TEXT,
  "learned" TEXT NOT NULL DEFAULT '',
  "heard" UUID[] DEFAULT ARRAY[]::UUID[],
  "step_done" BOOLEAN NOT NULL DEFAULT false,
  "cancelled_for" TEXT,
  "cancel_note" TEXT,
  CONSTRAINT "call_pkey" PRIMARY KEY ("org_id", "id")
);
ALTER TABLE call
  ADD FOREIGN KEY (org_id) REFERENCES organization (id) ON DELETE CASCADE,
  ADD FOREIGN KEY (org_id, id) REFERENCES run (org_id, id) ON DELETE CASCADE ON UPDATE CASCADE,
  ADD CHECK (minutes BETWEEN 5 AND 1440),
  ADD CHECK (channel IN ('call', 'video', 'meeting', 'visit')),
  ADD CHECK (status IN ('planned', 'held', 'cancelled')),
  ADD CHECK (result IN ('yes', 'partly', 'no')),
  ADD CHECK (status <> 'held' OR result IS NOT NULL),
  ADD CHECK (status <> 'cancelled' OR cancelled_for IS NOT NULL);
-- How often an objection came up.
CREATE INDEX call_heard ON call (org_id) WHERE heard <> '{}';
ALTER TABLE call ENABLE ROW LEVEL SECURITY;
ALTER TABLE call FORCE ROW LEVEL SECURITY;
CREATE POLICY organisation ON call FOR ALL TO koers_app
  USING (org_id = (SELECT app.org_id())) WITH CHECK (org_id = (SELECT app.org_id()));
CREATE POLICY visibility ON call AS RESTRICTIVE FOR ALL TO koers_app
  USING ((SELECT app.sees_all()) OR id IN (SELECT app.visible_runs()));
GRANT SELECT, INSERT, UPDATE ON call TO koers_app;
