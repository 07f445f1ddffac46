-- The list of deals in its orders. A file brings thousands of deals in one moment: the latest change is told apart by the id,
-- both ways alike, so that a page is read straight from the index. What a deal lacks stands last.
DROP INDEX run_recent;
CREATE INDEX run_recent ON run (org_id, status, last_event_at, id) WHERE deleted_at IS NULL;
CREATE INDEX run_due ON run (org_id, (coalesce(next_due_on, DATE '9999-12-31')), id) WHERE status = 'open' AND deleted_at IS NULL;
CREATE INDEX run_entered ON run (org_id, (coalesce(entered_on, DATE '9999-12-31')), id) WHERE status = 'open' AND deleted_at IS NULL;
