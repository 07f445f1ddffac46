-- The buyer's side of a deal: who takes part in the decision, as what, and where they stand; and who else is in the race.
CREATE TABLE "deal_person" (
  "org_id" UUID NOT NULL,
  "run_id" UUID NOT NULL,
  "contact_id" UUID NOT NULL,
  "role" TEXT NOT NULL,
  "stance" TEXT NOT NULL DEFAULT 'unknown',
  "note" TEXT NOT NULL DEFAULT '',
  "version" INTEGER NOT NULL DEFAULT 1,
  "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "deal_person_pkey" PRIMARY KEY ("org_id", "run_id", "contact_id")
);
CREATE INDEX "deal_person_org_id_contact_id_idx" ON "deal_person" ("org_id", "contact_id");
CREATE TABLE "deal_competitor" (
  "org_id" UUID NOT NULL,
  "run_id" UUID NOT NULL,
  "competitor_id" UUID NOT NULL,
  "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "deal_competitor_pkey" PRIMARY KEY ("org_id", "run_id", "competitor_id")
);
CREATE INDEX "deal_competitor_org_id_competitor_id_idx" ON "deal_competitor" ("org_id", "competitor_id");

-- What is known of a person's part goes with the person, and with the deal.
ALTER TABLE "deal_person" ADD CONSTRAINT "deal_person_org_id_run_id_fkey"
  FOREIGN KEY ("org_id", "run_id") REFERENCES "run" ("org_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "deal_person" ADD CONSTRAINT "deal_person_org_id_contact_id_fkey"
  FOREIGN KEY ("org_id", "contact_id") REFERENCES "contact" ("org_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "deal_competitor" ADD CONSTRAINT "deal_competitor_org_id_run_id_fkey"
  FOREIGN KEY ("org_id", "run_id") REFERENCES "run" ("org_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "deal_competitor" ADD CONSTRAINT "deal_competitor_org_id_competitor_id_fkey"
  FOREIGN KEY ("org_id", "competitor_id") REFERENCES "competitor" ("org_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE deal_person
  ADD FOREIGN KEY (org_id) REFERENCES organization (id) ON DELETE CASCADE,
  ADD CHECK (role IN ('decision-maker', 'economic-buyer', 'champion', 'user', 'technical-evaluator', 'procurement', 'gatekeeper', 'opponent')),
  ADD CHECK (stance IN ('for', 'against', 'unknown')),
  ADD CHECK (char_length(note) <= 500);
ALTER TABLE deal_competitor ADD FOREIGN KEY (org_id) REFERENCES organization (id) ON DELETE CASCADE;
ALTER TABLE deal_person ENABLE ROW LEVEL SECURITY;
ALTER TABLE deal_person FORCE ROW LEVEL SECURITY;
CREATE POLICY organisation ON deal_person FOR ALL TO koers_app
  USING (org_id = (SELECT app.org_id())) WITH CHECK (org_id = (SELECT app.org_id()));
CREATE POLICY visibility ON deal_person AS RESTRICTIVE FOR ALL TO koers_app
  USING ((SELECT app.sees_all()) OR run_id IN (SELECT app.visible_runs()));
GRANT SELECT, INSERT, UPDATE, DELETE ON deal_person TO koers_app;
ALTER TABLE deal_competitor ENABLE ROW LEVEL SECURITY;
ALTER TABLE deal_competitor FORCE ROW LEVEL SECURITY;
CREATE POLICY organisation ON deal_competitor FOR ALL TO koers_app
  USING (org_id = (SELECT app.org_id())) WITH CHECK (org_id = (SELECT app.org_id()));
CREATE POLICY visibility ON deal_competitor AS RESTRICTIVE FOR ALL TO koers_app
  USING ((SELECT app.sees_all()) OR run_id IN (SELECT app.visible_runs()));
GRANT SELECT, INSERT, UPDATE, DELETE ON deal_competitor TO koers_app;
