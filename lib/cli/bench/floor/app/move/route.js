import { rows } from "../../database.js";

export const dynamic = "force-dynamic";

// Every row the product writes for a move, in one statement.
const MOVE = `
  with moved as (
    update run set stage_key = $3, entered_on = current_date, entered_at = now(), seq = seq + 1, version = version + 1,
      last_event_at = now()
    where org_id = $1 and id = $2 and version = $4
    returning org_id, id, process_id, version_id, owner_id, old.stage_key as was, new.stage_key as is, new.seq, new.version
  ), logged as (
    insert into event (org_id, run_id, seq, type, occurred_on, occurred_at, recorded_at, actor_id, actor_kind, payload)
    select org_id, id, seq, 'run.moved', current_date, now(), now(), owner_id, 'member',
      jsonb_build_object('from', was, 'to', "is", 'deviation', null) from moved
  ), left_stage as (
    update stage_visit v set left_on = greatest(current_date, v.entered_on), left_at = now(), exit = 'forward' from moved m
    where v.org_id = m.org_id and v.run_id = m.id and v.exit is null returning v.org_id, v.run_id, v.ordinal
  ), entered as (
    insert into stage_visit (org_id, run_id, ordinal, version_id, stage_key, entered_on, entered_at, since_on)
    select l.org_id, l.run_id, l.ordinal + 1, m.version_id, m.is, current_date, now(), current_date from left_stage l join moved m on m.id = l.run_id
  ), noted as (
    insert into audit (org_id, id, at, actor_id, actor_kind, verb, entity_id, data)
    select org_id, uuidv7(), now(), owner_id, 'member', 'deal.move', id, '{}' from moved
  ), receipt as (
    insert into command_receipt (org_id, actor_id, key, verb, input_hash, result)
    select org_id, owner_id, $5, 'deal.move', '', jsonb_build_object('id', id) from moved
  ), rolled as (
    insert into stage_total as t (org_id, process_id, stage_key, owner_id, currency, shard, deals, amount_minor)
    select m.org_id, m.process_id, k.stage, m.owner_id, d.currency, pg_backend_pid() % 16, k.sign, k.sign * d.amount_minor
    from moved m join deal d on d.org_id = m.org_id and d.id = m.id,
      lateral (values (m.was, -1), (m.is, 1)) k (stage, sign)
    where m.was <> m.is order by k.stage
    on conflict (org_id, process_id, stage_key, owner_id, currency, shard)
    do update set deals = t.deals + excluded.deals, amount_minor = t.amount_minor + excluded.amount_minor
  )
  select id, version, seq from moved`;

export async function POST(request) {
  const { org, id, to, version, key } = await request.json();
  const [moved] = await rows("move", MOVE, [org, id, to, version, key]);
  return Response.json(moved ?? null, { status: moved ? 200 : 409 });
}
