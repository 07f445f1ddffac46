-- Tasks and saved views lie in the trash like everything else: newest first, and by whom.
ALTER TABLE task ADD COLUMN deleted_by_id UUID;
ALTER TABLE saved_view ADD COLUMN deleted_by_id UUID;
DROP INDEX task_trash;
CREATE INDEX task_trash ON task (org_id, deleted_at DESC, id DESC) WHERE deleted_at IS NOT NULL;
CREATE INDEX saved_view_trash ON saved_view (org_id, deleted_at DESC, id DESC) WHERE deleted_at IS NOT NULL;

-- One's own first: then nobody's deals are looked through for a list of one's own tasks.
ALTER POLICY visibility ON task USING (
  (SELECT app.sees_all()) OR assignee_id = (SELECT app.member_id()) OR run_id IN (SELECT app.visible_runs())
  OR (run_id IS NULL AND (company_id IS NOT NULL OR creator_id = (SELECT app.member_id()))));
