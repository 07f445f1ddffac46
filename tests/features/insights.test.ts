import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { GROUPINGS } from "@/lib/domain/insights/aggregate";
import { type DealDrill, dealsBehind } from "@/lib/domain/insights/drill";
import { pipelineFromFacts } from "@/lib/domain/insights/pipeline";
import { stageHealth } from "@/lib/domain/insights/stage-health";
import { countWonVisits, wonVisitDays, wonVisitsSince } from "@/lib/domain/insights/won-visits";
import { addDays, type Day, daysBetween } from "@/lib/domain/shared/day";
import { askOf } from "@/lib/features/insights/ask";
import { PipelineFilter } from "@/lib/features/insights/input";
import { insightsChoices, insightsDeals, insightsPipeline } from "@/lib/features/insights/queries";
import type { InsightDealsPage, PipelineReport } from "@/lib/features/insights/view";
import { read } from "@/lib/platform/execute";
import { newId } from "@/lib/platform/id";
import { NOW, newWorld, type OrgWorld } from "../support/world";
import {
  ABC,
  closed,
  type DealHistory,
  inside,
  moved,
  opened,
  publish,
  reopened,
  write,
} from "./insights-fixtures";
import { type Cast, factOf, historyOf, stateAt, wonDealOf } from "./insights-oracle";

const TODAY = "2026-11-25";
const ORDERS = ({ versionIds }: Cast) =>
  Object.fromEntries(versionIds.map((id) => [id, ABC.stages.map(({ key }) => key)]));

async function pipeline(world: OrgWorld, filter: PipelineFilter): Promise<PipelineReport> {
  const result = await read(insightsPipeline, world.viewer.caller, filter, { now: NOW });
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  return result.value;
}
async function behind(world: OrgWorld, input: object): Promise<InsightDealsPage> {
  const result = await read(insightsDeals, world.viewer.caller, input, { now: NOW });
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  return result.value as InsightDealsPage;
}
const idsBehind = async (world: OrgWorld, input: object) =>
  (await behind(world, { ...input, limit: 1000 })).deals.map(({ id }) => id).sort();
/** JSON leaves out what is undefined, as an answer over HTTP does. */
const plain = (value: unknown) => JSON.parse(JSON.stringify(value));

async function cast(world: OrgWorld): Promise<Cast> {
  const { processId, versionId } = await publish(world.manager.caller, ABC);
  const next = await publish(world.manager.caller, ABC, { processId, number: 2, why: "Other stages" });
  const products = [newId(), newId()];
  await inside(world.manager.caller, async (tx, ctx) => {
    await tx.product.createMany({
      data: products.map((id, index) => ({
        orgId: ctx.org.id,
        id,
        name: `P${index}`,
        normalName: `p${index}`,
      })),
    });
    await tx.membership.update({
      where: { orgId_id: { orgId: ctx.org.id, id: world.rep.id } },
      data: { teamId: world.team.id },
    });
  });
  const placeholder = newId();
  await inside(world.manager.caller, (tx, ctx) =>
    tx.membership.create({
      data: {
        orgId: ctx.org.id,
        id: placeholder,
        name: "Named in a file",
        role: "rep",
        status: "placeholder",
      },
    }),
  );
  return {
    processId,
    versionIds: [versionId, next.versionId],
    owners: [world.rep.id, world.otherRep.id, placeholder],
    products: [...products, null],
  };
}

