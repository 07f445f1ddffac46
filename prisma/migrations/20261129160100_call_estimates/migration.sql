-- As before, said so that a planner can tell how many rows it lets through: of coalesce() it knows no statistics, and took half of
-- an organisation's deals to be out of sight for everyone.
DROP POLICY visibility ON run;
CREATE POLICY visibility ON run AS RESTRICTIVE FOR ALL TO koers_app USING (
  (SELECT app.sees_all())
  OR (deal_id IS NULL AND (owner_id = ANY ((SELECT app.seen_owners())::uuid[])
    OR id IN (SELECT app.seen_runs())
    OR version_id = ANY ((SELECT app.seen_versions())::uuid[])))
  OR deal_owner_id = ANY ((SELECT app.seen_owners())::uuid[])
  OR deal_id IN (SELECT app.seen_runs())
  OR deal_version_id = ANY ((SELECT app.seen_versions())::uuid[]));
