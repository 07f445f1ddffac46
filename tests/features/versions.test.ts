import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { isBehind } from "@/lib/domain/insights/drill";
import type { Estimate } from "@/lib/domain/statistics/estimate";
import { tally } from "@/lib/domain/statistics/tally";
import { judge } from "@/lib/domain/versions/evidence";
import { versionFigures } from "@/lib/domain/versions/figures";
import { versionRows } from "@/lib/domain/versions/rows";
import { insightsDeals } from "@/lib/features/insights/queries";
import { startDraft } from "@/lib/features/processes/commands";
import { processVersions } from "@/lib/features/processes/queries";
import { staysSql, versionRowsSql } from "@/lib/features/processes/store-version-figures";
import type { ProcessVersions } from "@/lib/features/processes/view";
import { pools } from "@/lib/platform/db/pools";
import { type Sql, sql } from "@/lib/platform/db/sql";
import { execute, read } from "@/lib/platform/execute";
import { newId } from "@/lib/platform/id";
import { ownDatabase } from "../support/plans";
import { NOW, newWorld, type OrgWorld } from "../support/world";
import { ABC, type DealHistory, inside, publish, stage } from "./insights-fixtures";
import { type Life, livesOn, statesOf, stayOf, versionFactOf, writeLives } from "./versions-oracle";

const database = ownDatabase();
const TODAY = "2026-11-25";
const STAGES = ["a", "b", "c"];
const SLOWER = {
  ...ABC,
  stages: ABC.stages.map((one) => (one.key === "b" ? { ...one, plannedDays: 25 } : one)),
};
const LONGER = { ...SLOWER, stages: [...SLOWER.stages, stage("d", { plannedDays: 5 })] };

let world: OrgWorld;
let processId: string;
let versions: readonly string[];
let deals: readonly DealHistory[];
let lives: readonly Life[];
let bystanders: readonly Life[];

async function versionsOf(
  input: {
    processId: string;
    before?: number;
    from?: number | "draft";
    to?: number | "draft";
  },
  who: "viewer" | "manager" = "viewer",
) {
  const result = await read(processVersions, world[who].caller, input, { now: NOW });
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  return result.value as ProcessVersions;
}
async function idsBehind({ drill }: Estimate): Promise<string[]> {
  const result = await read(insightsDeals, world.viewer.caller, { drill, limit: 1000 } as never, {
    now: NOW,
  });
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  return result.value.deals.map(({ id }) => id).sort();
}
const plain = (value: unknown) => JSON.parse(JSON.stringify(value));

/** A next version with what it promises, beside the one that is there. */
async function next(of: string, number: number, document: typeof ABC, hypothesis: object): Promise<string> {
  const made = await publish(world.manager.caller, document, {
    processId: of,
    number,
    why: `Why ${number}`,
    hypothesis,
  });
  return made.versionId;
}

beforeAll(async () => {
  world = await newWorld("Versions");
  const first = await publish(world.manager.caller, ABC);
  processId = first.processId;
  const second = await next(processId, 2, SLOWER, { metric: "win-rate", direction: "up", size: 10 });
  const third = await next(processId, 3, LONGER, {
    metric: "stage-days",
    stageKey: "b",
    direction: "down",
    size: 5,
  });
  const fourth = await next(processId, 4, LONGER, { metric: "deal-value", direction: "up", size: 20 });
  versions = [first.versionId, second, third, fourth];
  const orders = Object.fromEntries(versions.map((id) => [id, STAGES]));
  const other = await publish(world.manager.caller, ABC);
  const others = fc.sample(livesOn(other.processId, [other.versionId], world.rep.id), {
    numRuns: 20,
    seed: 7,
  });
  await writeLives(world.manager.caller, others, [other.versionId]);
  bystanders = statesOf(others, { [other.versionId]: STAGES });
  // The many are written with a planner that has seen a few.
  await database.settle();
  deals = fc.sample(livesOn(processId, versions, world.rep.id), { numRuns: 220, seed: 2026 });
  await writeLives(world.manager.caller, deals, versions);
  lives = statesOf(deals, orders);
}, 120_000);

/** The deals that ran on a version and are on another one now. */
function wentOnFrom(version: string): string[] {
  const facts = lives.map(versionFactOf);
  return deals
    .filter(({ id, events }) => {
      const left = events.some((event) => event.type === "run.version-switched" && event.from === version);
      const now = facts.find((fact) => fact.id === id);
      return left && now !== undefined && now.versionId !== version && versionRows([now], TODAY).length > 0;
    })
    .map(({ id }) => id)
    .sort();
}

