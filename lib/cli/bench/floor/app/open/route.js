import { rows } from "../../database.js";

export const dynamic = "force-dynamic";

const DEAL = `
  select r.*, d.amount_minor::float8 as amount, d.currency, d.outcome, c.name as company, m.name as owner, p.name as process,
    v.number as "versionNumber"
  from run r join deal d on d.org_id = r.org_id and d.id = r.id
  join membership m on m.org_id = r.org_id and m.id = r.owner_id
  join process p on p.org_id = r.org_id and p.id = r.process_id
  join process_version v on v.org_id = r.org_id and v.id = r.version_id
  left join company c on c.org_id = d.org_id and c.id = d.company_id
  where r.org_id = $1 and r.id = $2`;
const STEPS = `
  select s.key as stage, s.name as "stageName", t.key, t.name, t.channel, t.importance, t."window", t.how_to as "howTo",
    t.buyer_gains as "buyerGains", t.owner_kind as "ownerKind", t.owner_role_id as "roleId", t.owner_department_id as "departmentId"
  from stage s left join step t on t.org_id = s.org_id and t.stage_id = s.id
  where s.org_id = $1 and s.version_id = $2 order by s.position, t.position`;
const CRITERIA = `
  select s.key as stage, e.key, e.text, e.evidence, e.requirement
  from exit_criterion e join stage s on s.org_id = e.org_id and s.id = e.stage_id where s.org_id = $1 and s.version_id = $2`;
const GROUPS = `
  select id, name from commercial_role where org_id = $1 union all select id, name from department where org_id = $1`;
const EVENTS = `
  select e.*, m.name as by from event e left join membership m on m.org_id = e.org_id and m.id = e.actor_id
  where e.org_id = $1 and e.run_id = $2 order by seq`;
const ACTIVITIES = `
  select a.*, m.name as by from activity a join membership m on m.org_id = a.org_id and m.id = a.actor_id
  where a.org_id = $1 and a.run_id = $2 order by occurred_on desc, recorded_at desc limit 100`;
const PEOPLE = `
  select c.id, c.name, c.job_title as "jobTitle", p.role, p.stance, p.note
  from deal_person p join contact c on c.org_id = p.org_id and c.id = p.contact_id where p.org_id = $1 and p.run_id = $2`;
const COMPETITORS = `
  select c.id, c.name from deal_competitor d join competitor c on c.org_id = d.org_id and c.id = d.competitor_id
  where d.org_id = $1 and d.run_id = $2`;

// The rows that a deal's page is made of; what they come to (the timing of each step, the next one) is the product's only.
export async function GET(request) {
  const { org, id } = Object.fromEntries(new URL(request.url).searchParams);
  const [deal] = await rows("deal", DEAL, [org, id]);
  const version = [org, deal.version_id];
  const [steps, criteria, groups, events, activities, people, competitors] = await Promise.all([
    rows("steps", STEPS, version),
    rows("criteria", CRITERIA, version),
    rows("groups", GROUPS, [org]),
    rows("events", EVENTS, [org, id]),
    rows("activities", ACTIVITIES, [org, id]),
    rows("people", PEOPLE, [org, id]),
    rows("competitors", COMPETITORS, [org, id]),
  ]);
  return Response.json({ ...deal, steps, criteria, groups, events, activities, people, competitors });
}
