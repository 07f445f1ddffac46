import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { changeManyDeals, closeDeal, createDeal, editDeal } from "@/lib/features/deals/commands";
import type { ChangeMany } from "@/lib/features/deals/input";
import { dealsIds, dealsRead } from "@/lib/features/deals/queries";
import type { ChangedMany, DealView } from "@/lib/features/deals/view";
import { rebuildOrganization } from "@/lib/features/runs/rebuild-all";
import { closePools } from "@/lib/platform/db/pools";
import { withNewTenant } from "@/lib/platform/db/tenant";
import { execute, read } from "@/lib/platform/execute";
import { newId } from "@/lib/platform/id";
import type { Command } from "@/lib/platform/verb";
import { DOCUMENT, publishedProcess } from "@/tests/support/process";
import { NOW, newWorld, type OrgWorld, type Person } from "@/tests/support/world";

let world: OrgWorld;
let processId: string;
let ids: string[];
const LATER = new Date(NOW.getTime() + 60_000);

async function run<O>(verb: unknown, input: unknown, by: Person = world.owner): Promise<O> {
  const result = await execute(verb as Command, by.caller, input, { now: NOW });
  if (!result.ok) throw new Error(`${(verb as Command).name}: ${JSON.stringify(result.refusal)}`);
  return result.value as O;
}

const ask = (input: ChangeMany, by: Person = world.owner) =>
  execute(changeManyDeals, by.caller, input, { now: LATER });

async function change(input: ChangeMany, by?: Person): Promise<ChangedMany> {
  const result = await ask(input, by);
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  return result.value;
}

async function deal(id: string): Promise<DealView> {
  const result = await read(dealsRead, world.owner.caller, { id }, { now: LATER });
  if (!result.ok) throw new Error(result.refusal.code);
  return result.value;
}

const codes = ({ refused }: ChangedMany) => refused.map(({ id, refusal }) => [ids.indexOf(id), refusal.code]);
const to = (what: object, version = 1) => ids.map((id) => ({ id, version, ...what })) as ChangeMany["deals"];

/** The first stage's criterion asks for a reason when it is left without evidence. */
const [first, ...rest] = DOCUMENT.stages;
if (!first) throw new Error("the document has stages");
const STRICT = {
  ...DOCUMENT,
  stages: [
    { ...first, criteria: first.criteria.map((each) => ({ ...each, requirement: "reason" as const })) },
    ...rest,
  ],
};

beforeEach(async () => {
  world = await newWorld("Many");
  processId = (await publishedProcess(world.org.id, { document: STRICT })).id;
  ids = [];
  for (let index = 0; index < 4; index++) {
    const id = newId();
    const ownerId = index < 2 ? world.rep.id : world.otherRep.id;
    const stageKey = index === 3 ? "second" : "first";
    const amount = { minor: 1_000, currency: "EUR" };
    await run(createDeal, { id, processId, title: `Deal ${index}`, ownerId, stageKey, amount });
    ids.push(id);
  }
});
afterAll(closePools);

describe("deals that are moved in one go", () => {
  it("ask for a reason where the process does, and are moved with one that is given for all", async () => {
    const asked = await change({ deals: to({ stageKey: "second" }) });
    expect(codes(asked)).toEqual([
      [0, "exit-needs-reason"],
      [1, "exit-needs-reason"],
      [2, "exit-needs-reason"],
    ]);
    expect(asked.refused[0]?.title).toBe("Deal 0");
    // The one that stands there already is left alone, and nobody is told of a move.
    expect(asked).toMatchObject({ changed: [], same: [ids[3]] });
    expect((await deal(ids[0] ?? "")).stageKey).toBe("first");

    const deviation = { reason: "buyer-asked", note: null } as const;
    const moved = await change({ deals: to({ stageKey: "second" }).slice(0, 3), deviation });
    expect(moved.refused).toEqual([]);
    for (const id of ids) expect((await deal(id)).stageKey).toBe("second");
    const history = (await deal(ids[1] ?? "")).history.find(({ type }) => type === "run.moved");
    expect(history?.payload).toMatchObject({
      from: "first",
      to: "second",
      deviation: { reason: "buyer-asked" },
    });
  });

  it("are put back in one go by what it answered", async () => {
    const deviation = { reason: "buyer-asked", note: null } as const;
    const { changed } = await change({ deals: to({ stageKey: "third" }), deviation });
    expect(changed).toHaveLength(4);
    const back = await change({ deals: changed });
    expect(back.refused).toEqual([]);
    const stages = await Promise.all(ids.map(async (id) => (await deal(id)).stageKey));
    expect(stages).toEqual(["first", "first", "first", "second"]);
  });

  it("do not hold up the rest: a closed one and one that changed meanwhile stay, and are named", async () => {
    const [closed = "", changed = ""] = ids;
    await run(closeDeal, { id: closed, version: 1, outcome: "lost", reason: "price" });
    await run(editDeal, { id: changed, version: 1, fields: { title: "Another name" } });
    const deviation = { reason: "buyer-asked", note: null } as const;
    const deals = to({ stageKey: "third" }).map((each) => ({
      ...each,
      version: each.id === closed ? 2 : 1,
    }));
    const answer = await change({ deals, deviation });
    expect(codes(answer)).toEqual([
      [0, "run-closed"],
      [1, "stale"],
    ]);
    expect(answer.refused[1]?.title).toBe("Another name");
    expect(answer.changed).toHaveLength(2);
    expect((await deal(changed)).stageKey).toBe("first");
    expect((await deal(ids[2] ?? "")).stageKey).toBe("third");
  });

  it("are refused one by one where the stage is none of theirs", async () => {
    const answer = await change({ deals: to({ stageKey: "nowhere" }) });
    expect(new Set(codes(answer).map(([, code]) => code))).toEqual(new Set(["stage-unknown"]));
  });
});

