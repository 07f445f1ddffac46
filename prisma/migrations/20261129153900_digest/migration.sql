-- The day's summary by mail: who wants it, and every mail as it is or would be sent.
ALTER TABLE membership ADD COLUMN digest TEXT NOT NULL DEFAULT 'working-days',
  ADD CONSTRAINT membership_digest_check CHECK (digest IN ('off', 'working-days'));

CREATE TABLE "mail" (
  "org_id" UUID NOT NULL,
  "id" UUID NOT NULL,
  "member_id" UUID NOT NULL,
  "kind" TEXT NOT NULL,
  "day" DATE NOT NULL,
  "address" TEXT NOT NULL,
  "language" TEXT NOT NULL,
  "subject" TEXT NOT NULL,
  "body" TEXT NOT NULL,
  "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "mail_pkey" PRIMARY KEY ("org_id", "id")
);
ALTER TABLE mail
  ADD FOREIGN KEY (org_id) REFERENCES organization (id) ON DELETE CASCADE,
  ADD FOREIGN KEY (org_id, member_id) REFERENCES membership (org_id, id) ON DELETE CASCADE ON UPDATE CASCADE,
  ADD CHECK (kind IN ('digest')),
  ADD CHECK (language IN ('en', 'nl'));
-- One a day for each person, however many jobs write it; and the latest first.
CREATE UNIQUE INDEX mail_once ON mail (org_id, member_id, kind, day);
CREATE INDEX mail_latest ON mail (org_id, created_at DESC, id DESC);
ALTER TABLE mail ENABLE ROW LEVEL SECURITY;
ALTER TABLE mail FORCE ROW LEVEL SECURITY;
CREATE POLICY organisation ON mail FOR ALL TO koers_app
  USING (org_id = (SELECT app.org_id())) WITH CHECK (org_id = (SELECT app.org_id()));
GRANT SELECT, INSERT, UPDATE, DELETE ON mail TO koers_app;
