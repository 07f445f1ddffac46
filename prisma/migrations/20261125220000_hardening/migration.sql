-- A temporary table must never stand in for a real one inside a definer function.
SET ROLE koers_auth;
ALTER FUNCTION app.enter(bytea, text) SET search_path = pg_catalog, public, pg_temp;
SET ROLE koers_job;
ALTER FUNCTION app.enqueue_job(text, jsonb, text) SET search_path = pg_catalog, pg_temp;
RESET ROLE;

-- Deleting a run would take its events along: the log is added to and read, never erased. Runs are deleted by an event.
REVOKE DELETE ON run, deal FROM koers_app;
