-- The list of closed deals by the day they closed, from the index in its order, also of more than one process.
CREATE INDEX run_closed_on ON run (org_id, closed_on, id) WHERE status = 'closed' AND deleted_at IS NULL;
