-- Who has a draft open, and where in it. Rows live for seconds: a heartbeat writes them and takes the old ones away.
CREATE TABLE "draft_presence" (
  "org_id" UUID NOT NULL,
  "version_id" UUID NOT NULL,
  "membership_id" UUID NOT NULL,
  "place" JSONB,
  "seen_at" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "draft_presence_pkey" PRIMARY KEY ("org_id", "version_id", "membership_id")
);
CREATE INDEX "draft_presence_org_id_membership_id_idx" ON "draft_presence" ("org_id", "membership_id");
ALTER TABLE "draft_presence" ADD CONSTRAINT "draft_presence_org_id_version_id_fkey"
  FOREIGN KEY ("org_id", "version_id") REFERENCES "process_version" ("org_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "draft_presence" ADD CONSTRAINT "draft_presence_org_id_membership_id_fkey"
  FOREIGN KEY ("org_id", "membership_id") REFERENCES "membership" ("org_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE draft_presence ADD FOREIGN KEY (org_id) REFERENCES organization (id) ON DELETE CASCADE;
ALTER TABLE draft_presence ENABLE ROW LEVEL SECURITY;
ALTER TABLE draft_presence FORCE ROW LEVEL SECURITY;
CREATE POLICY organisation ON draft_presence FOR ALL TO koers_app
  USING (org_id = (SELECT app.org_id())) WITH CHECK (org_id = (SELECT app.org_id()));
GRANT SELECT, INSERT, UPDATE, DELETE ON draft_presence TO koers_app;
