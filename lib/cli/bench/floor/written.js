// What a move and a new deal both write.

export const AUDIT = `
  insert into audit (org_id, id, at, actor_id, actor_kind, verb, entity_id, data)
  values ($1, uuidv7(), now(), $2, 'member', $3, $4, '{}')`;

export const RECEIPT = `
  insert into command_receipt (org_id, actor_id, key, verb, input_hash, result) values ($1, $2, $3, $4, '', $5)`;

export const TOTAL = `
  insert into stage_total as t (org_id, process_id, stage_key, owner_id, currency, shard, deals, amount_minor)
  values ($1, $2, $3, $4, $5, pg_backend_pid() % 16, $6, $7)
  on conflict (org_id, process_id, stage_key, owner_id, currency, shard)
  do update set deals = t.deals + excluded.deals, amount_minor = t.amount_minor + excluded.amount_minor`;

/** What is to be done in a stage, from today; a plain handler counts days, not working days. */
export const DUE = `
  insert into due_step (org_id, run_id, step_key, stage_key, run_owner_id, owner_kind, owner_ref, importance, owed, earlier, from_on, due_on)
  select t.org_id, $3, t.key, s.key, $4, t.owner_kind, coalesce(t.owner_role_id, t.owner_department_id), t.importance, true, false,
    current_date, current_date + 5
  from stage s join step t on t.org_id = s.org_id and t.stage_id = s.id
  where s.org_id = $1 and s.version_id = $2 and s.key = $5
  on conflict do nothing`;

/** Of a stage that is left only key steps stay due. */
export const PASSED = "delete from due_step where org_id = $1 and run_id = $2 and importance <> 'key'";
