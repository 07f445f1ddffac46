import { rows } from "../../database.js";

export const dynamic = "force-dynamic";

const NAMES = `
  select id, name, hint from floor.name where kind = $1 and org_id = $2 and name ilike '%' || $3 || '%'
  order by (lower(name) = lower($3)) desc, at desc limit 6`;

export async function GET(request) {
  const { org, q } = Object.fromEntries(new URL(request.url).searchParams);
  const deals = await rows("names", NAMES, ["deal", org, q]);
  const companies = await rows("names", NAMES, ["company", org, q]);
  return Response.json({ deals, companies });
}
