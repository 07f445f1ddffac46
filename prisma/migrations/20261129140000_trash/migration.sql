-- The trash: what was thrown away, newest first, and by whom. Of a deal its events say by whom.
ALTER TABLE company ADD COLUMN deleted_by_id UUID;
ALTER TABLE contact ADD COLUMN deleted_by_id UUID;
CREATE INDEX run_trash ON run (org_id, deleted_at DESC, id DESC) WHERE deleted_at IS NOT NULL;
CREATE INDEX company_trash ON company (org_id, deleted_at DESC, id DESC) WHERE deleted_at IS NOT NULL;
CREATE INDEX contact_trash ON contact (org_id, deleted_at DESC, id DESC) WHERE deleted_at IS NOT NULL;
CREATE INDEX deal_contact ON deal (org_id, contact_id) WHERE contact_id IS NOT NULL;
CREATE INDEX activity_contact ON activity (org_id, contact_id) WHERE contact_id IS NOT NULL;

-- A run may be erased, with all that hangs on it, once it has lain in the trash for 30 days, and never before: whatever a
-- statement says, and whatever clock its sender has.
GRANT DELETE ON run TO koers_app;
CREATE POLICY trash ON run AS RESTRICTIVE FOR DELETE TO koers_app USING (deleted_at < now() - interval '30 days');
