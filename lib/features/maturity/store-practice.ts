import "server-only";
import type { Part } from "@/lib/domain/maturity/facts";
import type { Ctx } from "@/lib/platform/context";
import type { Tx } from "@/lib/platform/db/tenant";
import { deviations, proofs } from "./sql-deviations";

/** Deviations and explained ones per process, with the deals they were looked for in. */
export async function countDeviations(tx: Tx, ctx: Ctx): Promise<Map<string, Part & { deals: number }>> {
  const rows = await tx.$queryRaw<{ id: string; k: number; n: number; deals: number }[]>`
    with ${deviations(ctx, null)}
    select l.process_id as id, count(*)::int as deals, coalesce(max(d.n), 0)::int as n, coalesce(max(d.k), 0)::int as k
    from looked l left join (
      select process_id, count(*) as n, count(*) filter (where explained) as k from deviation group by process_id
    ) d on d.process_id = l.process_id
    group by l.process_id`;
  return new Map(rows.map(({ id, ...counts }) => [id, counts]));
}

/** Stages left and proofs given per process. */
export async function countProofs(tx: Tx, ctx: Ctx): Promise<Map<string, { exits: Part; proofs: Part }>> {
  const rows = await tx.$queryRaw<
    { id: string; exits: number; proven: number; proofs: number; buyer: number }[]
  >`
    with ${proofs(ctx, null)}
    select coalesce(x.process_id, p.process_id) as id, coalesce(x.n, 0)::int as exits, coalesce(x.k, 0)::int as proven,
      coalesce(p.n, 0)::int as proofs, coalesce(p.k, 0)::int as buyer
    from (select process_id, count(*) as n, count(*) filter (where proven) as k from stage_exit group by 1) x
    full join (select process_id, count(*) as n, count(*) filter (where by_buyer) as k from proof group by 1) p
      on p.process_id = x.process_id`;
  return new Map(
    rows.map((row) => [
      row.id,
      { exits: { k: row.proven, n: row.exits }, proofs: { k: row.buyer, n: row.proofs } },
    ]),
  );
}
