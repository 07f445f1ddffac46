-- What people say about a step, and what became of it. A step is known by its key, so that words outlive a version.
CREATE TABLE "step_comment" (
  "org_id" UUID NOT NULL,
  "id" UUID NOT NULL,
  "process_id" UUID NOT NULL,
  "step_key" TEXT NOT NULL,
  "parent_id" UUID,
  "kind" TEXT NOT NULL,
  "body" TEXT NOT NULL,
  "author_id" UUID NOT NULL,
  "version_number" INTEGER,
  "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "resolution" TEXT,
  "resolved_by_id" UUID,
  "resolved_at" TIMESTAMPTZ(3),
  "deleted_at" TIMESTAMPTZ(3),
  CONSTRAINT "step_comment_pkey" PRIMARY KEY ("org_id", "id")
);
CREATE INDEX "step_comment_org_id_process_id_created_at_idx" ON "step_comment" ("org_id", "process_id", "created_at");
CREATE INDEX "step_comment_org_id_parent_id_idx" ON "step_comment" ("org_id", "parent_id");
CREATE INDEX "step_comment_org_id_author_id_idx" ON "step_comment" ("org_id", "author_id");
CREATE INDEX "step_comment_org_id_resolved_by_id_idx" ON "step_comment" ("org_id", "resolved_by_id");
ALTER TABLE "step_comment" ADD CONSTRAINT "step_comment_org_id_process_id_fkey"
  FOREIGN KEY ("org_id", "process_id") REFERENCES "process" ("org_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "step_comment" ADD CONSTRAINT "step_comment_org_id_parent_id_fkey"
  FOREIGN KEY ("org_id", "parent_id") REFERENCES "step_comment" ("org_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "step_comment" ADD CONSTRAINT "step_comment_org_id_author_id_fkey"
  FOREIGN KEY ("org_id", "author_id") REFERENCES "membership" ("org_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "step_comment" ADD CONSTRAINT "step_comment_org_id_resolved_by_id_fkey"
  FOREIGN KEY ("org_id", "resolved_by_id") REFERENCES "membership" ("org_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE step_comment
  ADD FOREIGN KEY (org_id) REFERENCES organization (id) ON DELETE CASCADE,
  ADD CHECK (kind IN ('comment', 'suggestion', 'answer')),
  ADD CHECK (resolution IN ('accepted', 'declined')),
  ADD CHECK ((resolution IS NULL) = (resolved_at IS NULL)),
  ADD CHECK (char_length(body) BETWEEN 1 AND 2000),
  ADD CHECK ((kind = 'answer') = (parent_id IS NOT NULL));
ALTER TABLE step_comment ENABLE ROW LEVEL SECURITY;
ALTER TABLE step_comment FORCE ROW LEVEL SECURITY;
CREATE POLICY organisation ON step_comment FOR ALL TO koers_app
  USING (org_id = (SELECT app.org_id())) WITH CHECK (org_id = (SELECT app.org_id()));
GRANT SELECT, INSERT, UPDATE, DELETE ON step_comment TO koers_app;
