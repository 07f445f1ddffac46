import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { writeFilter } from "@/components/processes/library-filter";
import { readFilter } from "@/components/processes/read-filter";
import { answerComment, removeComment, resolveComment, writeComment } from "@/lib/features/comments/commands";
import {
  archiveProcess,
  createEmpty,
  createFromTemplate,
  editDraft,
  publishVersion,
  startDraft,
} from "@/lib/features/processes/commands";
import {
  processDraft,
  processesCompare,
  processesList,
  processFile,
  processRead,
} from "@/lib/features/processes/queries";
import { closePools } from "@/lib/platform/db/pools";
import { type Tx, withTenant } from "@/lib/platform/db/tenant";
import { execute, read } from "@/lib/platform/execute";
import { newId } from "@/lib/platform/id";
import type { Command, Result } from "@/lib/platform/verb";
import { NOW, newWorld, type OrgWorld } from "../support/world";

let world: OrgWorld;
/** Five processes: published with a draft, published and busy, a draft, retired, archived. */
const ids = { lead: "", busy: "", draft: "", retired: "", archived: "" };
let step = "";

function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`refused: ${result.refusal.code}`);
  return result.value;
}
const run = async <T>(verb: Command, input: object, who: "manager" | "rep" = "manager") =>
  value(await execute(verb, world[who].caller, input, { now: NOW })) as T;
const inTenant = <T>(work: (tx: Tx, orgId: string) => Promise<T>) =>
  withTenant(world.manager.caller, NOW, (tx, { org }) => work(tx, org.id));
const list = async (ask: object = {}) => value(await read(processesList, world.manager.caller, ask));
const found = async (ask: object) => (await list(ask)).cards.map(({ id }) => id);
const card = async (id: string) => (await list({ limit: 100 })).cards.find((one) => one.id === id);

async function publish(processId: string): Promise<string> {
  const { versionId, revision } = value(await read(processDraft, world.manager.caller, { processId }));
  await run(publishVersion, { processId, versionId, revision });
  return versionId;
}
async function template(templateKey: string, en: string, nl: string): Promise<string> {
  const id = newId();
  await run(createFromTemplate, { id, templateKey, name: { en, nl } });
  return id;
}
async function openRun(processId: string, versionId: string): Promise<void> {
  const row = { id: newId(), kind: "deal", processId, versionId, ownerId: world.rep.id, openedOn: NOW };
  await inTenant((tx, orgId) => tx.run.create({ data: { ...row, orgId, title: "Sluis", stageKey: "x" } }));
}

beforeAll(async () => {
  world = await newWorld("Library");
  ids.lead = await template("business-developer-consultative", "Beta 100%", "Bèta 100%");
  await publish(ids.lead);
  await run(startDraft, { id: newId(), processId: ids.lead });
  ids.busy = await template("inside-sales-transactional", "Alpha", "Omega");
  const version = await publish(ids.busy);
  await openRun(ids.busy, version);
  await openRun(ids.busy, version);
  ids.draft = newId();
  await run(createEmpty, { id: ids.draft, name: { nl: "Gesprek" }, category: "call", style: "consultative" });
  ids.retired = await template("business-developer-consultative", "Old way", "Oude weg");
  const old = await publish(ids.retired);
  await inTenant((tx, orgId) =>
    tx.processVersion.update({
      where: { orgId_id: { orgId, id: old } },
      data: { status: "retired", retiredAt: NOW },
    }),
  );
  ids.archived = await template("inside-sales-transactional", "Attic", "Zolder");
  await run(archiveProcess, { processId: ids.archived });
  const draft = value(await read(processDraft, world.manager.caller, { processId: ids.lead }));
  step = draft.document.stages[0]?.steps[0]?.key ?? "";
}, 60_000);
afterAll(closePools);

