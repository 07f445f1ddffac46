import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { countWonVisits, wonVisitDays, wonVisitsSince } from "@/lib/domain/insights/won-visits";
import { closeDeal, deleteDeal, reopenDeal, restoreDeal } from "@/lib/features/deals/commands";
import { createDeal } from "@/lib/features/deals/create";
import { dealsRead } from "@/lib/features/deals/queries";
import type { DealView } from "@/lib/features/deals/view";
import { countWonVisits as countInInsights } from "@/lib/features/insights/store";
import { openDeals } from "@/lib/features/runs/open";
import { wonStays, wonStaysOf } from "@/lib/features/runs/pace";
import { compiledVersions } from "@/lib/features/runs/versions";
import { execute, read } from "@/lib/platform/execute";
import { newId } from "@/lib/platform/id";
import { NOW, newWorld, type OrgWorld } from "@/tests/support/world";
import { ABC, closed, type DealHistory, inside, opened, publish, write } from "./insights-fixtures";
import { historyOf, stateAt, wonDealOf } from "./insights-oracle";

const TODAY = "2026-11-25";
const LAST = [1, 2, 5, 500];

describe("how long the last won deals stayed", () => {
  let world: OrgWorld;
  let processes: { processId: string; deals: DealHistory[]; orders: Record<string, string[]> }[];
  type Known = string | null;
  const wanted = ({ deals, orders }: (typeof processes)[number], last: number, knownAt: Known = null) => {
    const won = deals.flatMap((deal) => {
      const state = stateAt(deal, orders, TODAY, knownAt);
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
          expect(wonVisitDays(own)).toEqual(wanted(process, last, knownAt));
          expect(several.get(process.processId)).toEqual(wanted(process, last));
        }
      }
    });
  });
});

describe("what a deal's page says is usual, kept between reads", () => {
  it("changes with every deal that is won, reopened, thrown away or brought back", async () => {
    const world = await newWorld();
    const { caller } = world.manager;
    const { processId } = await publish(caller, ABC);
    const act = async (verb: Parameters<typeof execute>[0], input: object) => {
      const result = await execute(verb, caller, input, { now: NOW });
      if (!result.ok) throw new Error(JSON.stringify(result.refusal));
    };
    const make = async () => {
      const id = newId();
      await act(createDeal, { id, processId, title: "Deal" });
      return id;
    };
    const look = async (id: string): Promise<DealView> => {
      const result = await read(dealsRead, caller, { id }, { now: NOW });
      if (!result.ok) throw new Error(JSON.stringify(result.refusal));
      return result.value;
    };
    const open = await make();
    const counted = async () => (await look(open)).pace?.n;
    const won = await make();
    const turn = async () => ({ id: won, version: (await look(won)).version });
    const close = { outcome: "won", reason: null };
    expect(await counted()).toBe(0);
    await act(closeDeal, { ...(await turn()), ...close });
    expect(await counted()).toBe(1);
    await act(reopenDeal, { ...(await turn()), stageKey: "a" });
    expect(await counted()).toBe(0);
    await act(closeDeal, { ...(await turn()), ...close });
    const { version } = await turn();
    await act(deleteDeal, { id: won, version });
    expect(await counted()).toBe(0);
    await act(restoreDeal, { id: won, version: version + 1 });
    // It stayed there twice: until it was won, and since it was reopened.
    expect(await counted()).toBe(2);
  });

  it("misses no win that was under way while it was counted", async () => {
    const world = await newWorld();
    const { caller } = world.manager;
    const { processId, versionId } = await publish(caller, ABC);
    const deal = (events: DealHistory["events"]): DealHistory => ({ id: newId(), processId, events });
    const first = opened({ versionId, owner: world.rep.id, day: "2026-11-01" });
    const stands = deal([first]);
    await write(caller, [stands]);
    const counted = async () => {
      const result = await read(dealsRead, caller, { id: stands.id }, { now: NOW });
      return result.ok && result.value.pace?.n;
    };
    const winning = (day: string) => deal([first, closed("won", day)]);
    await inside(caller, async (tx, ctx) => {
      const versions = await compiledVersions(tx, ctx.org.id, [versionId]);
      await openDeals(tx, ctx, [winning("2026-11-05")], versions);
      // A later one is written, and counted, while this one is not there yet for anybody else.
      await write(caller, [winning("2026-11-06")]);
      expect(await counted()).toBe(1);
    });
    expect(await counted()).toBe(2);
  });
});