describe("the pipeline against its histories, one by one", () => {
  let world: OrgWorld;
  let made: Cast;
  let deals: readonly DealHistory[];
  const teams = () => new Map([[world.rep.id, world.team.id]]);
  const statesAt = (asOf: Day, knownAt: string | null) =>
    deals.flatMap((deal) => {
      const state = stateAt(deal, ORDERS(made), asOf, knownAt);
      return state ? [{ id: deal.id, state }] : [];
    });

  beforeAll(async () => {
    world = await newWorld();
    made = await cast(world);
    deals = fc.sample(historyOf(made), { numRuns: 70, seed: 2026 });
    await write(world.manager.caller, deals);
  });

  const anyDay = fc.integer({ min: -5, max: 420 }).map((offset) => addDays("2026-01-01", offset));
  const anyAsk = fc.record({
    asOf: fc.oneof(anyDay, fc.constant(TODAY)).map((day) => (day > TODAY ? TODAY : day)),
    knownAt: fc.option(
      anyDay.map((day) => `${day}T12:00:00.000Z`),
      { nil: undefined, freq: 2 },
    ),
    processId: fc.boolean(),
    groupBy: fc.option(fc.constantFrom(...GROUPINGS), { nil: undefined }),
    owner: fc.option(fc.nat({ max: 2 }), { nil: undefined, freq: 1 }),
    segment: fc.option(fc.constantFrom("small", null), { nil: undefined, freq: 1 }),
    from: fc.option(anyDay, { nil: undefined, freq: 1 }),
    to: fc.option(anyDay, { nil: undefined, freq: 1 }),
  });

  it("gives the same figures as a naive count, and each opens exactly its deals", async () => {
    await fc.assert(
      fc.asyncProperty(anyAsk, async ({ processId, owner, ...rest }) => {
        const filter: PipelineFilter = {
          ...rest,
          ...(processId && { processId: made.processId }),
          ...(owner !== undefined && { ownerId: made.owners[owner] }),
        };
        const { asOf, knownAt } = rest;
        const facts = statesAt(asOf, knownAt ?? null).map(({ id, state }) =>
          factOf(id, state, teams(), "EUR"),
        );
        const ask = askOf(PipelineFilter.parse(filter), TODAY);
        const stageKeys = processId ? ["a", "b", "c"] : [];
        const wanted = pipelineFromFacts(facts, ask, { stageKeys, rates: { base: "EUR", perUnit: {} } });
        const found = await pipeline(world, filter);
        expect(plain(found.total)).toEqual(plain(wanted.total));
        expect(plain(found.groups.map(({ key, figures }) => ({ key, figures })))).toEqual(
          plain(wanted.groups),
        );
        const { open, winRate, wonCycle, outcomes, wonValue } = found.total;
        for (const { n, drill } of [open, winRate, wonCycle.median, outcomes.lost, wonValue.total]) {
          const ids = await idsBehind(world, { drill, knownAt });
          expect(ids).toEqual([...dealsBehind(facts, drill as DealDrill)].sort());
          expect(ids).toHaveLength(n);
        }
        for (const { figures } of found.groups.slice(0, 2)) {
          expect((await behind(world, { drill: figures.closed.drill, knownAt })).total).toBe(
            figures.closed.n,
          );
        }
      }),
      { numRuns: 50 },
    );
  });

  it("holds each open deal against the days of won deals in its stage", async () => {
    await fc.assert(
      fc.asyncProperty(anyAsk, async ({ asOf, knownAt }) => {
        const states = statesAt(asOf, knownAt ?? null);
        const since = wonVisitsSince(asOf);
        const visits = wonVisitDays(
          countWonVisits(
            states.flatMap(({ id, state }) => wonDealOf(id, state)),
            since,
            asOf,
          ),
        );
        const planned = new Map(ABC.stages.map(({ key, plannedDays }) => [key, plannedDays]));
        const wanted = (status: string) =>
          states
            .map(({ id, state }) => factOf(id, state, teams(), "EUR"))
            .filter(({ closedOn }) => closedOn === null)
            .filter(({ stageKey, enteredStageOn }) => {
              const ageDays = enteredStageOn === null ? null : daysBetween(enteredStageOn, asOf);
              const key = stageKey ?? "";
              const health = stageHealth({
                ageDays,
                wonVisitDays: visits.get(key) ?? [],
                plannedDays: planned.get(key) ?? null,
              });
              return health.status === status;
            })
            .map(({ id }) => id)
            .sort();
        const found = await pipeline(world, { asOf, knownAt, processId: made.processId });
        const { drill } = found.total.open;
        expect(found.stalled.deals).toBe(wanted("stalled").length);
        expect(await idsBehind(world, { drill, knownAt, only: "stalled" })).toEqual(wanted("stalled"));
        expect(await idsBehind(world, { drill, knownAt, only: "slow" })).toEqual(wanted("slow"));
        expect(found.slow.deals).toBe(wanted("slow").length);
      }),
      { numRuns: 20 },
    );
  });

  it("pages through the deals without losing or repeating one", async () => {
    const { drill } = (await pipeline(world, {})).total.open;
    const all = await behind(world, { drill, limit: 1000 });
    const seen: string[] = [];
    let cursor: InsightDealsPage["next"] | undefined;
    do {
      const page: InsightDealsPage = await behind(world, { drill, limit: 7, ...(cursor && { cursor }) });
      seen.push(...page.deals.map(({ id }) => id));
      cursor = page.next;
    } while (cursor);
    expect(seen).toEqual(all.deals.map(({ id }) => id));
    expect(new Set(seen).size).toBe(all.total);
  });
});

