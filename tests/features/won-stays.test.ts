import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { countWonVisits, wonVisitDays, wonVisitsSince } from "@/lib/domain/insights/won-visits";
import { countWonVisits as countInInsights } from "@/lib/features/insights/store";
import { wonStays, wonStaysOf } from "@/lib/features/runs/pace";
import { NOW, newWorld, type OrgWorld } from "@/tests/support/world";
import { ABC, type DealHistory, inside, publish, write } from "./insights-fixtures";
import { historyOf, stateAt, wonDealOf } from "./insights-oracle";

const TODAY = "2026-11-25";
const LAST = [1, 2, 5, 500];

describe("how long the last won deals stayed", () => {
  let world: OrgWorld;
  let processes: { processId: string; deals: DealHistory[]; orders: Record<string, string[]> }[];
  const wanted = ({ deals, orders }: (typeof processes)[number], last: number) => {
    const won = deals.flatMap((deal) => {
      const state = stateAt(deal, orders, TODAY, null);
      return state ? wonDealOf(deal.id, state) : [];
    });
    return wonVisitDays(countWonVisits(won, wonVisitsSince(TODAY), TODAY, last));
  };

  // Two processes of the same stages in one organisation, with deals that were won, lost, reopened and thrown away.
  beforeAll(async () => {
    world = await newWorld();
    processes = [];
    for (const seed of [7, 8]) {
      const first = await publish(world.manager.caller, ABC);
      const next = await publish(world.manager.caller, ABC, { ...first, number: 2, why: "The same stages" });
      const versionIds = [first.versionId, next.versionId];
      const cast = { processId: first.processId, versionIds, owners: [world.rep.id], products: [null] };
      const deals = fc.sample(historyOf(cast), { numRuns: 40, seed });
      await write(world.manager.caller, deals);
      const orders = Object.fromEntries(versionIds.map((id) => [id, ["a", "b", "c"]]));
      processes.push({ processId: first.processId, deals, orders });
    }
  });

  it.each(LAST)("is counted over the last %d of its own process", async (last) => {
    for (const process of processes) {
      const { processId } = process;
      const all = await inside(world.manager.caller, (tx, ctx) =>
        wonStays(tx, ctx.org.id, processId, TODAY, { last }),
      );
      expect(all).toEqual(wanted(process, last));
      const one = await inside(world.manager.caller, (tx, ctx) =>
        wonStays(tx, ctx.org.id, processId, TODAY, { last, stageKey: "b" }),
      );
      expect([...one]).toEqual([...wanted(process, last)].filter(([key]) => key === "b"));
    }
    expect(wanted(processes[0] as never, 2)).not.toEqual(wanted(processes[0] as never, 5));
  });

  it.each(LAST)("is the same over the last %d for several processes, and in the figures", async (last) => {
    const ids = processes.map(({ processId }) => processId);
    await inside(world.manager.caller, async (tx, ctx) => {
      const several = await wonStaysOf(tx, ctx.org.id, ids, TODAY, { last });
      for (const knownAt of [null, NOW.toISOString()]) {
        const moment = { asOf: TODAY, knownAt, processId: null };
        const counted = await countInInsights(tx, ctx, moment, last);
        for (const process of processes) {
          const own = counted.filter(({ processId }) => processId === process.processId);
          expect(wonVisitDays(own)).toEqual(wanted(process, last));
          expect(several.get(process.processId)).toEqual(wanted(process, last));
        }
      }
    });
  });
});
