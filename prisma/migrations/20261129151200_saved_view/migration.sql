-- Views of the deals that somebody saved: what the address showed, under a name. Shared ones are everybody's to find.
CREATE TABLE "saved_view" (
  "org_id" UUID NOT NULL,
  "id" UUID NOT NULL,
  "maker_id" UUID NOT NULL,
  "name" TEXT NOT NULL,
  "query" JSONB NOT NULL,
  "shared" BOOLEAN NOT NULL DEFAULT false,
  "version" INTEGER NOT NULL DEFAULT 1,
  "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "deleted_at" TIMESTAMPTZ(3),
  CONSTRAINT "saved_view_pkey" PRIMARY KEY ("org_id", "id")
);
CREATE INDEX "saved_view_org_id_maker_id_idx" ON "saved_view" ("org_id", "maker_id");
CREATE INDEX saved_view_shared ON saved_view (org_id, name) WHERE shared AND deleted_at IS NULL;
ALTER TABLE "saved_view" ADD CONSTRAINT "saved_view_org_id_maker_id_fkey"
  FOREIGN KEY ("org_id", "maker_id") REFERENCES "membership" ("org_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE saved_view
  ADD FOREIGN KEY (org_id) REFERENCES organization (id) ON DELETE CASCADE,
  ADD CHECK (char_length(name) BETWEEN 1 AND 80),
  ADD CHECK (jsonb_typeof(query) = 'object');
ALTER TABLE saved_view ENABLE ROW LEVEL SECURITY;
ALTER TABLE saved_view FORCE ROW LEVEL SECURITY;
CREATE POLICY organisation ON saved_view FOR ALL TO koers_app
  USING (org_id = (SELECT app.org_id())) WITH CHECK (org_id = (SELECT app.org_id()));
GRANT SELECT, INSERT, UPDATE, DELETE ON saved_view TO koers_app;