describe("the figures of versions against the histories, one by one", () => {
  it("count each deal once, under the version it runs on or closed on", async () => {
    const { versions: entries } = await versionsOf({ processId });
    expect(entries.map(({ number }) => number)).toEqual([4, 3, 2, 1]);
    for (const { id, figures } of entries) {
      const facts = lives.map(versionFactOf).filter(({ versionId }) => versionId === id);
      const counted = { rows: versionRows(facts, TODAY), wentOn: wentOnFrom(id).length };
      const wanted = versionFigures(counted, { processId, versionId: id, asOf: TODAY });
      expect(plain(figures)).toEqual(plain(wanted));
      expect(figures?.cameOver.n).toBeGreaterThan(0);
      expect(figures?.wentOn.n).toBeGreaterThan(0);
    }
    const all = entries.reduce(
      (sum, { figures }) => sum + (figures?.open.n ?? 0) + (figures?.closed.n ?? 0),
      0,
    );
    expect(all).toBe(lives.length);
    expect(bystanders.length).toBeGreaterThan(0);
  });

  it("open exactly their deals", async () => {
    const { versions: entries } = await versionsOf({ processId });
    for (const { id, figures } of entries) {
      if (!figures) throw new Error("a published version has figures");
      const facts = lives.map(versionFactOf).filter(({ versionId }) => versionId === id);
      for (const estimate of [
        figures.open,
        figures.closed,
        figures.winRate,
        figures.cycle,
        figures.cameOver,
      ]) {
        const drill = estimate.drill as Parameters<typeof isBehind>[1];
        const wanted = facts
          .filter((fact) => isBehind(fact, drill) && (!drill.cameOver || fact.startedOn !== id))
          .map((fact) => fact.id)
          .sort();
        expect(await idsBehind(estimate), estimate.definition).toEqual(wanted);
        expect(wanted, estimate.definition).toHaveLength(estimate.n);
      }
      expect(await idsBehind(figures.wentOn)).toEqual(wentOnFrom(id));
    }
  });

  it("as of an earlier day keep a deal on the version it was on then", async () => {
    const moved = lives.find(
      ({ state, startedOn }) => state.status === "open" && state.versionId !== startedOn,
    );
    const history = deals.find(({ id }) => id === moved?.id);
    const turn = history?.events.find(({ type }) => type === "run.version-switched");
    if (!moved || turn?.type !== "run.version-switched") throw new Error("nobody went over");
    const ids = async (versionId: string, asOf: string) => {
      const drill = { asOf, status: "any", processId, versionId };
      const result = await read(insightsDeals, world.viewer.caller, { drill, limit: 1000 } as never, {
        now: NOW,
      });
      return result.ok ? result.value.deals.map(({ id }) => id) : [];
    };
    const dayBefore = new Date(Date.parse(turn.occurred.day) - 86_400_000).toISOString().slice(0, 10);
    const opening = history?.events[0];
    const wasThere =
      opening?.type === "run.opened" && (!opening.startKnown || opening.occurred.day <= dayBefore);
    expect((await ids(turn.from, dayBefore)).includes(moved.id)).toBe(wasThere);
    expect(await ids(moved.state.versionId, TODAY)).toContain(moved.id);
    expect(await ids(turn.from, TODAY)).not.toContain(moved.id);
  });
});

