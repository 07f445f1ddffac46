import { withClient } from "../database.mjs";

const TOTALS = `
  with kept as (
    select process_id, stage_key, owner_id, currency, sum(deals) deals, sum(amount_minor) minor
    from stage_total where org_id = $1 group by 1, 2, 3, 4 having sum(deals) <> 0 or sum(amount_minor) <> 0
  ), live as (
    select r.process_id, r.stage_key, r.owner_id, d.currency, count(*) deals, coalesce(sum(d.amount_minor), 0) minor
    from run r join deal d on d.org_id = r.org_id and d.id = r.id
    where r.org_id = $1 and r.status = 'open' and r.deleted_at is null group by 1, 2, 3, 4
  )
  select count(*)::int n from kept full join live using (process_id, stage_key, owner_id, currency)
  where kept.deals is distinct from live.deals or kept.minor is distinct from live.minor`;

const GAPS = `
  select count(*)::int n from (
    select run_id, count(*) events, max(seq) last, min(seq) first from event where org_id = $1 group by run_id
  ) e full join (select id run_id, seq from run where org_id = $1) r using (run_id)
  where e.events is distinct from e.last or e.last is distinct from r.seq or e.first <> 1`;

const VISITS = `
  select count(*)::int n from run r
  left join stage_visit v on v.org_id = r.org_id and v.run_id = r.id and v.exit is null
  where r.org_id = $1 and r.status = 'open' and v.stage_key is distinct from r.stage_key`;

/**
 * What must hold whatever was done: the roll-ups equal the live sums, no event number is missing, and every open deal
 * has one open visit, to the stage it is in. Gives the number of rows that break each.
 */
export async function inexact(ownerUrl, orgId) {
  return withClient(ownerUrl, async (client) => {
    const count = async (text) => (await client.query(text, [orgId])).rows[0].n;
    return { totals: await count(TOTALS), gaps: await count(GAPS), visits: await count(VISITS) };
  });
}

/** Events of deals that were moved. */
export async function movesOf(ownerUrl, orgId) {
  const { rows } = await withClient(ownerUrl, (client) =>
    client.query("select count(*)::int n from event where org_id = $1 and type = 'run.moved'", [orgId]),
  );
  return rows[0].n;
}