describe("the pipeline of a few deals", () => {
  let world: OrgWorld;
  let made: Cast;
  const deal = (...events: DealHistory["events"]): DealHistory => ({
    id: newId(),
    processId: made.processId,
    events,
  });
  const start = (day: Day, more: Partial<Parameters<typeof opened>[0]> = {}) =>
    opened({ versionId: made.versionIds[0] ?? "", owner: world.rep.id, day, ...more });

  let unknown: DealHistory;
  let twice: DealHistory;
  beforeAll(async () => {
    world = await newWorld();
    made = await cast(world);
    unknown = deal(start("2026-06-01", { startKnown: false }), closed("won", "2026-08-01"));
    twice = deal(
      start("2026-03-01"),
      closed("lost", "2026-04-01"),
      reopened("b", "2026-05-01"),
      closed("won", "2026-06-30"),
    );
    const euro = deal(
      start("2026-09-01", { amount: { minor: 100_00, currency: "EUR" } }),
      moved("a", "b", "2026-09-11"),
    );
    const dollar = deal(start("2026-09-05", { amount: { minor: 50_00, currency: "USD" } }));
    await write(world.manager.caller, [unknown, twice, euro, dollar]);
  });

  it("counts a deal of unknown start as open until it closes, and leaves it out of durations", async () => {
    for (const asOf of ["2026-01-01", "2026-07-31"]) {
      const { total, unknownStart } = await pipeline(world, { asOf });
      expect(await idsBehind(world, { drill: total.open.drill })).toContain(unknown.id);
      expect(unknownStart).toBe(1);
      expect(await idsBehind(world, { drill: total.open.drill, only: "unknown-start" })).toEqual([
        unknown.id,
      ]);
    }
    const { total } = await pipeline(world, { asOf: "2026-08-01" });
    expect(await idsBehind(world, { drill: total.outcomes.won.drill })).toContain(unknown.id);
    expect(total.wonCycle.median).toMatchObject({ n: 1, exclusions: [{ reason: "unknown-start", n: 1 }] });
  });

  it("follows a reopened deal: lost, open again, then won from its first day to its last", async () => {
    const at = async (asOf: Day) => (await pipeline(world, { asOf })).total;
    expect(await idsBehind(world, { drill: (await at("2026-04-01")).outcomes.lost.drill })).toEqual([
      twice.id,
    ]);
    const between = await at("2026-05-15");
    expect(between.closed.n).toBe(0);
    expect(await idsBehind(world, { drill: between.open.drill })).toContain(twice.id);
    const { deals } = await behind(world, { drill: (await at("2026-06-30")).outcomes.won.drill });
    expect(deals).toMatchObject([{ id: twice.id, days: 121 }]);
    const april = (await pipeline(world, { asOf: "2026-06-30", quarter: "2026-Q2", groupBy: "quarter" }))
      .groups;
    expect(april.map(({ key, figures }) => [key, figures.outcomes.won.n, figures.outcomes.lost.n])).toEqual([
      ["2026-Q2", 1, 0],
      [null, 0, 0],
    ]);
  });

  it("never adds two currencies without a rate, names what is missing, and adds them with one", async () => {
    const { openValue } = (await pipeline(world, {})).total;
    expect(openValue).toMatchObject({
      sums: [
        { currency: "EUR", minor: 100_00 },
        { currency: "USD", minor: 50_00 },
      ],
      total: { value: null, status: "insufficient" },
      missing: ["USD"],
    });
    await inside(world.manager.caller, (tx, ctx) =>
      tx.currencyRate.create({
        data: {
          orgId: ctx.org.id,
          base: "USD",
          quote: "EUR",
          day: new Date("2026-10-01T00:00:00Z"),
          rate: 0.9,
        },
      }),
    );
    expect((await pipeline(world, {})).total.openValue).toMatchObject({
      total: { value: 145_00 },
      missing: [],
    });
    expect((await pipeline(world, { asOf: "2026-09-30" })).total.openValue.missing).toEqual(["USD"]);
  });

  it("reads as what was known then when asked so", async () => {
    const late = deal(start("2026-02-01"), {
      ...closed("won", "2026-02-10"),
      recordedAt: "2026-03-15T09:00:00.000Z",
    });
    await write(world.manager.caller, [late]);
    const asOf = "2026-02-28";
    expect((await pipeline(world, { asOf })).total.outcomes.won.n).toBe(1);
    const then = await pipeline(world, { asOf, knownAt: "2026-03-01T00:00:00.000Z" });
    expect(then.total.outcomes.won.n).toBe(0);
    expect(await idsBehind(world, { drill: then.total.open.drill, knownAt: then.knownAt })).toContain(
      late.id,
    );
  });

  it("offers every owner of a deal as a filter, placeholders too", async () => {
    const given = await read(insightsChoices, world.viewer.caller, {}, { now: NOW });
    expect(given).toMatchObject({ ok: true, value: { owners: [{ name: "Rosa Rep" }], segments: [] } });
  });

  it("shows nothing of another organisation", async () => {
    const other = await newWorld();
    expect((await pipeline(other, {})).total).toMatchObject({ open: { n: 0 }, closed: { n: 0 } });
    const foreign = await read(insightsPipeline, other.owner.caller, { processId: made.processId });
    expect(foreign).toMatchObject({ ok: false, refusal: { code: "not-found" } });
    const { drill } = (await pipeline(world, {})).total.open;
    expect(await behind(other, { drill })).toMatchObject({ total: 0, deals: [] });
    expect(await behind(other, { drill: { ...drill, processId: made.processId } })).toMatchObject({
      total: 0,
    });
  });
});