describe("two versions side by side", () => {
  it("are any two, with the same figures and the stays in the stages they share", async () => {
    const { comparison, versions: entries } = await versionsOf({ processId, from: 1, to: 3 });
    expect(comparison).toMatchObject({ from: { number: 1 }, to: { number: 3 } });
    expect(comparison?.changes.map(({ change, key }) => ({ change, key }))).toEqual([
      { change: "retimed", key: "b" },
      { change: "added", key: "d" },
    ]);
    expect(comparison?.rows.map(({ figure, stageKey }) => stageKey ?? figure)).toEqual([
      "win-rate",
      "cycle",
      "a",
      "b",
      "c",
    ]);
    for (const row of comparison?.rows ?? []) {
      for (const [estimate, number] of [
        [row.before, 1],
        [row.now, 3],
      ] as const) {
        const entry = entries.find((one) => one.number === number);
        if (row.figure === "win-rate") expect(estimate).toEqual(entry?.figures?.winRate);
        if (row.figure !== "stay") continue;
        const stays = lives.flatMap(({ id, state }) => {
          const stayed = stayOf(state, entry?.id ?? "", row.stageKey ?? "");
          return stayed === null ? [] : [{ id, stayed }];
        });
        expect(estimate.n).toBe(stays.length);
        const sorted = stays.map(({ stayed }) => stayed).sort((a, b) => a - b);
        const middle = sorted.length / 2;
        const median = Number.isInteger(middle)
          ? ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2
          : sorted[Math.floor(middle)];
        if (estimate.value !== null) expect(estimate.value).toBe(median);
        expect(await idsBehind(estimate)).toEqual(stays.map(({ id }) => id).sort());
      }
    }
  });

  it("are the last two unless said otherwise; one of them may be the draft, which has no figures", async () => {
    expect((await versionsOf({ processId })).comparison).toMatchObject({
      from: { number: 3 },
      to: { number: 4 },
    });
    const other = await publish(world.manager.caller, ABC);
    expect((await versionsOf({ processId: other.processId })).comparison).toBeNull();
    await execute(startDraft, world.manager.caller, { id: newId(), processId: other.processId });
    const { comparison } = await versionsOf({ processId: other.processId, to: "draft" }, "manager");
    expect(comparison).toMatchObject({
      from: { number: 1 },
      to: { number: null, status: "draft" },
      rows: [],
    });
    expect((await versionsOf({ processId: other.processId, from: 1, to: 99 })).comparison).toBeNull();
    // Who may not change the process does not see that there is a draft.
    const seen = await versionsOf({ processId: other.processId, to: "draft" });
    expect([seen.comparison, seen.versions.length, seen.choices.length]).toEqual([null, 1, 1]);
  });
});

describe("what a version promised", () => {
  it("is judged by the very deals: win rate, days in a stage, amounts", async () => {
    const { versions: entries } = await versionsOf({ processId });
    const on = (number: number) => {
      const entry = entries.find((one) => one.number === number);
      const ran = lives.filter(({ state }) => state.versionId === entry?.id);
      return { entry, ran };
    };
    const rate = (number: number) => {
      const decided = on(number).ran.filter(({ state }) =>
        ["won", "lost", "no-decision"].includes(state.outcome ?? ""),
      );
      return {
        kind: "share",
        k: decided.filter(({ state }) => state.outcome === "won").length,
        n: decided.length,
      } as const;
    };
    const stays = (number: number) =>
      ({
        kind: "days",
        days: tally(lives.flatMap(({ state }) => stayOf(state, on(number).entry?.id ?? "", "b") ?? [])),
      }) as const;
    const amounts = (number: number) => {
      const won = on(number)
        .ran.map(versionFactOf)
        .filter(({ outcome, currency }) => outcome === "won" && currency === "EUR");
      return {
        kind: "amounts",
        amounts: tally(won.flatMap(({ amountMinor }) => amountMinor ?? [])),
      } as const;
    };
    const judged = (number: number) => plain(on(number).entry?.promised);
    const hypothesis = (number: number) => {
      const found = on(number).entry?.hypothesis;
      if (!found) throw new Error(`version ${number} promised something`);
      return found;
    };
    expect(judged(1)).toBeNull();
    expect(judged(2)).toEqual(
      plain({
        kind: "judged",
        against: 1,
        sample: "share",
        evidence: judge(hypothesis(2), rate(2), rate(1)),
      }),
    );
    expect(judged(3)).toEqual(
      plain({
        kind: "judged",
        against: 2,
        sample: "days",
        evidence: judge(hypothesis(3), stays(3), stays(2)),
      }),
    );
    expect(judged(4)).toEqual(
      plain({
        kind: "judged",
        against: 3,
        sample: "amounts",
        evidence: judge(hypothesis(4), amounts(4), amounts(3)),
      }),
    );
  });
});

