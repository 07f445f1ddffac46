import "server-only";
import type { CompiledVersion } from "@/lib/domain/process/compile";
import type { LocalText } from "@/lib/domain/shared/text";
import { mayOwn } from "@/lib/features/runs/may-own";
import type { Tx } from "@/lib/platform/db/tenant";

/**
 * Processes that deals travel: published at least once, or found in an imported file, and not for calls unless deals are open on
 * them. Those with open deals first.
 */
export async function dealProcesses(
  tx: Tx,
  orgId: string,
): Promise<{ id: string; name: LocalText; open: number }[]> {
  const rows = await tx.$queryRaw<{ id: string; name: LocalText; open: number }[]>`
    select p.id, p.name, coalesce(t.open, 0)::int open
    from process p
    left join (select process_id, sum(deals) open from app.stage_totals() where org_id = ${orgId}::uuid group by process_id) t
      on t.process_id = p.id
    where p.org_id = ${orgId}::uuid and p.archived_at is null
      and (p.category <> 'call' or t.open > 0)
      and exists (select 1 from process_version v where v.org_id = p.org_id and v.process_id = p.id and v.status <> 'draft')
    order by open desc, p.created_at, p.id
    limit 100`;
  return rows;
}

/** The compiled versions of a process, newest first: published, retired and as found. */
export async function versionsOf(
  tx: Tx,
  orgId: string,
  processId: string,
): Promise<{ id: string; number: number | null; status: string; compiled: CompiledVersion }[]> {
  const rows = await tx.processVersion.findMany({
    where: { orgId, processId, status: { not: "draft" } },
    orderBy: { number: "desc" },
    select: { id: true, number: true, status: true, compiled: true },
    take: 50,
  });
  return rows.map((row) => ({ ...row, compiled: row.compiled as unknown as CompiledVersion }));
}

/** Active members and named placeholders, by name: who can be filtered by, and whether they may be given a deal. */
export async function ownersOf(
  tx: Tx,
  orgId: string,
): Promise<{ id: string; name: string; mayOwn: boolean }[]> {
  const rows = await tx.membership.findMany({
    where: { orgId, status: { not: "removed" } },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    select: { id: true, name: true, status: true, role: true },
    take: 1000,
  });
  return rows.map(({ id, name, status, role }) => ({
    id,
    name,
    mayOwn: status === "active" && mayOwn(role),
  }));
}

/** Teams by name. */
export const teamsOf = (tx: Tx, orgId: string): Promise<{ id: string; name: string }[]> =>
  tx.team.findMany({
    where: { orgId },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    select: { id: true, name: true },
    take: 200,
  });

/** Commercial roles, the oldest first. */
export async function rolesOf(tx: Tx, orgId: string): Promise<{ id: string; name: LocalText }[]> {
  const rows = await tx.commercialRole.findMany({
    where: { orgId },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    select: { id: true, name: true },
    take: 200,
  });
  return rows.map(({ id, name }) => ({ id, name: name as LocalText }));
}

/** A company by its id; null when it is not there. */
export const companyNamed = (
  tx: Tx,
  orgId: string,
  id: string,
): Promise<{ id: string; name: string } | null> =>
  tx.company.findUnique({
    where: { orgId_id: { orgId, id }, deletedAt: null },
    select: { id: true, name: true },
  });
