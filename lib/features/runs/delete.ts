import "server-only";
import type { Ctx } from "@/lib/platform/context";
import type { Tx } from "@/lib/platform/db/tenant";
import { toEventRow } from "./events-store";
import { NO_NEXT_STEP } from "./next-step";
import { addToTotals, netDeltas } from "./totals";

type Row = {
  id: string;
  version: number;
  seq: number;
  status: string;
  process_id: string;
  stage_key: string | null;
  owner_id: string;
  amount_minor: bigint | null;
  currency: string;
};

/**
 * Throws deals away, one or thousands, in a fixed number of statements: the same event and projections as for one.
 * A deal that is gone already, or has another version than the one given, is left alone. Gives the ids thrown away.
 */
export async function deleteDeals(
  tx: Tx,
  ctx: Ctx,
  deals: readonly { readonly id: string; readonly version: number }[],
): Promise<Set<string>> {
  const orgId = ctx.org.id;
  const wanted = new Map(deals.map(({ id, version }) => [id, version]));
  const rows = await tx.$queryRaw<Row[]>`
    select r.id, r.version, r.seq, r.status, r.process_id, r.stage_key, r.owner_id, d.amount_minor, d.currency
    from run r join deal d on d.org_id = r.org_id and d.id = r.id
    where r.org_id = ${orgId}::uuid and r.id = any(${[...wanted.keys()]}::uuid[]) and r.deleted_at is null
    order by r.id for update of r`;
  const going = rows.filter(({ id, version }) => wanted.get(id) === version);
  if (going.length === 0) return new Set();
  const ids = going.map(({ id }) => id);
  await tx.event.createMany({
    data: going.map(({ id, seq }) =>
      toEventRow(
        orgId,
        id,
        {
          type: "run.deleted",
          seq: seq + 1,
          occurred: { day: ctx.today, at: ctx.now.toISOString() },
          recordedAt: ctx.now.toISOString(),
          actorId: ctx.actor.id,
        },
        ctx.actor.kind,
      ),
    ),
  });
  await tx.run.updateMany({
    where: { orgId, id: { in: ids } },
    data: {
      ...NO_NEXT_STEP,
      deletedAt: ctx.now,
      lastEventAt: ctx.now,
      seq: { increment: 1 },
      version: { increment: 1 },
    },
  });
  await tx.dueStep.deleteMany({ where: { orgId, runId: { in: ids } } });
  await tx.deal.updateMany({ where: { orgId, id: { in: ids } }, data: { deletedAt: ctx.now } });
  const shares = going.map(({ status, process_id, stage_key, owner_id, amount_minor, currency }) =>
    status === "open" && stage_key !== null
      ? {
          processId: process_id,
          stageKey: stage_key,
          ownerId: owner_id,
          currency,
          amountMinor: Number(amount_minor ?? 0),
        }
      : null,
  );
  await addToTotals(tx, ctx, netDeltas(shares, []));
  return new Set(ids);
}
