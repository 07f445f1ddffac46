import "server-only";
import type { Ctx } from "@/lib/platform/context";
import { seeingAll } from "@/lib/platform/db/seeing-all";
import { type Sql, sql } from "@/lib/platform/db/sql";
import type { Tx } from "@/lib/platform/db/tenant";
import { toEventRow } from "./events-store";
import { addToTotals, netDeltas } from "./totals";

type Row = {
  id: string;
  owner: string;
  seq: number;
  process_id: string;
  status: string;
  stage_key: string | null;
  amount_minor: bigint | null;
  currency: string;
};

/** A change of owner as it was recorded: the deals that have seen nothing since can be given back by it. */
export type Given = {
  readonly from: string;
  /** Null: whoever it was. */
  readonly to: string | null;
  readonly at: Date;
};

/**
 * Gives all open deals of one member to another, seen or not, in a fixed number of statements: the same event, history
 * and projections as one edit each. Gives how many.
 */
export function giveDeals(tx: Tx, ctx: Ctx, from: string, to: string): Promise<number> {
  return changeOwner(tx, ctx, from, to, sql`r.status = 'open' and r.deleted_at is null`);
}

/** Gives deals back that were given, as far as nothing happened on them since. Gives how many. */
export function giveBack(tx: Tx, ctx: Ctx, { from, to, at }: Given): Promise<number> {
  return changeOwner(
    tx,
    ctx,
    to,
    from,
    sql`(r.id, r.seq) in (select f.run_id, f.seq from field_change f where f.org_id = r.org_id and f.field = 'owner'
      and f.recorded_at = ${at} and f."from" = to_jsonb(${from}::text))`,
  );
}

function changeOwner(tx: Tx, ctx: Ctx, owner: string | null, to: string, which: Sql): Promise<number> {
  return seeingAll(tx, ctx, async () => {
    const orgId = ctx.org.id;
    const rows = await tx.$queryRaw<Row[]>`
      select r.id, r.owner_id as owner, r.seq, r.process_id, r.status, r.stage_key, d.amount_minor, d.currency
      from run r join deal d on d.org_id = r.org_id and d.id = r.id
      where r.org_id = ${orgId}::uuid and r.kind = 'deal' and (${owner}::uuid is null or r.owner_id = ${owner}::uuid) and ${which}
      order by r.id for update of r`;
    if (rows.length === 0) return 0;
    const occurred = { day: ctx.today, at: ctx.now.toISOString() };
    const recordedAt = ctx.now.toISOString();
    await tx.event.createMany({
      data: rows.map(({ id, owner: from, seq }) =>
        toEventRow(
          orgId,
          id,
          {
            type: "field.changed",
            field: "owner",
            from,
            to,
            seq: seq + 1,
            occurred,
            recordedAt,
            actorId: ctx.actor.id,
          },
          ctx.actor.kind,
        ),
      ),
    });
    await tx.fieldChange.createMany({
      data: rows.map(({ id, owner: from, seq }) => ({
        orgId,
        runId: id,
        seq: seq + 1,
        field: "owner",
        from,
        to,
        occurredOn: new Date(`${ctx.today}T00:00:00Z`),
        recordedAt: ctx.now,
        actorId: ctx.actor.id,
      })),
    });
    await tx.run.updateMany({
      where: { orgId, id: { in: rows.map(({ id }) => id) } },
      data: { ownerId: to, lastEventAt: ctx.now, seq: { increment: 1 }, version: { increment: 1 } },
    });
    const shares = (ownerId: string | null) =>
      rows.map(({ owner, status, process_id, stage_key, amount_minor, currency }) =>
        status === "open" && stage_key !== null
          ? {
              processId: process_id,
              stageKey: stage_key,
              ownerId: ownerId ?? owner,
              currency,
              amountMinor: Number(amount_minor ?? 0),
            }
          : null,
      );
    await addToTotals(tx, ctx, netDeltas(shares(null), shares(to)));
    return rows.length;
  });
}
