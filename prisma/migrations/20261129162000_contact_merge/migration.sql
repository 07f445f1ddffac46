-- One person who was written down twice becomes one, as a company does: the other stays behind, out of sight, and points at the one
-- they became part of. What moved is kept, so that all of it can be undone.
ALTER TABLE contact ADD COLUMN merged_into_id UUID;
ALTER TABLE contact
  ADD CONSTRAINT "contact_org_id_merged_into_id_fkey" FOREIGN KEY ("org_id", "merged_into_id")
    REFERENCES "contact" ("org_id", "id") ON DELETE CASCADE ON UPDATE CASCADE,
  ADD CHECK (merged_into_id <> id),
  ADD CHECK (merged_into_id IS NULL OR deleted_at IS NOT NULL);
CREATE INDEX "contact_org_id_merged_into_id_idx" ON "contact" ("org_id", "merged_into_id");

CREATE TABLE "contact_merge" (
  "org_id" UUID NOT NULL,
  "id" UUID NOT NULL,
  "from_id" UUID NOT NULL,
  "into_id" UUID NOT NULL,
  "moved" JSONB NOT NULL,
  "fields_before" JSONB NOT NULL,
  "fields_after" JSONB NOT NULL,
  "merged_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "merged_by_id" UUID,
  "undone_at" TIMESTAMPTZ(3),
  CONSTRAINT "contact_merge_pkey" PRIMARY KEY ("org_id", "id")
);
CREATE INDEX "contact_merge_org_id_from_id_idx" ON "contact_merge" ("org_id", "from_id");
CREATE INDEX "contact_merge_org_id_into_id_merged_at_idx" ON "contact_merge" ("org_id", "into_id", "merged_at");
ALTER TABLE "contact_merge" ADD CONSTRAINT "contact_merge_org_id_from_id_fkey"
  FOREIGN KEY ("org_id", "from_id") REFERENCES "contact" ("org_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "contact_merge" ADD CONSTRAINT "contact_merge_org_id_into_id_fkey"
  FOREIGN KEY ("org_id", "into_id") REFERENCES "contact" ("org_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Two people of whom somebody said that they are not the same, the smaller id first.
CREATE TABLE "contact_distinct" (
  "org_id" UUID NOT NULL,
  "one_id" UUID NOT NULL,
  "other_id" UUID NOT NULL,
  "said_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "contact_distinct_pkey" PRIMARY KEY ("org_id", "one_id", "other_id")
);
CREATE INDEX "contact_distinct_org_id_other_id_idx" ON "contact_distinct" ("org_id", "other_id");
ALTER TABLE "contact_distinct" ADD CONSTRAINT "contact_distinct_org_id_one_id_fkey"
  FOREIGN KEY ("org_id", "one_id") REFERENCES "contact" ("org_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "contact_distinct" ADD CONSTRAINT "contact_distinct_org_id_other_id_fkey"
  FOREIGN KEY ("org_id", "other_id") REFERENCES "contact" ("org_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE contact_merge ADD FOREIGN KEY (org_id) REFERENCES organization (id) ON DELETE CASCADE;
ALTER TABLE contact_distinct
  ADD FOREIGN KEY (org_id) REFERENCES organization (id) ON DELETE CASCADE,
  ADD CHECK (one_id < other_id);
ALTER TABLE contact_merge ENABLE ROW LEVEL SECURITY;
ALTER TABLE contact_merge FORCE ROW LEVEL SECURITY;
CREATE POLICY organisation ON contact_merge FOR ALL TO koers_app
  USING (org_id = (SELECT app.org_id())) WITH CHECK (org_id = (SELECT app.org_id()));
GRANT SELECT, INSERT, UPDATE, DELETE ON contact_merge TO koers_app;
ALTER TABLE contact_distinct ENABLE ROW LEVEL SECURITY;
ALTER TABLE contact_distinct FORCE ROW LEVEL SECURITY;
CREATE POLICY organisation ON contact_distinct FOR ALL TO koers_app
  USING (org_id = (SELECT app.org_id())) WITH CHECK (org_id = (SELECT app.org_id()));
GRANT SELECT, INSERT, UPDATE, DELETE ON contact_distinct TO koers_app;
