import "server-only";
import type { Role } from "@/lib/domain/policy/permissions";
import { openTasksBy } from "@/lib/features/tasks/commands";
import type { Ctx } from "@/lib/platform/context";
import { lockOrganization } from "@/lib/platform/db/lock";
import { seeingAll } from "@/lib/platform/db/seeing-all";
import type { Tx } from "@/lib/platform/db/tenant";
import type { MemberRow, MemberStatus, MemberValues, NamedText, Team } from "./view";

export const MEMBERS_SHOWN = 1_000;

const VALUES = { role: true, teamId: true, commercialRoleId: true, departmentId: true, managerId: true };

type DealCount = { owner_id: string; open: number; total: number };

/** Members by name with the number of their deals, and how many more there are. */
export async function listMembers(tx: Tx, orgId: string): Promise<{ members: MemberRow[]; more: number }> {
  const where = { orgId };
  const rows = await tx.membership.findMany({
    where,
    select: { id: true, name: true, email: true, status: true, version: true, ...VALUES },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    take: MEMBERS_SHOWN,
  });
  const more = rows.length < MEMBERS_SHOWN ? 0 : (await tx.membership.count({ where })) - rows.length;
  const counts = await tx.$queryRaw<DealCount[]>`
    select owner_id, count(*) filter (where status = 'open')::int as open, count(*)::int as total
    from run where org_id = ${orgId}::uuid and kind = 'deal' and deleted_at is null group by owner_id`;
  const byOwner = new Map(counts.map((count) => [count.owner_id, count]));
  const tasks = await openTasksBy(tx, orgId);
  const members = rows.map(({ role, status, ...row }) => ({
    ...row,
    role: role as Role,
    status: status as MemberStatus,
    openDeals: byOwner.get(row.id)?.open ?? 0,
    deals: byOwner.get(row.id)?.total ?? 0,
    openTasks: tasks.get(row.id) ?? 0,
  }));
  return { members, more };
}

/** Teams by name; commercial roles and departments as they were made. */
export async function listGroups(
  tx: Tx,
  orgId: string,
): Promise<{ teams: Team[]; commercialRoles: NamedText[]; departments: NamedText[] }> {
  const named = {
    where: { orgId },
    select: { id: true, name: true },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  } as const;
  const teams = await tx.team.findMany({
    where: { orgId },
    select: { id: true, name: true },
    orderBy: { name: "asc" },
  });
  const commercialRoles = await tx.commercialRole.findMany({ ...named, orderBy: [...named.orderBy] });
  const departments = await tx.department.findMany({ ...named, orderBy: [...named.orderBy] });
  return { teams, commercialRoles: commercialRoles as NamedText[], departments: departments as NamedText[] };
}

/** A member as edited, or null. */
export async function findMember(tx: Tx, orgId: string, id: string) {
  const row = await tx.membership.findUnique({
    where: { orgId_id: { orgId, id } },
    select: { id: true, name: true, status: true, version: true, ...VALUES },
  });
  if (!row) return null;
  const { id: _id, name, status, version, ...values } = row;
  return { id, name, status: status as MemberStatus, version, values: values as MemberValues };
}

/** Whether `managerId` stands below `id`, so that making it the manager would close a circle. */
export async function isBelow(tx: Tx, orgId: string, id: string, managerId: string): Promise<boolean> {
  const rows = await tx.$queryRaw<{ found: boolean }[]>`
    with recursive up (id, manager_id) as (
      select id, manager_id from membership where org_id = ${orgId}::uuid and id = ${managerId}::uuid
      union
      select m.id, m.manager_id from membership m join up on m.id = up.manager_id where m.org_id = ${orgId}::uuid
    ) select exists (select 1 from up where id = ${id}::uuid) as found`;
  return rows[0]?.found ?? false;
}

/**
 * Whether another active owner stands beside `id`. Takes the organisation's lock first, so that two owners who
 * remove or demote each other at once cannot leave it without one.
 */
export async function anotherOwner(tx: Tx, orgId: string, id: string): Promise<boolean> {
  await lockOrganization(tx, orgId);
  const others = await tx.membership.count({
    where: { orgId, role: "owner", status: "active", id: { not: id } },
  });
  return others > 0;
}

/** Saves a member's values when nobody saved since `version`; false otherwise. */
export async function saveMember(
  tx: Tx,
  orgId: string,
  id: string,
  version: number,
  values: MemberValues,
): Promise<boolean> {
  const saved = await tx.membership.updateMany({
    where: { orgId, id, version },
    data: { ...values, version: { increment: 1 } },
  });
  return saved.count === 1;
}

/** Takes a member out; nobody reports to them any more. Gives who did. */
export async function markRemoved(tx: Tx, orgId: string, id: string, now: Date): Promise<string[]> {
  await tx.membership.update({
    where: { orgId_id: { orgId, id } },
    data: { status: "removed", removedAt: now, managerId: null, version: { increment: 1 } },
    select: { id: true },
  });
  const under = { orgId, managerId: id };
  const reports = await tx.membership.findMany({ where: under, select: { id: true }, take: 1_000 });
  await tx.membership.updateMany({ where: under, data: { managerId: null } });
  return reports.map((report) => report.id);
}

/** Takes a removed member in again, as they were; the moment they were removed, or null when they are not. */
export async function markBack(
  tx: Tx,
  orgId: string,
  { id, managerId, reports }: { id: string; managerId: string | null; reports: readonly string[] },
): Promise<Date | null> {
  const was = await tx.membership.findFirst({
    where: { orgId, id, status: "removed" },
    select: { userId: true, removedAt: true },
  });
  if (!was?.removedAt) return null;
  const manager =
    managerId === null ? null : await tx.membership.findFirst({ where: { orgId, id: managerId } });
  if (managerId !== null && !manager) return null;
  await tx.membership.update({
    where: { orgId_id: { orgId, id } },
    data: {
      status: was.userId === null ? "placeholder" : "active",
      removedAt: null,
      // Who left meanwhile leads nobody.
      managerId: manager?.status === "removed" ? null : managerId,
      version: { increment: 1 },
    },
    select: { id: true },
  });
  // Who reports to someone else by now keeps that.
  await tx.membership.updateMany({
    where: { orgId, id: { in: [...reports] }, managerId: null, status: { not: "removed" } },
    data: { managerId: id },
  });
  return was.removedAt;
}

/** How many deals stay behind with a member, whoever sees them. */
export const countDeals = (tx: Tx, ctx: Ctx, ownerId: string): Promise<number> =>
  seeingAll(tx, ctx, () =>
    tx.run.count({ where: { orgId: ctx.org.id, ownerId, kind: "deal", deletedAt: null } }),
  );
