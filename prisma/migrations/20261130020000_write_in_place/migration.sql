-- A row that is there in another form is changed where it stands, not deleted and written anew: its keys are not proven again,
-- and it leaves less behind. Visits come by their ordinal, so that the one before is closed before the next one opens.

-- Writes new runs and changes of runs with all that is derived from their events: lists of rows by what they are, each row by
-- its columns. Seen by the caller until here, a run may leave their sight by it; roll-ups are everyone's.
CREATE OR REPLACE FUNCTION app.write_runs(p jsonb) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  v_sees text := current_setting('app.sees', true);
BEGIN
  PERFORM set_config('app.sees', 'all', true);
  IF p ? 'runs' THEN
    INSERT INTO public.run (org_id, id, kind, process_id, version_id, owner_id, title, status, stage_key, entered_on, entered_at,
        opened_on, closed_on, next_step_key, next_due_on, seq, created_at, last_event_at, deleted_at)
      SELECT org_id, id, kind, process_id, version_id, owner_id, title, status, stage_key, entered_on, entered_at,
        opened_on, closed_on, next_step_key, next_due_on, seq, created_at, last_event_at, deleted_at
      FROM jsonb_populate_recordset(null::public.run, p -> 'runs');
  END IF;
  IF p ? 'deals' THEN
    INSERT INTO public.deal (org_id, id, company_id, contact_id, product_id, amount_minor, currency, expected_close, segment,
        outcome, close_reason, close_note, external_id, fingerprint, import_id, deleted_at)
      SELECT org_id, id, company_id, contact_id, product_id, amount_minor, currency, expected_close, segment,
        outcome, close_reason, close_note, external_id, fingerprint, import_id, deleted_at
      FROM jsonb_populate_recordset(null::public.deal, p -> 'deals');
  END IF;
  IF p ? 'events' THEN
    INSERT INTO public.event (org_id, run_id, seq, type, occurred_on, occurred_at, recorded_at, actor_id, actor_kind, payload)
      SELECT org_id, run_id, seq, type, occurred_on, occurred_at, recorded_at, actor_id, actor_kind, payload
      FROM jsonb_populate_recordset(null::public.event, p -> 'events');
  END IF;
  IF p ? 'goneVisits' THEN
    DELETE FROM public.stage_visit v USING jsonb_to_recordset(p -> 'goneVisits') AS g (org_id uuid, run_id uuid, ordinal int)
      WHERE v.org_id = g.org_id AND v.run_id = g.run_id AND v.ordinal = g.ordinal;
  END IF;
  IF p ? 'visits' THEN
    INSERT INTO public.stage_visit (org_id, run_id, ordinal, version_id, stage_key, entered_on, entered_at, since_on, left_on,
        left_at, exit, exit_reason, exit_note)
      SELECT org_id, run_id, ordinal, version_id, stage_key, entered_on, entered_at, since_on, left_on,
        left_at, exit, exit_reason, exit_note
      FROM jsonb_populate_recordset(null::public.stage_visit, p -> 'visits')
      ON CONFLICT (org_id, run_id, ordinal) DO UPDATE SET version_id = excluded.version_id, stage_key = excluded.stage_key,
        entered_on = excluded.entered_on, entered_at = excluded.entered_at, since_on = excluded.since_on,
        left_on = excluded.left_on, left_at = excluded.left_at, exit = excluded.exit, exit_reason = excluded.exit_reason,
        exit_note = excluded.exit_note;
  END IF;
  IF p ? 'goneSteps' THEN
    DELETE FROM public.step_record s USING jsonb_to_recordset(p -> 'goneSteps') AS g (org_id uuid, run_id uuid, step_key text)
      WHERE s.org_id = g.org_id AND s.run_id = g.run_id AND s.step_key = g.step_key;
  END IF;
  IF p ? 'steps' THEN
    INSERT INTO public.step_record (org_id, run_id, step_key, status, stage_key, occurred_on, occurred_at, recorded_at, actor_id,
        reason, note, activity_id)
      SELECT org_id, run_id, step_key, status, stage_key, occurred_on, occurred_at, recorded_at, actor_id,
        reason, note, activity_id
      FROM jsonb_populate_recordset(null::public.step_record, p -> 'steps')
      ON CONFLICT (org_id, run_id, step_key) DO UPDATE SET status = excluded.status, stage_key = excluded.stage_key,
        occurred_on = excluded.occurred_on, occurred_at = excluded.occurred_at, recorded_at = excluded.recorded_at,
        actor_id = excluded.actor_id, reason = excluded.reason, note = excluded.note, activity_id = excluded.activity_id;
  END IF;
  IF p ? 'goneCriteria' THEN
    DELETE FROM public.criterion_record c
      USING jsonb_to_recordset(p -> 'goneCriteria') AS g (org_id uuid, run_id uuid, criterion_key text)
      WHERE c.org_id = g.org_id AND c.run_id = g.run_id AND c.criterion_key = g.criterion_key;
  END IF;
  IF p ? 'criteria' THEN
    INSERT INTO public.criterion_record (org_id, run_id, criterion_key, kind, note, occurred_on, actor_id)
      SELECT org_id, run_id, criterion_key, kind, note, occurred_on, actor_id
      FROM jsonb_populate_recordset(null::public.criterion_record, p -> 'criteria')
      ON CONFLICT (org_id, run_id, criterion_key) DO UPDATE SET kind = excluded.kind, note = excluded.note,
        occurred_on = excluded.occurred_on, actor_id = excluded.actor_id;
  END IF;
  IF p ? 'changes' THEN
    INSERT INTO public.field_change (org_id, run_id, seq, field, "from", "to", occurred_on, recorded_at, actor_id)
      SELECT org_id, run_id, seq, field, "from", "to", occurred_on, recorded_at, actor_id
      FROM jsonb_populate_recordset(null::public.field_change, p -> 'changes');
  END IF;
  IF p ? 'goneDue' THEN
    DELETE FROM public.due_step d USING jsonb_to_recordset(p -> 'goneDue') AS g (org_id uuid, run_id uuid, step_key text)
      WHERE d.org_id = g.org_id AND d.run_id = g.run_id AND d.step_key = g.step_key;
  END IF;
  IF p ? 'due' THEN
    INSERT INTO public.due_step (org_id, run_id, step_key, stage_key, run_owner_id, owner_kind, owner_ref, importance, owed,
        earlier, from_on, from_at, due_on, due_at)
      SELECT org_id, run_id, step_key, stage_key, run_owner_id, owner_kind, owner_ref, importance, owed,
        earlier, from_on, from_at, due_on, due_at
      FROM jsonb_populate_recordset(null::public.due_step, p -> 'due')
      ON CONFLICT (org_id, run_id, step_key) DO UPDATE SET stage_key = excluded.stage_key,
        run_owner_id = excluded.run_owner_id, owner_kind = excluded.owner_kind, owner_ref = excluded.owner_ref,
        importance = excluded.importance, owed = excluded.owed, earlier = excluded.earlier, from_on = excluded.from_on,
        from_at = excluded.from_at, due_on = excluded.due_on, due_at = excluded.due_at;
  END IF;
  IF p ? 'changedRuns' THEN
    UPDATE public.run r SET version_id = u.version_id, owner_id = u.owner_id, title = u.title, status = u.status,
        stage_key = u.stage_key, entered_on = u.entered_on, entered_at = u.entered_at, opened_on = u.opened_on,
        closed_on = u.closed_on, next_step_key = u.next_step_key, next_due_on = u.next_due_on, seq = u.seq,
        version = r.version + 1, last_event_at = u.last_event_at, deleted_at = u.deleted_at
      FROM jsonb_populate_recordset(null::public.run, p -> 'changedRuns') u WHERE r.org_id = u.org_id AND r.id = u.id;
  END IF;
  IF p ? 'changedDeals' THEN
    UPDATE public.deal d SET company_id = u.company_id, contact_id = u.contact_id, product_id = u.product_id,
        amount_minor = u.amount_minor, currency = u.currency, expected_close = u.expected_close, segment = u.segment,
        outcome = u.outcome, close_reason = u.close_reason, close_note = u.close_note, deleted_at = u.deleted_at
      FROM jsonb_populate_recordset(null::public.deal, p -> 'changedDeals') u WHERE d.org_id = u.org_id AND d.id = u.id;
  END IF;
  IF p ? 'changedCalls' THEN
    UPDATE public.call c SET planned_at = u.planned_at, minutes = u.minutes, channel = u.channel, step_key = u.step_key,
        status = u.status, plan = u.plan, result = u.result, learned = u.learned, heard = u.heard, step_done = u.step_done,
        cancelled_for = u.cancelled_for, cancel_note = u.cancel_note
      FROM jsonb_populate_recordset(null::public.call, p -> 'changedCalls') u WHERE c.org_id = u.org_id AND c.id = u.id;
  END IF;
  -- Each connection writes its own shard, so that writers rarely meet; the rows come in one order, so that they never wait for
  -- each other in a circle.
  IF p ? 'totals' THEN
    INSERT INTO public.stage_total AS t (org_id, process_id, stage_key, owner_id, currency, shard, deals, amount_minor)
      SELECT org_id, process_id, stage_key, owner_id, currency, pg_backend_pid() % 16, deals, amount_minor
      FROM jsonb_populate_recordset(null::public.stage_total, p -> 'totals')
      ON CONFLICT (org_id, process_id, stage_key, owner_id, currency, shard)
      DO UPDATE SET deals = t.deals + excluded.deals, amount_minor = t.amount_minor + excluded.amount_minor;
  END IF;
  PERFORM set_config('app.sees', coalesce(v_sees, ''), true);
END $$;
