-- A close or a reopening that is undone changes which stays are of won deals too.
DROP INDEX event_closing;
CREATE INDEX event_closing ON event (org_id, tx)
  WHERE type IN ('run.closed', 'run.reopened', 'run.deleted', 'run.restored', 'run.move-undone');
-- The few moves that are no moves, for figures as they were known at a moment.
CREATE INDEX event_move_undone ON event (org_id, run_id) WHERE type = 'run.move-undone';
