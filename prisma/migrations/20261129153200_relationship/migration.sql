-- How far the relationship with a company goes, as somebody judged it, when, and by what. The latest record is the level.
CREATE TABLE "relationship_record" (
  "org_id" UUID NOT NULL,
  "id" UUID NOT NULL,
  "company_id" UUID NOT NULL,
  "level" TEXT NOT NULL,
  "note" TEXT NOT NULL DEFAULT '',
  "activity_id" UUID,
  "occurred_on" DATE NOT NULL,
  "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "actor_id" UUID,
  CONSTRAINT "relationship_record_pkey" PRIMARY KEY ("org_id", "id")
);
CREATE INDEX "relationship_record_org_id_company_id_occurred_on_idx"
  ON "relationship_record" ("org_id", "company_id", "occurred_on");
CREATE INDEX "relationship_record_org_id_activity_id_idx" ON "relationship_record" ("org_id", "activity_id");
ALTER TABLE "relationship_record" ADD CONSTRAINT "relationship_record_org_id_company_id_fkey"
  FOREIGN KEY ("org_id", "company_id") REFERENCES "company" ("org_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;
-- An activity goes with its deal; what was judged by it stays.
ALTER TABLE relationship_record
  ADD FOREIGN KEY (org_id) REFERENCES organization (id) ON DELETE CASCADE,
  ADD FOREIGN KEY (org_id, activity_id) REFERENCES activity (org_id, id) ON DELETE SET NULL (activity_id),
  ADD CHECK (level IN ('approved-vendor', 'preferred-supplier', 'solutions-consultant', 'strategic-contributor', 'trusted-partner')),
  ADD CHECK (char_length(note) <= 1000);
ALTER TABLE relationship_record ENABLE ROW LEVEL SECURITY;
ALTER TABLE relationship_record FORCE ROW LEVEL SECURITY;
CREATE POLICY organisation ON relationship_record FOR ALL TO koers_app
  USING (org_id = (SELECT app.org_id())) WITH CHECK (org_id = (SELECT app.org_id()));
GRANT SELECT, INSERT, UPDATE, DELETE ON relationship_record TO koers_app;
