import { rows } from "../../database.js";

export const dynamic = "force-dynamic";

const DEAL = `
  select r.*, d.amount_minor::float8 as amount, d.currency, d.outcome, c.name as company, m.name as owner, p.name as process
  from run r join deal d on d.org_id = r.org_id and d.id = r.id
  join membership m on m.org_id = r.org_id and m.id = r.owner_id
  join process p on p.org_id = r.org_id and p.id = r.process_id
  left join company c on c.org_id = d.org_id and c.id = d.company_id
  where r.org_id = $1 and r.id = $2`;
const EVENTS = "select * from event where org_id = $1 and run_id = $2 order by seq";
const ACTIVITIES = `
  select a.*, m.name as by from activity a join membership m on m.org_id = a.org_id and m.id = a.actor_id
  where a.org_id = $1 and a.run_id = $2 order by occurred_on desc, recorded_at desc limit 100`;

export async function GET(request) {
  const { org, id } = Object.fromEntries(new URL(request.url).searchParams);
  const [deal] = await rows("deal", DEAL, [org, id]);
  const events = await rows("events", EVENTS, [org, id]);
  const activities = await rows("activities", ACTIVITIES, [org, id]);
  return Response.json({ ...deal, events, activities });
}
