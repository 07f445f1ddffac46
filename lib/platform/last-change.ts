import "server-only";
import type { Tx } from "./db/tenant";

/** Who changed a thing last, and when: what a refused stale save tells. */
export type LastChange = { readonly by: string | null; readonly at: string };

/**
 * The last audited change by one of `verbs`, to one entity when `entityId` is given.
 * `by` is the member's name, null for a job or an API key. Null when nothing is on record.
 */
export async function lastChange(
  tx: Tx,
  orgId: string,
  { verbs, entityId }: { verbs: readonly string[]; entityId?: string },
): Promise<LastChange | null> {
  const row = await tx.audit.findFirst({
    where: { orgId, verb: { in: [...verbs] }, ...(entityId && { entityId }) },
    orderBy: { at: "desc" },
    select: { at: true, actorId: true },
  });
  if (!row) return null;
  const actor =
    row.actorId &&
    (await tx.membership.findUnique({
      where: { orgId_id: { orgId, id: row.actorId } },
      select: { name: true },
    }));
  return { by: actor ? actor.name : null, at: row.at.toISOString() };
}
