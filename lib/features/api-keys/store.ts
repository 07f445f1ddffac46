import "server-only";
import type { Role } from "@/lib/domain/policy/permissions";
import type { Ctx } from "@/lib/platform/context";
import { dayIn, toDay } from "@/lib/platform/day-in";
import type { Tx } from "@/lib/platform/db/tenant";
import type { ApiKeyRow } from "./view";

/** Keys, the working ones first and then the newest. */
export async function listKeys(tx: Tx, { id: orgId, timeZone }: Ctx["org"]): Promise<ApiKeyRow[]> {
  const rows = await tx.apiKey.findMany({
    where: { orgId },
    select: {
      id: true,
      name: true,
      prefix: true,
      role: true,
      createdBy: true,
      createdAt: true,
      lastUsedOn: true,
      revokedAt: true,
    },
    orderBy: [{ revokedAt: { sort: "desc", nulls: "first" } }, { createdAt: "desc" }],
    take: 200,
  });
  const people = await tx.membership.findMany({
    where: { orgId, id: { in: rows.map(({ createdBy }) => createdBy) } },
    select: { id: true, name: true },
  });
  const names = new Map(people.map(({ id, name }) => [id, name]));
  return rows.map(({ role, createdBy, createdAt, lastUsedOn, revokedAt, ...row }) => ({
    ...row,
    role: role as Role,
    createdBy: names.get(createdBy) ?? "",
    createdOn: dayIn(timeZone, createdAt),
    lastUsedOn: toDay(lastUsedOn),
    revokedOn: revokedAt && dayIn(timeZone, revokedAt),
  }));
}

type NewKey = {
  id: string;
  keyHash: Uint8Array<ArrayBuffer>;
  prefix: string;
  name: string;
  role: Role;
  createdBy: string;
  createdAt: Date;
};

/**
 * Keeps a new key's hash; false when its maker is an owner no longer. Waits for a removal or demotion under way, so
 * that no key slips in behind it.
 */
export async function insertKey(tx: Tx, orgId: string, key: NewKey): Promise<boolean> {
  const makers = await tx.$queryRaw<unknown[]>`
    select 1 from membership where org_id = ${orgId}::uuid and id = ${key.createdBy}::uuid
      and status = 'active' and role = 'owner' for share`;
  if (makers.length === 0) return false;
  await tx.apiKey.create({ data: { orgId, ...key }, select: { id: true } });
  return true;
}

/** Revokes a key for good; false when it is not there or revoked already. */
export async function markRevoked(tx: Tx, orgId: string, id: string, now: Date): Promise<boolean> {
  const revoked = await tx.apiKey.updateMany({
    where: { orgId, id, revokedAt: null },
    data: { revokedAt: now },
  });
  return revoked.count === 1;
}

/** Revokes every working key that a member made; gives how many. */
export async function markRevokedOf(tx: Tx, orgId: string, createdBy: string, now: Date): Promise<number> {
  const { count } = await tx.apiKey.updateMany({
    where: { orgId, createdBy, revokedAt: null },
    data: { revokedAt: now },
  });
  return count;
}
