-- What an organisation knows of how its customers buy: their problems, where they look, what they object and what
-- convinces them. A merged entry stays and points at the one it became part of, so that processes keep their links.
CREATE TABLE "register_entry" (
  "org_id" UUID NOT NULL,
  "id" UUID NOT NULL,
  "kind" TEXT NOT NULL,
  "name" JSONB NOT NULL,
  "note" TEXT NOT NULL DEFAULT '',
  "merged_into_id" UUID,
  "version" INTEGER NOT NULL DEFAULT 1,
  "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "archived_at" TIMESTAMPTZ(3),
  CONSTRAINT "register_entry_pkey" PRIMARY KEY ("org_id", "id")
);
CREATE UNIQUE INDEX "register_entry_org_id_kind_id_key" ON "register_entry" ("org_id", "kind", "id");
CREATE INDEX "register_entry_org_id_kind_merged_into_id_idx" ON "register_entry" ("org_id", "kind", "merged_into_id");
ALTER TABLE "register_entry" ADD CONSTRAINT "register_entry_org_id_kind_merged_into_id_fkey"
  FOREIGN KEY ("org_id", "kind", "merged_into_id") REFERENCES "register_entry" ("org_id", "kind", "id")
  ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE register_entry
  ADD FOREIGN KEY (org_id) REFERENCES organization (id) ON DELETE CASCADE,
  ADD CHECK (kind IN ('problem', 'source', 'objection', 'message')),
  ADD CHECK (merged_into_id <> id),
  ADD CHECK (char_length(note) <= 1000);
ALTER TABLE register_entry ENABLE ROW LEVEL SECURITY;
ALTER TABLE register_entry FORCE ROW LEVEL SECURITY;
CREATE POLICY organisation ON register_entry FOR ALL TO koers_app
  USING (org_id = (SELECT app.org_id())) WITH CHECK (org_id = (SELECT app.org_id()));
GRANT SELECT, INSERT, UPDATE, DELETE ON register_entry TO koers_app;
