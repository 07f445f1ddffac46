-- Who has a run open. Rows live for seconds: a heartbeat writes them and takes the old ones away.
CREATE TABLE "run_presence" (
  "org_id" UUID NOT NULL,
  "run_id" UUID NOT NULL,
  "membership_id" UUID NOT NULL,
  "seen_at" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "run_presence_pkey" PRIMARY KEY ("org_id", "run_id", "membership_id")
);
CREATE INDEX "run_presence_org_id_membership_id_idx" ON "run_presence" ("org_id", "membership_id");
ALTER TABLE "run_presence" ADD CONSTRAINT "run_presence_org_id_run_id_fkey"
  FOREIGN KEY ("org_id", "run_id") REFERENCES "run" ("org_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "run_presence" ADD CONSTRAINT "run_presence_org_id_membership_id_fkey"
  FOREIGN KEY ("org_id", "membership_id") REFERENCES "membership" ("org_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE run_presence ADD FOREIGN KEY (org_id) REFERENCES organization (id) ON DELETE CASCADE;
ALTER TABLE run_presence ENABLE ROW LEVEL SECURITY;
ALTER TABLE run_presence FORCE ROW LEVEL SECURITY;
CREATE POLICY organisation ON run_presence FOR ALL TO koers_app
  USING (org_id = (SELECT app.org_id())) WITH CHECK (org_id = (SELECT app.org_id()));
GRANT SELECT, INSERT, UPDATE, DELETE ON run_presence TO koers_app;
CREATE POLICY visibility ON run_presence AS RESTRICTIVE FOR ALL TO koers_app
  USING ((SELECT app.sees_all()) OR run_id IN (SELECT app.visible_runs()));
