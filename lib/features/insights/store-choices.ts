import "server-only";
import type { GROUPINGS } from "@/lib/domain/insights/aggregate";
import type { CompiledStage, CompiledVersion } from "@/lib/domain/process/compile";
import type { Ctx } from "@/lib/platform/context";
import type { Tx } from "@/lib/platform/db/tenant";
import type { PipelineChoices, ProcessChoice } from "./view";

/** Processes with deals or a version, those with most open deals first. */
export async function findProcessChoices(tx: Tx, ctx: Ctx): Promise<ProcessChoice[]> {
  return tx.$queryRaw<ProcessChoice[]>`
    select p.id, p.name, coalesce(r.open, 0)::int as open, coalesce(r.deals, 0)::int as deals
    from process p left join (
      select process_id, count(*) as deals, count(*) filter (where status = 'open') as open
      from run where org_id = ${ctx.org.id}::uuid and kind = 'deal' and deleted_at is null group by process_id
    ) r on r.process_id = p.id
    where p.org_id = ${ctx.org.id}::uuid and (r.deals > 0 or p.archived_at is null)
      and exists (select from process_version v where v.org_id = p.org_id and v.process_id = p.id and v.status <> 'draft')
    order by 3 desc, 4 desc, p.created_at, p.id`;
}

/** The stages of a process as its newest version has them, with those of older versions that still exist after them. */
export async function findStages(tx: Tx, ctx: Ctx, processId: string): Promise<CompiledStage[]> {
  const versions = await tx.processVersion.findMany({
    where: { orgId: ctx.org.id, processId, status: { not: "draft" } },
    orderBy: { number: "desc" },
    take: 20,
    select: { compiled: true },
  });
  const found = new Map<string, CompiledStage>();
  for (const { compiled } of versions) {
    for (const stage of (compiled as unknown as CompiledVersion).stages) {
      if (!found.has(stage.key)) found.set(stage.key, stage);
    }
  }
  return [...found.values()];
}

/** Names of the groups of a pipeline. */
export async function findNames(
  tx: Tx,
  ctx: Ctx,
  groupBy: (typeof GROUPINGS)[number],
  keys: readonly string[],
): Promise<Map<string, string>> {
  const where = { orgId: ctx.org.id, id: { in: [...keys] } };
  const select = { id: true, name: true };
  const rows =
    groupBy === "owner"
      ? await tx.membership.findMany({ where, select })
      : groupBy === "team"
        ? await tx.team.findMany({ where, select })
        : groupBy === "product"
          ? await tx.product.findMany({ where, select })
          : keys.map((key) => ({ id: key, name: key }));
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** What the filters offer. */
export async function findChoices(tx: Tx, ctx: Ctx): Promise<PipelineChoices> {
  const orgId = ctx.org.id;
  const processes = await findProcessChoices(tx, ctx);
  const [row] = await tx.$queryRaw<Omit<PipelineChoices, "processes" | "today">[]>`
    select
      coalesce((select json_agg(json_build_object('id', m.id, 'name', m.name) order by m.name, m.id) from membership m
        where m.org_id = ${orgId}::uuid and exists (select from run r where r.org_id = m.org_id and r.owner_id = m.id and r.kind = 'deal')), '[]') as owners,
      coalesce((select json_agg(json_build_object('id', t.id, 'name', t.name) order by t.name, t.id) from team t
        where t.org_id = ${orgId}::uuid), '[]') as teams,
      coalesce((select json_agg(json_build_object('id', q.id, 'name', q.name) order by q.name, q.id) from product q
        where q.org_id = ${orgId}::uuid and q.deleted_at is null), '[]') as products,
      coalesce((select json_agg(s.segment order by s.segment) from (
        select distinct coalesce(x.segment, y.sector) as segment from deal x
        left join company y on y.org_id = x.org_id and y.id = x.company_id
        where x.org_id = ${orgId}::uuid and x.deleted_at is null and coalesce(x.segment, y.sector) is not null limit 200
      ) s), '[]') as segments,
      (select min(closed_on)::text from run where org_id = ${orgId}::uuid and kind = 'deal' and status = 'closed' and deleted_at is null) as "firstClosed",
      (select max(closed_on)::text from run where org_id = ${orgId}::uuid and kind = 'deal' and status = 'closed' and deleted_at is null) as "lastClosed"`;
  if (!row) throw new Error("choices gave no row");
  return { ...row, processes, today: ctx.today };
}