describe("the library finds", () => {
  const named = (keys: readonly (keyof typeof ids)[]) => keys.map((key) => ids[key]).sort();
  const cases: [string, object, (keyof typeof ids)[]][] = [
    ["everything in use", {}, ["lead", "busy", "draft", "retired"]],
    ["a draft beside what is published", { state: "draft" }, ["lead", "draft"]],
    ["what deals start on", { state: "published" }, ["lead", "busy"]],
    ["what nobody starts on any more", { state: "retired" }, ["retired"]],
    ["what was put away", { state: "archived" }, ["archived"]],
    ["a category", { category: "call" }, ["draft"]],
    ["a style", { style: "transactional" }, ["busy"]],
    ["what has no role", { role: "none" }, ["draft"]],
    ["a name in either language, in any case", { q: "oMEg" }, ["busy"]],
    ["a sign that means something to the database", { q: "100%" }, ["lead"]],
    ["no sign that matches anything", { q: "_" }, []],
    [
      "several things at once",
      { category: "opportunity", style: "consultative", state: "published" },
      ["lead"],
    ],
    ["nothing", { category: "call", state: "archived" }, []],
  ];
  it.each(cases)("%s", async (_, ask, keys) => {
    const { cards, total } = await list(ask);
    expect(cards.map(({ id }) => id).sort()).toEqual(named(keys));
    expect(total).toBe(keys.length);
  });

  it("a role's own, and knows the roles without one", async () => {
    const { cards, rolesWithout, roles, inUse, archived } = await list({ role: world.role.id });
    expect(cards.map(({ id }) => id).sort()).toEqual(named(["lead", "retired"]));
    expect([inUse, archived]).toEqual([4, 1]);
    const used = new Set((await list()).cards.map(({ role }) => role?.id));
    expect(rolesWithout.map(({ id }) => id)).toEqual(roles.map(({ id }) => id).filter((id) => !used.has(id)));
  });

  it("in the order that is asked for", async () => {
    expect(await found({ sort: "name" })).toEqual([ids.busy, ids.lead, ids.draft, ids.retired]);
    expect(await found({ sort: "name", locale: "nl" })).toEqual([ids.lead, ids.draft, ids.busy, ids.retired]);
    expect((await found({ sort: "use" }))[0]).toBe(ids.busy);
    expect((await found({ sort: "role" })).at(-1)).toBe(ids.draft);
  });

  it.each(["role", "name", "recent", "use"])("every process once, page by page, by %s", async (sort) => {
    const all = await found({ sort });
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const page = await list({ sort, limit: 1, ...(after && { after }) });
      expect(page.total).toBe(all.length);
      seen.push(...page.cards.map(({ id }) => id));
      after = page.next;
    } while (after && seen.length < 20);
    expect(seen).toEqual(all);
  });

  it("the first page again where the last one's process is gone", async () => {
    expect(await found({ after: newId() })).toEqual(await found({}));
  });
});

describe("a card", () => {
  it("tells the version, the open deals, the draft and the state", async () => {
    expect(await card(ids.lead)).toMatchObject({
      published: { number: 1, on: "2026-11-25" },
      draft: { revision: 0 },
      deals: [],
      retired: false,
    });
    expect(await card(ids.busy)).toMatchObject({ draft: null, deals: [{ number: 1, open: 2 }] });
    expect(await card(ids.retired)).toMatchObject({ published: null, retired: true, asFound: false });
    const lead = await card(ids.lead);
    expect(lead?.stages.length).toBeGreaterThan(2);
    expect(lead?.steps).toBeGreaterThan(lead?.stages.length ?? 0);
    expect(await card(ids.draft)).toMatchObject({ stages: [], steps: 0, role: null });
  });

  it("counts what people said and nobody settled, and knows where the oldest of it is", async () => {
    const write = async (kind: string, at: string) => {
      const id = newId();
      const input = { id, processId: ids.lead, stepKey: step, kind, body: "Ask earlier" };
      value(await execute(writeComment, world.rep.caller, input, { now: new Date(at) }));
      return id;
    };
    const said = async () => (await card(ids.lead))?.said;
    expect(await said()).toEqual({ suggestions: 0, remarks: 0, stepKey: null });
    const suggestion = await write("suggestion", "2026-11-25T09:00:00Z");
    const remark = await write("comment", "2026-11-25T09:01:00Z");
    const wrong = await write("comment", "2026-11-25T09:02:00Z");
    expect(await said()).toEqual({ suggestions: 1, remarks: 2, stepKey: step });
    await run(removeComment, { id: wrong }, "rep");
    await run(answerComment, { id: newId(), commentId: remark, body: "True" });
    await run(answerComment, { id: newId(), commentId: suggestion, body: "Why?" });
    expect(await said()).toEqual({ suggestions: 1, remarks: 0, stepKey: step });
    await run(resolveComment, { id: suggestion, resolution: "declined" });
    expect(await said()).toEqual({ suggestions: 0, remarks: 0, stepKey: null });
  });
});

