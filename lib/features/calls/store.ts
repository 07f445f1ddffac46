import "server-only";
import type { Occurred } from "@/lib/domain/shared/day";
import { type Refusal, refuse } from "@/lib/domain/shared/result";
import type { LocalText } from "@/lib/domain/shared/text";
import { refuseOwner } from "@/lib/features/runs/may-own";
import type { Ctx } from "@/lib/platform/context";
import { withEyesOf } from "@/lib/platform/db/eyes";
import { noSql, sql } from "@/lib/platform/db/sql";
import type { Tx } from "@/lib/platform/db/tenant";

/**
 * A deal that a call can be planned on. `held`, a change of it is waited for, and one that comes waits until the transaction ends:
 * so that owner, version and status are the deal's still.
 */
export async function dealForCall(tx: Tx, orgId: string, id: string, { held = false } = {}) {
  const [row] = await tx.$queryRaw<
    {
      id: string;
      ownerId: string;
      versionId: string;
      processId: string;
      stageKey: string | null;
      status: string;
      title: string;
      company: string | null;
      companyId: string | null;
    }[]
  >`
    select r.id, r.owner_id as "ownerId", r.version_id as "versionId", r.process_id as "processId", r.stage_key as "stageKey",
      r.status, r.title, c.name as company, d.company_id as "companyId"
    from run r join deal d on d.org_id = r.org_id and d.id = r.id
    left join company c on c.org_id = d.org_id and c.id = d.company_id
    where r.org_id = ${orgId}::uuid and r.id = ${id}::uuid and r.kind = 'deal' and r.deleted_at is null
    ${held ? sql`for key share of r` : noSql}`;
  return row ?? null;
}

/** Which deal a call is about, whose that is, and who holds the call; null when there is none. Deleted ones count. */
export async function placeOf(tx: Tx, orgId: string, id: string) {
  const row = await tx.run.findUnique({
    where: { orgId_id: { orgId, id }, kind: "call" },
    select: { dealId: true, dealOwnerId: true, ownerId: true },
  });
  return row?.dealId ? { dealId: row.dealId, dealOwnerId: row.dealOwnerId, ownerId: row.ownerId } : null;
}

/** The call processes that are published, with the version that new calls follow, by name. */
export const callProcesses = (
  tx: Tx,
  orgId: string,
): Promise<{ id: string; name: LocalText; versionId: string }[]> =>
  tx.$queryRaw<{ id: string; name: LocalText; versionId: string }[]>`
    select p.id, p.name, v.id as "versionId"
    from process p join process_version v on v.org_id = p.org_id and v.process_id = p.id and v.status = 'published'
    where p.org_id = ${orgId}::uuid and p.category = 'call' and p.archived_at is null
    order by p.created_at, p.id limit 20`;

/** Whether all of these contacts are there: not in the trash, but perhaps part of another one by now. */
export async function areContacts(tx: Tx, orgId: string, ids: readonly string[]): Promise<boolean> {
  const wanted = [...new Set(ids)];
  if (wanted.length === 0) return true;
  const there = { OR: [{ deletedAt: null }, { mergedIntoId: { not: null } }] };
  return (await tx.contact.count({ where: { orgId, id: { in: wanted }, ...there } })) === wanted.length;
}

/** Refuses who cannot hold a call on a deal: who cannot own one, and who does not see this one (call-holder-sees-not). */
export async function refuseHolder(tx: Tx, ctx: Ctx, dealId: string, id: string): Promise<Refusal | null> {
  const orgId = ctx.org.id;
  const unfit = await refuseOwner(tx, orgId, id);
  if (unfit) return unfit;
  const seen = await withEyesOf(tx, ctx, id, () =>
    tx.run.findFirst({ where: { orgId, id: dealId }, select: { id: true } }),
  );
  if (seen) return null;
  const member = await tx.membership.findUnique({
    where: { orgId_id: { orgId, id } },
    select: { name: true },
  });
  return refuse("call-holder-sees-not", { name: member?.name ?? "" }, { field: "ownerId" });
}

/** The last activity on a deal but for one; null when there is no other. */
export async function lastActivityBut(
  tx: Tx,
  orgId: string,
  runId: string,
  but: string,
): Promise<Occurred | null> {
  const row = await tx.activity.findFirst({
    where: { orgId, runId, id: { not: but } },
    orderBy: [{ occurredOn: "desc" }, { occurredAt: "desc" }],
    select: { occurredOn: true, occurredAt: true },
  });
  if (!row) return null;
  return { day: row.occurredOn.toISOString().slice(0, 10), at: row.occurredAt?.toISOString() ?? null };
}

/** Writes another note under the activity of a call. */
export async function renoteActivity(tx: Tx, ctx: Ctx, id: string, note: string): Promise<void> {
  await tx.activity.updateMany({ where: { orgId: ctx.org.id, id }, data: { note } });
}

/** Takes the activity of a call away. */
export async function removeActivity(tx: Tx, ctx: Ctx, id: string): Promise<void> {
  await tx.activity.deleteMany({ where: { orgId: ctx.org.id, id } });
}
