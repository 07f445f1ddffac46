import "server-only";
import type { Ctx } from "@/lib/platform/context";
import { seeingAll } from "@/lib/platform/db/seeing-all";
import type { Tx } from "@/lib/platform/db/tenant";
import type { Share } from "./projection";

const SHARDS = 16;

type Delta = Share & { deals: number };

function keyOf({ processId, stageKey, ownerId, currency }: Share): string {
  return [processId, stageKey, ownerId, currency].join("|");
}

/** The net change of the roll-ups between what runs added before and what they add now. */
export function netDeltas(before: (Share | null)[], after: (Share | null)[]): Delta[] {
  const net = new Map<string, Delta>();
  const count = (share: Share | null, sign: 1 | -1) => {
    if (!share) return;
    const at = net.get(keyOf(share)) ?? { ...share, deals: 0, amountMinor: 0 };
    net.set(keyOf(share), {
      ...at,
      deals: at.deals + sign,
      amountMinor: at.amountMinor + sign * share.amountMinor,
    });
  };
  for (const share of before) count(share, -1);
  for (const share of after) count(share, 1);
  return [...net.values()].filter(({ deals, amountMinor }) => deals !== 0 || amountMinor !== 0);
}

/**
 * Adds deltas to the roll-ups of the stages. Each connection writes its own shard, so that writers rarely meet, and
 * rows are locked in one order, so that they never wait for each other in a circle.
 */
export async function addToTotals(tx: Tx, ctx: Ctx, deltas: Delta[]): Promise<void> {
  if (!deltas.length) return;
  const rows = [...deltas].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
  await seeingAll(
    tx,
    ctx,
    () => tx.$executeRaw`
    insert into stage_total as t (org_id, process_id, stage_key, owner_id, currency, shard, deals, amount_minor)
    select ${ctx.org.id}::uuid, d.process_id, d.stage_key, d.owner_id, d.currency, pg_backend_pid() % ${SHARDS}::int, d.deals, d.amount_minor
    from unnest(
      ${rows.map((d) => d.processId)}::uuid[], ${rows.map((d) => d.stageKey)}::text[], ${rows.map((d) => d.ownerId)}::uuid[],
      ${rows.map((d) => d.currency)}::text[], ${rows.map((d) => d.deals)}::int[], ${rows.map((d) => d.amountMinor)}::bigint[]
    ) as d (process_id, stage_key, owner_id, currency, deals, amount_minor)
    on conflict (org_id, process_id, stage_key, owner_id, currency, shard)
    do update set deals = t.deals + excluded.deals, amount_minor = t.amount_minor + excluded.amount_minor`,
  );
}
