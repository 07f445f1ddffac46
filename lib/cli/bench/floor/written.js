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
