import "server-only";
import { WINDOW_DAYS } from "@/lib/domain/maturity/gates";
import { addDays, type Day } from "@/lib/domain/shared/day";
import type { Ctx } from "@/lib/platform/context";
import type { Tx } from "@/lib/platform/db/tenant";

/** The first day of a gate's window. */
export const sinceOf = (gate: keyof typeof WINDOW_DAYS, today: Day): Day =>
  addDays(today, -(WINDOW_DAYS[gate] ?? 0));

type Counted = { readonly id: string; readonly k: number; readonly n: number };

/** Deals opened lately, by the commercial role of their owner, and those of them on a published version. */
export async function countOpened(tx: Tx, ctx: Ctx): Promise<{ byRole: Counted[]; byProcess: Counted[] }> {
  const rows = await tx.$queryRaw<{ role: string | null; process: string | null; k: number; n: number }[]>`
    select m.commercial_role_id as role, r.process_id as process, count(*)::int as n,
      (count(*) filter (where v.status in ('published', 'retired')))::int as k
    from run r
    join process_version v on v.org_id = r.org_id and v.id = r.version_id
    join membership m on m.org_id = r.org_id and m.id = r.owner_id
    where r.org_id = ${ctx.org.id}::uuid and r.kind = 'deal' and r.deleted_at is null
      and r.opened_on between ${sinceOf("on-process", ctx.today)}::date and ${ctx.today}::date
    group by grouping sets ((m.commercial_role_id), (r.process_id))`;
  const of = (key: "role" | "process") =>
    rows.flatMap(({ k, n, [key]: id }) => (id === null ? [] : [{ id, k, n }]));
  return { byRole: of("role"), byProcess: of("process") };
}

/** Closed deals of the last year per process, and those that say why they ended (won needs no reason). */
export async function countClosed(tx: Tx, ctx: Ctx): Promise<Counted[]> {
  return tx.$queryRaw<Counted[]>`
    select r.process_id as id, count(*)::int as n,
      (count(*) filter (where d.outcome = 'won' or d.close_reason is not null))::int as k
    from run r join deal d on d.org_id = r.org_id and d.id = r.id
    where r.org_id = ${ctx.org.id}::uuid and r.status = 'closed' and r.deleted_at is null
      and r.closed_on between ${sinceOf("measurable", ctx.today)}::date and ${ctx.today}::date
    group by r.process_id`;
}

/** Closed deals per version. */
export async function countClosedOn(
  tx: Tx,
  ctx: Ctx,
  versionIds: readonly string[],
): Promise<Map<string, number>> {
  const rows = await tx.$queryRaw<{ id: string; n: number }[]>`
    select r.version_id as id, count(*)::int as n from run r
    where r.org_id = ${ctx.org.id}::uuid and r.version_id = any(${[...versionIds]}::uuid[])
      and r.kind = 'deal' and r.status = 'closed' and r.deleted_at is null
    group by r.version_id`;
  return new Map(rows.map(({ id, n }) => [id, n]));
}

/** Active people who own open runs of a process, and those who logged lately: for a process without a role. */
export async function countUsers(tx: Tx, ctx: Ctx): Promise<Counted[]> {
  return tx.$queryRaw<Counted[]>`
    select o.process_id as id, count(*)::int as n,
      (count(*) filter (where exists (
        select from activity a where a.org_id = ${ctx.org.id}::uuid and a.actor_id = o.owner_id
          and a.occurred_on between ${sinceOf("in-use", ctx.today)}::date and ${ctx.today}::date
      )))::int as k
    from (
      select distinct r.process_id, r.owner_id from run r
      join membership m on m.org_id = r.org_id and m.id = r.owner_id and m.status = 'active'
      where r.org_id = ${ctx.org.id}::uuid and r.kind = 'deal' and r.status = 'open' and r.deleted_at is null
    ) o group by o.process_id`;
}
