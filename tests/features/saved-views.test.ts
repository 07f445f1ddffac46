import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { missingIn } from "@/components/deals/missing";
import { changeView, createDeal, removeView, restoreView, saveView } from "@/lib/features/deals/commands";
import { readFilter, sameView, writeFilter } from "@/lib/features/deals/input";
import { dealsShell } from "@/lib/features/deals/queries";
import type { BoardShell, SavedView } from "@/lib/features/deals/view";
import { closePools } from "@/lib/platform/db/pools";
import { withNewTenant } from "@/lib/platform/db/tenant";
import { execute, read } from "@/lib/platform/execute";
import { newId } from "@/lib/platform/id";
import type { Command } from "@/lib/platform/verb";
import { publishedProcess } from "@/tests/support/process";
import { NOW, newWorld, type OrgWorld, type Person } from "@/tests/support/world";

let world: OrgWorld;
let processId: string;

const ask = (verb: unknown, input: unknown, by: Person) =>
  execute(verb as Command, by.caller, input, { now: NOW });

async function run(verb: unknown, input: unknown, by: Person): Promise<void> {
  const result = await ask(verb, input, by);
  if (!result.ok) throw new Error(`${(verb as Command).name}: ${JSON.stringify(result.refusal)}`);
}

async function shell(by: Person, filter: object = {}): Promise<BoardShell> {
  const result = await read(dealsShell, by.caller, filter, { now: NOW });
  if (!result.ok || !result.value) throw new Error("no shell");
  return result.value;
}

const names = async (by: Person) => (await shell(by)).views.map(({ name }) => name);
async function view(by: Person, id: string): Promise<SavedView> {
  const found = (await shell(by)).views.find((each) => each.id === id);
  if (!found) throw new Error("the view is not found");
  return found;
}

async function saved(by: Person, more: object = {}): Promise<string> {
  const id = newId();
  await run(saveView, { id, name: "Large", query: { view: "list", from: "1000000" }, ...more }, by);
  return id;
}

beforeAll(async () => {
  world = await newWorld("Views");
  processId = (await publishedProcess(world.org.id)).id;
  await run(createDeal, { id: newId(), processId, title: "A deal", ownerId: world.rep.id }, world.owner);
});
afterAll(closePools);

describe("a saved view", () => {
  it("keeps filter, order, columns and density as the address has them, and nothing else", async () => {
    const query = {
      view: "list",
      owner: world.rep.id,
      idle: "14",
      due: "late",
      sort: "-amount",
      columns: "owner,amount,nonsense",
      density: "compact",
      status: "nonsense",
      saved: newId(),
      evil: "<script>",
    };
    const id = await saved(world.rep, { query });
    const { query: kept } = await view(world.rep, id);
    expect(kept).toEqual({
      view: "list",
      owner: world.rep.id,
      idle: "14",
      due: "late",
      sort: "-amount",
      columns: "amount,owner",
      density: "compact",
    });
    // It opens as what was saved: reading it and writing it changes nothing.
    expect(writeFilter(readFilter(kept))).toEqual(expect.objectContaining(kept));
    expect(sameView(kept, query)).toBe(true);
    expect(sameView(kept, { ...query, idle: "15" })).toBe(false);
    await run(removeView, { id, version: 1 }, world.rep);
  });

  it("is only its maker's until it is shared; then everybody finds it", async () => {
    const id = await saved(world.rep, { name: "Own" });
    expect(await names(world.rep)).toContain("Own");
    expect(await names(world.owner)).not.toContain("Own");
    expect(await ask(changeView, { id, version: 1, fields: { name: "Seen" } }, world.owner)).toMatchObject({
      refusal: { code: "not-found" },
    });
    await run(changeView, { id, version: 1, fields: { shared: true } }, world.rep);
    expect(await view(world.viewer, id)).toMatchObject({ maker: "Rosa Rep", mine: false, mayChange: false });
    const foreign = await newWorld("Elsewhere");
    await publishedProcess(foreign.org.id);
    expect(await names(foreign.owner)).toEqual([]);
  });

  it("that is shared is changed by its maker and by managers, and by nobody else", async () => {
    const id = await saved(world.rep, { name: "Shared", shared: true });
    for (const by of [world.otherRep, world.viewer]) {
      const fields = { name: "Taken over" };
      expect(await ask(changeView, { id, version: 1, fields }, by)).toMatchObject({
        refusal: { code: "not-yours" },
      });
      expect(await ask(removeView, { id, version: 1 }, by)).toMatchObject({ refusal: { code: "not-yours" } });
    }
    await run(changeView, { id, version: 1, fields: { name: "By a manager" } }, world.manager);
    expect(await ask(changeView, { id, version: 1, fields: { name: "Late" } }, world.rep)).toMatchObject({
      refusal: { code: "stale" },
    });
    await run(changeView, { id, version: 2, fields: { query: { view: "list", q: "x" } } }, world.rep);
    expect(await view(world.otherRep, id)).toMatchObject({
      name: "By a manager",
      query: { view: "list", q: "x" },
    });
  });

  it("saved as another never alters the one it came from", async () => {
    const source = await saved(world.rep, { name: "Source", shared: true });
    const before = await view(world.rep, source);
    // From the address of the source, changed; by its maker, and by somebody else.
    for (const by of [world.rep, world.viewer]) {
      const copy = await saved(by, { name: "Copy", query: { ...before.query, saved: source, from: "5" } });
      expect(copy).not.toBe(source);
      expect((await view(by, copy)).query).toEqual({ view: "list", from: "5" });
    }
    // Not even with its id.
    await expect(ask(saveView, { id: source, name: "Over it", query: {} }, world.rep)).resolves.toMatchObject(
      {
        ok: false,
      },
    );
    expect(await view(world.rep, source)).toEqual(before);
  });

  it("is taken away, and brought back as it was", async () => {
    const id = await saved(world.rep, { name: "Gone" });
    const before = await view(world.rep, id);
    await run(removeView, { id, version: 1 }, world.rep);
    expect(await names(world.rep)).not.toContain("Gone");
    await run(restoreView, { id }, world.rep);
    expect(await view(world.rep, id)).toEqual({ ...before, version: 3 });
  });

  it("still opens when what it names is gone, and says what is missing", async () => {
    const foreign = await newWorld("Strangers");
    const query = {
      view: "list",
      process: processId,
      owner: foreign.rep.id,
      team: foreign.team.id,
      stage: "nowhere",
      company: newId(),
    };
    const filter = readFilter(query);
    const { process, owner, team, company } = filter;
    const seen = await shell(world.rep, {
      processId: process,
      ownerId: owner,
      teamId: team,
      companyId: company,
    });
    expect(missingIn(filter, seen)).toEqual(["owner", "team", "stage", "company"]);
    const there = readFilter({ view: "list", process: processId, owner: world.rep.id, stage: "first" });
    expect(missingIn(there, await shell(world.rep, { processId }))).toEqual([]);
    await withNewTenant(world.org.id, (tx) =>
      tx.membership.update({
        where: { orgId_id: { orgId: world.org.id, id: world.otherRep.id } },
        data: { status: "removed", removedAt: NOW },
      }),
    );
    const left = readFilter({ view: "list", owner: world.otherRep.id });
    expect(missingIn(left, await shell(world.rep))).toEqual(["owner"]);
    // A process that is gone is left out by the page, which says so.
    expect(missingIn(readFilter({ view: "list", without: "process" }), await shell(world.rep))).toEqual([
      "process",
    ]);
  });
});