describe("many versions", () => {
  it("come a page at a time, and each is held against the one before it across the pages", async () => {
    const { processId: long } = await publish(world.manager.caller, ABC);
    for (let number = 2; number <= 15; number += 1) {
      await next(long, number, number % 2 ? ABC : SLOWER, {
        metric: "win-rate",
        direction: "up",
        size: null,
      });
    }
    const first = await versionsOf({ processId: long });
    expect(first.versions.map(({ number }) => number)).toEqual([15, 14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4]);
    expect(first).toMatchObject({ first: true, next: 4, published: 15 });
    expect(first.versions.at(-1)?.changes).toHaveLength(1);
    const rest = await versionsOf({ processId: long, before: 4 });
    expect(rest.versions.map(({ number }) => number)).toEqual([3, 2, 1]);
    expect(rest).toMatchObject({
      first: false,
      next: null,
      comparison: { from: { number: 14 }, to: { number: 15 } },
    });
    expect(first.choices).toHaveLength(15);
  });

  it("is nothing at all for a process that nobody published", async () => {
    const empty = newId();
    await inside(world.manager.caller, (tx, ctx) =>
      tx.process.create({
        data: {
          orgId: ctx.org.id,
          id: empty,
          name: { en: "New" },
          category: "opportunity",
          style: "consultative",
        },
      }),
    );
    expect(await versionsOf({ processId: empty }, "manager")).toMatchObject({
      versions: [],
      comparison: null,
      published: 0,
      idle: false,
    });
  });
});

type Plan = {
  "Relation Name"?: string;
  "Index Name"?: string;
  "Index Cond"?: string;
  Plans?: Plan[];
};
const nodes = (plan: Plan): Plan[] => [plan, ...(plan.Plans ?? []).flatMap(nodes)];

describe("the statements", () => {
  beforeAll(async () => {
    // As many deals beside them as an organisation has; what happened to them does not matter to a plan.
    const many = await publish(world.manager.caller, ABC);
    for (let part = 0; part < 5; part += 1) {
      await inside(
        world.manager.caller,
        (tx, ctx) => tx.$executeRaw`
          with made as (
            insert into run (org_id, id, kind, process_id, version_id, owner_id, title, stage_key)
            select ${ctx.org.id}::uuid, gen_random_uuid(), 'deal', ${many.processId}::uuid, ${many.versionId}::uuid,
              ${world.rep.id}::uuid, 'Deal', 'a' from generate_series(1, 2000)
            returning org_id, id, version_id
          ), stayed as (
            insert into stage_visit (org_id, run_id, ordinal, version_id, stage_key) select org_id, id, 1, version_id, 'a' from made
          ) insert into deal (org_id, id, currency) select org_id, id, 'EUR' from made`,
      );
    }
    await database.settle();
  }, 120_000);

  /** The index that each table is read by, as the app's role gets it inside the organisation. */
  async function indexesOf({ text, values }: Sql): Promise<Record<string, string>> {
    const client = await pools().app.connect();
    try {
      await client.query("begin");
      await client.query("select set_config('app.org_id', $1, true), set_config('app.sees', 'all', true)", [
        world.org.id,
      ]);
      const { rows } = await client.query(`explain (format json) ${text}`, [...values]);
      const all = nodes(rows[0]["QUERY PLAN"][0].Plan);
      const scans = all.filter((node) => node["Relation Name"] !== undefined);
      return Object.fromEntries(
        scans.map((node) => {
          const by = node["Index Name"] ? node : node.Plans?.[0];
          return [node["Relation Name"], `${by?.["Index Name"]} ${by?.["Index Cond"]}`];
        }),
      );
    } finally {
      await client.query("rollback");
      client.release();
    }
  }
  const asked = () => ({ org: { id: world.org.id }, today: TODAY }) as Parameters<typeof versionRowsSql>[0];

  // The name of an index is not enough: by its first column alone it reads the whole organisation.
  const BY_VERSION = /^run_org_id_version_id_idx .*version_id = ANY/;
  // How the rest is joined to those rows is for the planner to weigh by their number.
  it("find the deals of a version by its index, not by reading the organisation", async () => {
    const found = await indexesOf(versionRowsSql(asked(), versions.slice(0, 2)));
    expect(found.run).toMatch(BY_VERSION);
    expect(found.event).toMatch(/^event_org_id_type_occurred_on_idx .*version-switched/);
  });

  it("find the stays of a version by its index", async () => {
    const found = await indexesOf(staysSql(asked(), versions.slice(0, 2)));
    expect(found.stage_visit).toMatch(/^stage_visit_org_id_version_id_stage_key_idx .*version_id = ANY/);
  });

  it("would be seen to read a whole table", async () => {
    const whole = await indexesOf(sql`select count(*) from run where title like ${"%7%"}`);
    expect(whole.run).not.toMatch(BY_VERSION);
  });
});