describe("deals that are given to somebody in one go", () => {
  it("keep every figure that is counted from them", async () => {
    await change({ deals: to({ ownerId: world.manager.id }) });
    for (const id of ids) expect((await deal(id)).owner.id).toBe(world.manager.id);
    const totals = () =>
      withNewTenant(
        world.org.id,
        (tx) => tx.$queryRaw`select owner_id, stage_key, sum(deals)::int deals, sum(amount_minor)::int minor
          from stage_total group by 1, 2 having sum(deals) <> 0 order by 1, 2`,
      );
    const kept = await totals();
    expect(kept).toHaveLength(2);
    await rebuildOrganization(world.org.id, NOW);
    expect(await totals()).toEqual(kept);
  });

  it("stay where they are for who cannot own a deal, and for whom they are not", async () => {
    const foreign = await newWorld("Elsewhere");
    expect(await ask({ deals: to({ ownerId: foreign.rep.id }) })).toMatchObject({
      refusal: { code: "owner-unknown" },
    });
    expect(await ask({ deals: to({ ownerId: world.rep.id }) }, foreign.owner)).toMatchObject({
      refusal: { code: "not-found" },
    });
    expect(await ask({ deals: to({ ownerId: world.viewer.id }) }, world.viewer)).toMatchObject({
      refusal: { code: "not-allowed" },
    });
  });

  it("are only the own ones of a rep, who can take them back", async () => {
    const given = await change({ deals: to({ ownerId: world.manager.id }), deviation: null }, world.rep);
    expect(codes(given)).toEqual([
      [2, "not-yours"],
      [3, "not-yours"],
    ]);
    expect(given.changed).toHaveLength(2);
    const back = await change({ deals: given.changed }, world.rep);
    expect(back.refused).toEqual([]);
    expect((await deal(ids[0] ?? "")).owner.id).toBe(world.rep.id);
    // Not what a manager gave to another.
    const moved = await change({ deals: to({ ownerId: world.otherRep.id }, 3).slice(0, 1) });
    expect(await ask({ deals: moved.changed }, world.rep)).toMatchObject({ refusal: { code: "not-yours" } });
  });

  it("are not there for who does not see them", async () => {
    await withNewTenant(world.org.id, (tx) =>
      tx.organization.update({
        where: { id: world.org.id },
        data: { visibility: { roles: { rep: "own" } } },
      }),
    );
    const answer = await change({ deals: to({ ownerId: world.manager.id }) }, world.rep);
    expect(codes(answer)).toEqual([
      [2, "not-found"],
      [3, "not-found"],
    ]);
    expect(answer.refused.map(({ title }) => title)).toEqual([null, null]);
  });
});

describe("the expected close of deals in one go", () => {
  it("is set, taken away and put back", async () => {
    const set = await change({ deals: to({ expectedClose: "2027-01-31" }) });
    expect((await deal(ids[0] ?? "")).expectedClose).toBe("2027-01-31");
    expect(await change({ deals: to({ expectedClose: "2027-01-31" }, 2) })).toMatchObject({
      changed: [],
      same: expect.arrayContaining(ids),
    });
    await change({ deals: set.changed });
    expect((await deal(ids[0] ?? "")).expectedClose).toBe(null);
  });
});

describe("all deals of a filter", () => {
  it("are named exactly, with the version each has, and counted beyond what is asked for", async () => {
    const named = async (filter: object) => {
      const result = await read(dealsIds, world.owner.caller, filter as never, { now: LATER });
      if (!result.ok) throw new Error(result.refusal.code);
      return result.value;
    };
    const all = await named({ processId });
    expect(all.total).toBe(4);
    expect(new Set(all.deals.map(({ id }) => id))).toEqual(new Set(ids));
    expect(await named({ ownerId: world.rep.id, most: 1 })).toMatchObject({ total: 2 });
    expect((await named({ ownerId: world.rep.id, most: 1 })).deals).toHaveLength(1);
  });
});

describe("two who change the same deals at once", () => {
  it("never wait for each other in a circle", async () => {
    const deals = to({ expectedClose: "2027-03-01" });
    const others = to({ expectedClose: "2027-04-01" }).reverse();
    const answers = await Promise.all([change({ deals }), change({ deals: others })]);
    const changed = answers.map((answer) => answer.changed.length);
    expect(changed.sort()).toEqual([0, 4]);
  });
});
