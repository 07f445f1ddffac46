-- One company that was written down twice becomes one. The other stays behind, out of sight, and points at the one it became
-- part of: its address leads there, and deals that name it go there. What moved is kept, so that all of it can be undone.
ALTER TABLE company ADD COLUMN merged_into_id UUID;
ALTER TABLE company
  ADD CONSTRAINT "company_org_id_merged_into_id_fkey" FOREIGN KEY ("org_id", "merged_into_id")
    REFERENCES "company" ("org_id", "id") ON DELETE CASCADE ON UPDATE CASCADE,
  ADD CHECK (merged_into_id <> id),
  ADD CHECK (merged_into_id IS NULL OR deleted_at IS NOT NULL);
CREATE INDEX "company_org_id_merged_into_id_idx" ON "company" ("org_id", "merged_into_id");

CREATE TABLE "company_merge" (
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
  CONSTRAINT "company_merge_pkey" PRIMARY KEY ("org_id", "id")
);
CREATE INDEX "company_merge_org_id_from_id_idx" ON "company_merge" ("org_id", "from_id");
CREATE INDEX "company_merge_org_id_into_id_merged_at_idx" ON "company_merge" ("org_id", "into_id", "merged_at");
ALTER TABLE "company_merge" ADD CONSTRAINT "company_merge_org_id_from_id_fkey"
  FOREIGN KEY ("org_id", "from_id") REFERENCES "company" ("org_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "company_merge" ADD CONSTRAINT "company_merge_org_id_into_id_fkey"
  FOREIGN KEY ("org_id", "into_id") REFERENCES "company" ("org_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Two companies of which somebody said that they are not the same, the smaller id first.
CREATE TABLE "company_distinct" (
  "org_id" UUID NOT NULL,
  "one_id" UUID NOT NULL,
  "other_id" UUID NOT NULL,
  "said_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "company_distinct_pkey" PRIMARY KEY ("org_id", "one_id", "other_id")
);
CREATE INDEX "company_distinct_org_id_other_id_idx" ON "company_distinct" ("org_id", "other_id");
ALTER TABLE "company_distinct" ADD CONSTRAINT "company_distinct_org_id_one_id_fkey"
  FOREIGN KEY ("org_id", "one_id") REFERENCES "company" ("org_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "company_distinct" ADD CONSTRAINT "company_distinct_org_id_other_id_fkey"
  FOREIGN KEY ("org_id", "other_id") REFERENCES "company" ("org_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE company_merge ADD FOREIGN KEY (org_id) REFERENCES organization (id) ON DELETE CASCADE;
ALTER TABLE company_distinct
  ADD FOREIGN KEY (org_id) REFERENCES organization (id) ON DELETE CASCADE,
  ADD CHECK (one_id < other_id);
ALTER TABLE company_merge ENABLE ROW LEVEL SECURITY;
ALTER TABLE company_merge FORCE ROW LEVEL SECURITY;
CREATE POLICY organisation ON company_merge FOR ALL TO koers_app
  USING (org_id = (SELECT app.org_id())) WITH CHECK (org_id = (SELECT app.org_id()));
GRANT SELECT, INSERT, UPDATE, DELETE ON company_merge TO koers_app;
ALTER TABLE company_distinct ENABLE ROW LEVEL SECURITY;
ALTER TABLE company_distinct FORCE ROW LEVEL SECURITY;
CREATE POLICY organisation ON company_distinct FOR ALL TO koers_app
  USING (org_id = (SELECT app.org_id())) WITH CHECK (org_id = (SELECT app.org_id()));
GRANT SELECT, INSERT, UPDATE, DELETE ON company_distinct TO koers_app;
