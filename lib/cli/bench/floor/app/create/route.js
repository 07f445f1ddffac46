import { rows } from "../../database.js";

export const dynamic = "force-dynamic";

// Every row the product writes for a new deal, in one statement.
const CREATE = `
  with opened as (
    insert into run (org_id, id, kind, process_id, version_id, owner_id, title, stage_key, entered_on, entered_at, opened_on, seq)
    values ($1, $2, 'deal', $3, $4, $5, $6, $7, current_date, now(), current_date, 1)
    returning org_id, id, process_id, version_id, owner_id, stage_key, title
  ), priced as (
    insert into deal (org_id, id, company_id, amount_minor, currency) select org_id, id, $8::uuid, $9::bigint, 'EUR' from opened
  ), logged as (
    insert into event (org_id, run_id, seq, type, occurred_on, occurred_at, recorded_at, actor_id, actor_kind, payload)
    select org_id, id, 1, 'run.opened', current_date, now(), now(), owner_id, 'member', jsonb_build_object(
      'versionId', version_id, 'stageKey', stage_key, 'startKnown', true, 'fields', jsonb_build_object('title', title,
      'owner', owner_id, 'company', $8::uuid, 'amount', jsonb_build_object('minor', $9::bigint, 'currency', 'EUR'))) from opened
  ), entered as (
    insert into stage_visit (org_id, run_id, ordinal, version_id, stage_key, entered_on, entered_at, since_on)
    select org_id, id, 1, version_id, stage_key, current_date, now(), current_date from opened
  ), noted as (
    insert into audit (org_id, id, at, actor_id, actor_kind, verb, entity_id, data)
    select org_id, uuidv7(), now(), owner_id, 'member', 'deal.create', id, '{}' from opened
  ), receipt as (
    insert into command_receipt (org_id, actor_id, key, verb, input_hash, result)
    select org_id, owner_id, $10, 'deal.create', '', jsonb_build_object('id', id) from opened
  ), rolled as (
    insert into stage_total as t (org_id, process_id, stage_key, owner_id, currency, shard, deals, amount_minor)
    select org_id, process_id, stage_key, owner_id, 'EUR', pg_backend_pid() % 16, 1, $9::bigint from opened
    on conflict (org_id, process_id, stage_key, owner_id, currency, shard)
    do update set deals = t.deals + excluded.deals, amount_minor = t.amount_minor + excluded.amount_minor
  )
  select id, 1 as version, 1 as seq from opened`;

export async function POST(request) {
  const { org, id, process, version, owner, title, stage, company, minor, key } = await request.json();
  const [created] = await rows("create", CREATE, [
    org,
    id,
    process,
    version,
    owner,
    title,
    stage,
    company,
    minor,
    key,
  ]);
  return Response.json(created);
}
