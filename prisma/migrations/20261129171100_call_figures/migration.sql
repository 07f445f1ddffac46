-- The calls of a process, for what came of them.
CREATE INDEX run_calls_process ON run (org_id, process_id) WHERE kind = 'call' AND deleted_at IS NULL;
