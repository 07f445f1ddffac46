import { rows } from "../../database.js";

export const dynamic = "force-dynamic";

const TOTALS = `
  select stage_key as "stageKey", currency, sum(deals)::int as count, sum(amount_minor)::float8 as minor
  from stage_total where org_id = $1 and process_id = $2 group by stage_key, currency`;

const CARDS = `
  select s.key as "stageKey", c.*
  from unnest($3::text[]) s (key)
  cross join lateral (
    select r.id, r.title, c.name as company, d.amount_minor::float8 as "amountMinor", d.currency, r.owner_id as owner,
      to_char(r.entered_on, 'YYYY-MM-DD') as entered, r.next_step_key as "nextStepKey",
      to_char(r.next_due_on, 'YYYY-MM-DD') as "nextDue", r.version_id as "versionId", r.version
    from run r join deal d on d.org_id = r.org_id and d.id = r.id
    left join company c on c.org_id = d.org_id and c.id = d.company_id
    where r.org_id = $1 and r.process_id = $2 and r.stage_key = s.key and r.status = 'open' and r.deleted_at is null
    order by coalesce(r.next_due_on, date '9999-12-31'), r.id limit 50
  ) c`;

export async function GET(request) {
  const { org, process, stages } = Object.fromEntries(new URL(request.url).searchParams);
  const [totals, cards] = await Promise.all([
    rows("totals", TOTALS, [org, process]),
    rows("cards", CARDS, [org, process, stages.split(",")]),
  ]);
  return Response.json({ totals, cards });
}