describe("drafts are for who may change processes:", () => {
  const seen = async (ask: object = {}) => value(await read(processesList, world.rep.caller, ask));

  it("others find what was published, without what is drawn beside it", async () => {
    const { cards, total, inUse } = await seen();
    expect(cards.map(({ id }) => id).sort()).toEqual([ids.lead, ids.busy, ids.retired].sort());
    expect([total, inUse]).toEqual([3, 3]);
    expect(cards.map(({ draft }) => draft)).toEqual([null, null, null]);
    expect((await list()).inUse).toBe(4);
    expect((await seen({ state: "draft" })).total).toBe(0);
    expect((await seen({ sort: "recent" })).total).toBe(3);
  });

  it("others read the map without hearing of a draft, and save no draft as a file", async () => {
    const map = (who: "manager" | "rep") => read(processRead, world[who].caller, { processId: ids.lead });
    const { draft } = value(await map("manager"));
    expect(draft).toMatchObject({ revision: 0 });
    expect(value(await map("rep")).draft).toBeNull();
    await run(editDraft, {
      processId: ids.lead,
      versionId: draft?.versionId,
      revision: 0,
      edits: [{ type: "step.remove", stepKey: step }],
    });
    const steps = async (who: "manager" | "rep", ask: object = {}) => {
      const file = await read(processFile, world[who].caller, { processId: ids.lead, ...ask });
      return file.ok ? file.value.stages.flatMap((stage) => stage.steps).length : file.refusal.code;
    };
    const published = await steps("rep");
    expect(await steps("manager")).toBe(Number(published) - 1);
    expect(await steps("rep", { versionId: draft?.versionId })).toBe("not-found");
    expect(await steps("rep", { processId: ids.draft })).toBe("not-found");
  });
});

describe("the address", () => {
  it("says what is asked for and nothing more", () => {
    const filter = readFilter({ q: " weg ", state: "draft", sort: "use", style: "consultative" });
    expect(writeFilter(filter)).toEqual({ q: "weg", state: "draft", sort: "use", style: "consultative" });
    expect(writeFilter(readFilter({}))).toEqual({ q: "" });
    expect(readFilter(writeFilter(filter) as Record<string, string>)).toEqual(filter);
  });

  it("leaves out what it cannot mean, and still asks for something that can be answered", async () => {
    const filter = readFilter({
      q: ["a", "b"],
      role: "boss",
      state: "gone",
      sort: "x",
      after: "1",
      category: "x".repeat(9_999),
    });
    expect(filter).toEqual({ q: "", sort: "role" });
    expect((await list(filter)).total).toBe(4);
  });
});

describe("two side by side", () => {
  const compared = async (ask: object, who: "manager" | "rep" = "manager") =>
    value(await read(processesCompare, world[who].caller, ask));

  it("are shown as people follow them, with everything in use to choose from", async () => {
    const view = await compared({ leftId: ids.lead, rightId: ids.retired });
    expect(view.left).toMatchObject({ id: ids.lead, shown: { status: "published", number: 1 } });
    expect(view.right).toMatchObject({ id: ids.retired, shown: { status: "retired", number: 1 } });
    expect(view.choices.map(({ id }) => id).sort()).toEqual(
      [ids.lead, ids.busy, ids.draft, ids.retired].sort(),
    );
  });

  it("may be a draft only for who may see drafts", async () => {
    const ask = { leftId: ids.draft };
    expect((await compared(ask)).left).toMatchObject({ shown: { status: "draft", number: null } });
    const { left, choices } = await compared(ask, "rep");
    expect(left).toMatchObject({ id: ids.draft, shown: null });
    expect(choices.map(({ id }) => id)).not.toContain(ids.draft);
  });

  it("leave a side open that is not chosen or not there", async () => {
    expect(await compared({ rightId: newId() })).toMatchObject({ left: null, right: null });
  });
});
