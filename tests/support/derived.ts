import type { Tx } from "@/lib/platform/db/tenant";

/** Everything derived, in one text per table. Sixteen shards of a total are one total. */
export async function derived(tx: Tx): Promise<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const table of [
    "run",
    "deal",
    "stage_visit",
    "step_record",
    "criterion_record",
    "field_change",
    "due_step",
  ]) {
    const [row] = await tx.$queryRawUnsafe<{ rows: string }[]>(
      `select coalesce(jsonb_agg(to_jsonb(t) order by to_jsonb(t)::text), '[]')::text as rows from ${table} t`,
    );
    found[table] = row?.rows ?? "";
  }
  const [totals] = await tx.$queryRaw<{ rows: string }[]>`
    select coalesce(json_agg(t), '[]')::text as rows from (
      select process_id, stage_key, owner_id, currency, sum(deals) as deals, sum(amount_minor) as minor from stage_total
      group by 1, 2, 3, 4 having sum(deals) <> 0 or sum(amount_minor) <> 0 order by 1, 2, 3, 4) t`;
  return { ...found, stage_total: totals?.rows ?? "" };
}
