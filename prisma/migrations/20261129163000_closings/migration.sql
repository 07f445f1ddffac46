-- When a deal was last closed, reopened, deleted or restored: until then the stays of won deals that a server keeps are right.
CREATE INDEX event_closing ON event (org_id, tx) WHERE type IN ('run.closed', 'run.reopened', 'run.deleted', 'run.restored');
