import "server-only";
import type { Ctx } from "@/lib/platform/context";
import type { Tx } from "@/lib/platform/db/tenant";
import type { Share } from "./projection";
import { writeRuns } from "./write-runs";

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

/** The rows that add deltas to the roll-ups of the stages, in the one order in which all writers lock them. */
export const totalRows = (ctx: Ctx, deltas: readonly Delta[]) =>
  [...deltas]
    .sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))
    .map((delta) => ({ orgId: ctx.org.id, ...delta }));

/** Adds deltas to the roll-ups of the stages. */
export const addToTotals = (tx: Tx, ctx: Ctx, deltas: readonly Delta[]): Promise<void> =>
  writeRuns(tx, { totals: totalRows(ctx, deltas) });
