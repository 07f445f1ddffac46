import { rows } from "../../database.js";

export const dynamic = "force-dynamic";

const names = (kind, shown, joins = "") => `
  select n.id, n.name${shown} from (
    select id, name, at from floor.name where kind = '${kind}' and org_id = $1 and name ilike '%' || $2 || '%'
    order by (lower(name) = lower($2)) desc, at desc limit 6
  ) n ${joins} order by (lower(n.name) = lower($2)) desc, n.at desc`;

const DEALS = names(
  "deal",
  `, c.name as company, s.name as stage, d.outcome, m.name as owner`,
  `join run r on r.org_id = $1 and r.id = n.id join deal d on d.org_id = r.org_id and d.id = r.id
  join membership m on m.org_id = r.org_id and m.id = r.owner_id
  left join company c on c.org_id = d.org_id and c.id = d.company_id
  left join stage s on s.org_id = r.org_id and s.version_id = r.version_id and s.key = r.stage_key`,
);
const COMPANIES = names(
  "company",
  `, (select count(*)::int from deal d join run r on r.org_id = d.org_id and r.id = d.id
    where d.org_id = $1 and d.company_id = n.id and r.status = 'open' and r.deleted_at is null) as "openDeals"`,
);
const CONTACTS = names(
  "contact",
  `, k.job_title as "jobTitle", c.name as company`,
  `join contact k on k.org_id = $1 and k.id = n.id left join company c on c.org_id = k.org_id and c.id = k.company_id`,
);
const PROCESSES = names("process", "");

// Part of a name, in whatever kind of thing it stands; a mistyped word finds something in the product only.
export async function GET(request) {
  const { org, q } = Object.fromEntries(new URL(request.url).searchParams);
  const [deals, companies, contacts, processes] = await Promise.all([
    rows("deals", DEALS, [org, q]),
    rows("companies", COMPANIES, [org, q]),
    rows("contacts", CONTACTS, [org, q]),
    rows("processes", PROCESSES, [org, q]),
  ]);
  return Response.json({ deals, companies, contacts, processes });
}
