import "server-only";
import { mentionedIn } from "@/lib/domain/mentions/mentions";
import type { Ctx } from "@/lib/platform/context";
import { seeingAll } from "@/lib/platform/db/seeing-all";
import type { Tx } from "@/lib/platform/db/tenant";

type Person = { id: string; name: string };

/** People who can be mentioned: active members, by name. */
export const mentionable = (tx: Tx, orgId: string): Promise<Person[]> =>
  tx.membership.findMany({
    where: { orgId, status: "active" },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    select: { id: true, name: true },
    take: 2_000,
  });

/** Today's names of everybody whom these kept texts mention. */
export async function namesIn(
  tx: Tx,
  orgId: string,
  texts: readonly (string | null)[],
): Promise<ReadonlyMap<string, string>> {
  const ids = [...new Set(texts.flatMap(mentionedIn))];
  if (ids.length === 0) return new Map();
  const rows = await tx.membership.findMany({
    where: { orgId, id: { in: ids } },
    select: { id: true, name: true },
  });
  return new Map(rows.map(({ id, name }) => [id, name]));
}

type Eyes = { owners: string; sees: string; role: string | null; department: string | null };
type Settings = { sees: string; owners: string; member: string; role: string; department: string };

/**
 * Which of these members see a deal, asked of the database with the eyes of each, so that it can never differ from what
 * they would be shown. The caller's own eyes are put back.
 */
export async function whoSees(tx: Tx, ctx: Ctx, runId: string, ids: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  const [own] = await tx.$queryRaw<Settings[]>`
    select current_setting('app.sees', true) as sees, coalesce(current_setting('app.seen_owners', true), '') as owners,
      coalesce(current_setting('app.member_id', true), '') as member, coalesce(current_setting('app.member_role_id', true), '') as role,
      coalesce(current_setting('app.member_department_id', true), '') as department`;
  if (!own) return [];
  const look = (to: Settings) => tx.$queryRaw`
    select set_config('app.sees', ${to.sees}, true), set_config('app.seen_owners', ${to.owners}, true),
      set_config('app.member_id', ${to.member}, true), set_config('app.member_role_id', ${to.role}, true),
      set_config('app.member_department_id', ${to.department}, true)`;
  for (const id of ids) {
    const [eyes] = await seeingAll(
      tx,
      ctx,
      () => tx.$queryRaw<Eyes[]>`
        select x.sees, m.commercial_role_id as role, m.department_id as department,
          case when x.sees = 'all' then '{}' else app.owners_of(m.org_id, m.id, x.sees, m.team_id)::text end as owners
        from membership m join organization o on o.id = m.org_id
        cross join lateral (select app.reach_of(o.visibility, m.role, m.commercial_role_id, m.team_id) as sees) x
        where m.org_id = ${ctx.org.id}::uuid and m.id = ${id}::uuid and m.status = 'active'`,
    );
    if (!eyes) continue;
    await look({
      sees: eyes.sees === "all" ? "all" : "some",
      owners: eyes.owners,
      member: id,
      role: eyes.role ?? "",
      department: eyes.department ?? "",
    });
    const seen = await tx.run.findFirst({ where: { orgId: ctx.org.id, id: runId }, select: { id: true } });
    await look(own);
    if (seen) found.push(id);
  }
  return found;
}
