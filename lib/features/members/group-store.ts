import "server-only";
import { inLocale, type Locale, type LocalText } from "@/lib/domain/shared/text";
import { lockOrganization } from "@/lib/platform/db/lock";
import type { Tx } from "@/lib/platform/db/tenant";

export type GroupKind = "team" | "role" | "department";

const COLUMN = { team: "teamId", role: "commercialRoleId", department: "departmentId" } as const;

/** Who and what uses each team, role and department: active members and placeholders, and processes. */
export async function groupUse(
  tx: Tx,
  orgId: string,
): Promise<{ members: Map<string, number>; processes: Map<string, number> }> {
  const members = await tx.$queryRaw<{ id: string; n: number }[]>`
    select g.id, count(*)::int as n
    from membership m cross join lateral (values (m.team_id), (m.commercial_role_id), (m.department_id)) as g (id)
    where m.org_id = ${orgId}::uuid and m.status <> 'removed' and g.id is not null group by g.id`;
  const processes = await tx.$queryRaw<{ id: string; n: number }[]>`
    select u.id, count(distinct u.process_id)::int as n
    from (
      select p.commercial_role_id as id, p.id as process_id from process p where p.org_id = ${orgId}::uuid
      union all
      select coalesce(s.owner_role_id, s.owner_department_id), v.process_id
      from step s join process_version v on v.org_id = s.org_id and v.id = s.version_id
      where s.org_id = ${orgId}::uuid
    ) u where u.id is not null group by u.id`;
  const mapOf = (rows: { id: string; n: number }[]) => new Map(rows.map(({ id, n }) => [id, n]));
  return { members: mapOf(members), processes: mapOf(processes) };
}

/**
 * Names of what uses a group: members, open invitations (their address) and processes, drafts included.
 * Empty when it may go.
 */
export async function usersOf(
  tx: Tx,
  orgId: string,
  kind: GroupKind,
  id: string,
  now: Date,
  locale: Locale,
): Promise<string[]> {
  const column = COLUMN[kind];
  const members = await tx.membership.findMany({
    where: { orgId, [column]: id, status: { not: "removed" } },
    select: { name: true },
    orderBy: { name: "asc" },
  });
  const invitations =
    kind === "department"
      ? []
      : await tx.invitation.findMany({
          where: { orgId, [column]: id, acceptedAt: null, revokedAt: null, expiresAt: { gt: now } },
          select: { email: true },
        });
  // A draft is one document: whatever names the group in it uses it.
  const processes = await tx.$queryRaw<{ name: LocalText }[]>`
    select distinct on (p.id) p.name from process p
    where p.org_id = ${orgId}::uuid and (
      p.commercial_role_id = ${id}::uuid
      or exists (select 1 from process_version v where v.org_id = p.org_id and v.process_id = p.id
                 and v.document::text like '%' || ${id}::text || '%')
      or exists (select 1 from step s join process_version v on v.org_id = s.org_id and v.id = s.version_id
                 where s.org_id = p.org_id and v.process_id = p.id
                 and ${id}::uuid in (s.owner_role_id, s.owner_department_id)))`;
  const takesPart = await tx.participant.count({
    where: { orgId, OR: [{ commercialRoleId: id }, { departmentId: id }] },
  });
  const runs = takesPart
    ? await tx.$queryRaw<{ title: string }[]>`
        select r.title from run r where r.org_id = ${orgId}::uuid and r.deleted_at is null and exists (
          select 1 from participant p where p.org_id = r.org_id and p.run_id = r.id
          and ${id}::uuid in (p.commercial_role_id, p.department_id)) limit 20`
    : [];
  return [
    ...members.map(({ name }) => name),
    ...invitations.map(({ email }) => email),
    ...processes.map(({ name }) => inLocale(name, locale)),
    ...runs.map(({ title }) => title),
  ];
}

/** A team has one name; commercial roles and departments have one per language. */
export type GroupName = string | LocalText;

/** A group with its name, or null. */
export async function findGroup(
  tx: Tx,
  orgId: string,
  kind: GroupKind,
  id: string,
): Promise<{ name: GroupName } | null> {
  const query = { where: { orgId_id: { orgId, id } }, select: { name: true } };
  if (kind === "team") return tx.team.findUnique(query);
  const row =
    kind === "role" ? await tx.commercialRole.findUnique(query) : await tx.department.findUnique(query);
  return row && { name: row.name as LocalText };
}

/** Adds a group. */
export async function insertGroup(
  tx: Tx,
  orgId: string,
  kind: GroupKind,
  id: string,
  name: GroupName,
): Promise<void> {
  if (typeof name === "string") await tx.team.create({ data: { orgId, id, name } });
  else if (kind === "role") await tx.commercialRole.create({ data: { orgId, id, name } });
  else await tx.department.create({ data: { orgId, id, name } });
}

/** Renames a group; false when it is not there. */
export async function renameGroup(
  tx: Tx,
  orgId: string,
  kind: GroupKind,
  id: string,
  name: GroupName,
): Promise<boolean> {
  const where = { orgId, id };
  const { count } =
    typeof name === "string"
      ? await tx.team.updateMany({ where, data: { name } })
      : kind === "role"
        ? await tx.commercialRole.updateMany({ where, data: { name } })
        : await tx.department.updateMany({ where, data: { name } });
  return count === 1;
}

/** Deletes a group; removed members and invitations that are over forget it. */
export async function deleteGroup(tx: Tx, orgId: string, kind: GroupKind, id: string): Promise<void> {
  const column = COLUMN[kind];
  const mine = { orgId, [column]: id };
  await tx.membership.updateMany({ where: { ...mine, status: "removed" }, data: { [column]: null } });
  if (kind !== "department") await tx.invitation.updateMany({ where: mine, data: { [column]: null } });
  const where = { orgId_id: { orgId, id } };
  if (kind === "team") await tx.team.delete({ where });
  else if (kind === "role") await tx.commercialRole.delete({ where });
  else await tx.department.delete({ where });
}

/**
 * Whether another group of the kind has this name already, letter case aside; texts are compared per language. Held for
 * this transaction, so that two people who give one name at once do not both get it.
 */
export async function nameTaken(
  tx: Tx,
  orgId: string,
  kind: GroupKind,
  id: string,
  name: GroupName,
): Promise<boolean> {
  await lockOrganization(tx, orgId);
  const query = { where: { orgId, id: { not: id } }, select: { name: true } };
  const rows: { name: unknown }[] =
    kind === "team"
      ? await tx.team.findMany(query)
      : kind === "role"
        ? await tx.commercialRole.findMany(query)
        : await tx.department.findMany(query);
  const same = (a?: string, b?: string) => Boolean(a && b && a.toLowerCase() === b.toLowerCase());
  return rows.some((row) => {
    if (typeof name === "string") return same(row.name as string, name);
    const other = row.name as LocalText;
    return same(other.en, name.en) || same(other.nl, name.nl);
  });
}
