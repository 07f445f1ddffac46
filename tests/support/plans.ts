import pg from "pg";
import { afterAll, beforeAll } from "vitest";
import { openTestDatabase } from "@/lib/cli/test-database.mjs";
import { closePools, pools } from "@/lib/platform/db/pools";

/** Postgres counts and sweeps tables by itself when it finds the time; here only `settle` does. */
const LEAVE_ALONE = `do $$ declare t record; begin
  for t in select c.oid::regclass as name from pg_class c
    where c.relkind = 'r' and c.relnamespace in ('public'::regnamespace, 'app'::regnamespace)
  loop execute format('alter table %s set (autovacuum_enabled = false)', t.name); end loop; end $$`;

/**
 * Gives the tests of a file a database that no other suite writes to, so that what a plan is hangs on their own rows alone, not on
 * what else runs and when. `settle` tells the planner what the tables hold now. To be called before the first `beforeAll`.
 */
export function ownDatabase(): { settle: () => Promise<void> } {
  let database: Awaited<ReturnType<typeof openTestDatabase>> | undefined;
  const asOwner = async (statement: string) => {
    const owner = new pg.Client(database?.ownerUrl);
    await owner.connect();
    try {
      await owner.query(statement);
    } finally {
      await owner.end();
    }
  };
  beforeAll(async () => {
    database = await openTestDatabase();
    Object.assign(process.env, database.env);
    await asOwner(LEAVE_ALONE);
  });
  afterAll(async () => {
    await closePools();
    await database?.close();
  });
  return { settle: () => asOwner("vacuum (analyze)") };
}

export type Plan = {
  "Node Type": string;
  "Relation Name"?: string;
  "Index Name"?: string;
  "Actual Loops"?: number;
  Plans?: Plan[];
};
/** A part of a plan, and all below it. */
export const nodes = (plan: Plan): Plan[] => [plan, ...(plan.Plans ?? []).flatMap(nodes)];

/** Of who sees all deals. */
export const SEES_ALL = "select set_config('app.sees', 'all', true)";

/** The plan that the app's role follows inside the organisation, for a statement as the product sends it. */
export async function planIn(
  orgId: string,
  { text, values }: { text: string; values: readonly unknown[] },
  eyes = SEES_ALL,
): Promise<Plan[]> {
  const client = await pools().app.connect();
  try {
    await client.query("begin");
    await client.query("select set_config('app.org_id', $1, true)", [orgId]);
    await client.query(eyes);
    const { rows } = await client.query(`explain (analyze, format json) ${text}`, [...values]);
    return nodes(rows[0]["QUERY PLAN"][0].Plan);
  } finally {
    await client.query("rollback");
    client.release();
  }
}

/** How a relation is read, by the kind of scan and its index. */
export const scans = (plan: Plan[], relation: string): string[] =>
  plan
    .filter((node) => node["Relation Name"] === relation)
    .map((node) => `${node["Node Type"]} ${node["Index Name"] ?? ""}`.trim());

/** The indexes that a relation is read by, straight or by a bitmap; any other way by its name. */
export const indexes = (plan: Plan[], relation: string): string[] => {
  const read = plan.filter((node) => node["Relation Name"] === relation);
  const by = (node: Plan): string[] => {
    const named = nodes(node).flatMap((below) => below["Index Name"] ?? []);
    return /^(Bitmap|Index)/.test(node["Node Type"]) ? named : [node["Node Type"]];
  };
  return [...new Set(read.flatMap(by))].sort();
};
