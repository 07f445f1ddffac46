import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createEmpty, editDraft, publishVersion, startDraft } from "@/lib/features/processes/commands";
import {
  addEntry,
  archiveEntry,
  changeEntry,
  mergeEntry,
  restoreEntry,
  undoMerge,
} from "@/lib/features/registers/commands";
import { mergePreview, registerChoices, registersList } from "@/lib/features/registers/queries";
import type { RegisterRow } from "@/lib/features/registers/view";
import { closePools } from "@/lib/platform/db/pools";
import { withNewTenant } from "@/lib/platform/db/tenant";
import { execute, read } from "@/lib/platform/execute";
import { newId } from "@/lib/platform/id";
import type { Command, Result } from "@/lib/platform/verb";
import { NOW, newWorld, type OrgWorld } from "../support/world";

let world: OrgWorld;
beforeAll(async () => {
  world = await newWorld("Registers");
});
afterAll(closePools);

type Who = "manager" | "rep" | "viewer";
const run = (verb: Command, input: object, who: Who = "manager") =>
  execute(verb, world[who].caller, input, { now: NOW });
const ok = async <T>(result: Promise<Result<T>>): Promise<T> => {
  const got = await result;
  if (!got.ok) throw new Error(JSON.stringify(got.refusal));
  return got.value;
};
const refused = async (result: Promise<Result<unknown>>) => {
  const got = await result;
  return got.ok ? null : got.refusal;
};
const list = async () =>
  (await ok(read(registersList, world.manager.caller, {}))).entries as readonly RegisterRow[];
const row = async (id: string) => (await list()).find((one) => one.id === id);
const use = async (id: string) => {
  const found = (await row(id))?.use;
  return found && [found.processes.length, found.stages, found.steps];
};

let serial = 0;
async function add(more: object = {}): Promise<string> {
  const id = newId();
  await ok(run(addEntry, { id, kind: "problem", name: { en: `Problem ${++serial}` }, ...more }));
  return id;
}

/** A process with one stage that names `stage`, and a step for each list in `steps`. */
async function processWith(stage: string[], steps: string[][]) {
  const processId = newId();
  const created = (await ok(
    run(createEmpty, {
      id: processId,
      name: { en: `Process ${++serial}` },
      category: "opportunity",
      style: "consultative",
      stages: [{ en: "First" }],
    }),
  )) as { versionId: string };
  const { document } = await withNewTenant(world.org.id, (tx) =>
    tx.processVersion.findFirstOrThrow({ where: { id: created.versionId }, select: { document: true } }),
  );
  const [first] = (document as unknown as { stages: { key: string }[] }).stages;
  const stageKey = first?.key ?? "";
  const step = (entries: string[], at: number) => ({
    type: "step.add",
    stageKey,
    index: at,
    step: {
      key: `t${at}`,
      name: { en: `Step ${at}` },
      channel: null,
      owner: { kind: "run-owner" },
      window: null,
      importance: "normal",
      objective: {},
      howTo: {},
      buyerAction: {},
      buyerGains: {},
      desiredResult: {},
      supporting: [],
      serves: [],
      conditions: [],
      repeatable: false,
      resources: [],
      entries,
    },
  });
  await ok(
    run(editDraft, {
      processId,
      versionId: created.versionId,
      revision: 0,
      edits: [...steps.map(step), { type: "stage.set", stageKey, set: { entries: stage } }],
    }),
  );
  return { processId, versionId: created.versionId };
}

describe("where an entry is linked", () => {
  it("is told in drafts only to who may change processes", async () => {
    const id = await add();
    await processWith([id], [[id]]);
    expect(await use(id)).toEqual([1, 1, 1]);
    const { entries } = await ok(read(registersList, world.rep.caller, {}));
    expect(entries.find((one) => one.id === id)?.use).toEqual({ stages: 0, steps: 0, processes: [] });
  });
});

describe("an entry", () => {
  it("is added, renamed, noted, archived and restored, and read by everyone", async () => {
    const id = await add({ name: { en: "Slow answers", nl: "" }, kind: "objection", note: "Since spring" });
    expect(await row(id)).toMatchObject({
      name: { en: "Slow answers" },
      note: "Since spring",
      archived: false,
    });
    const set = { name: { en: "Slow answers", nl: "Trage antwoorden" }, note: "" };
    expect(await ok(run(changeEntry, { id, version: 1, set }))).toEqual({ version: 2 });
    expect(await row(id)).toMatchObject({ ...set, version: 2 });
    await ok(run(archiveEntry, { id }));
    expect(await row(id)).toMatchObject({ archived: true });
    await ok(run(restoreEntry, { id }));
    expect(await row(id)).toMatchObject({ archived: false });
    const seen = await ok(read(registerChoices, world.viewer.caller, {}));
    expect(seen.canEdit).toBe(false);
    expect(seen.entries).toContainEqual({
      id,
      kind: "objection",
      name: set.name,
      archived: false,
      mergedInto: null,
    });
  });

  it("is written by managers only", async () => {
    const input = { id: newId(), kind: "problem", name: { en: "Mine" } };
    expect(await refused(run(addEntry, input, "rep"))).toMatchObject({ code: "not-allowed" });
    expect(await refused(run(mergeEntry, { id: await add(), into: await add() }, "viewer"))).toMatchObject({
      code: "not-allowed",
    });
  });

  it("is only words, whatever is in them", async () => {
    const name = { en: '=HYPERLINK("x") <script>alert(1)</script>', nl: "😀 \u202Ertl" };
    expect(await row(await add({ name }))).toMatchObject({ name });
  });

  it.each([
    ["no name", { name: { en: "  " } }],
    ["too long a name", { name: { en: "x".repeat(121) } }],
    ["what cannot be stored", { name: { en: "a\0b" } }],
    ["an unknown register", { kind: "competitor" }],
  ])("refuses %s", async (_, more) => {
    const input = { id: newId(), kind: "problem", name: { en: "Fine" }, ...more };
    expect(await refused(run(addEntry, input))).toMatchObject({ code: "invalid-input" });
  });

  it("is not saved over a colleague's change, which is given back", async () => {
    const id = await add();
    await ok(run(changeEntry, { id, version: 1, set: { note: "Theirs" } }));
    expect(await refused(run(changeEntry, { id, version: 1, set: { note: "Mine" } }))).toMatchObject({
      code: "stale",
      current: { version: 2, note: "Theirs", change: { by: "Mark Manager" } },
    });
  });
});

describe("one name", () => {
  it("belongs to one entry of a register, in either language, and that one is offered", async () => {
    const id = await add({ name: { en: "Too dear", nl: "Te duur" } });
    const again = { id: newId(), kind: "problem", name: { nl: "  TE DUUR " } };
    expect(await refused(run(addEntry, again))).toMatchObject({
      code: "register.name-taken",
      field: "name",
      current: { entry: { id } },
    });
    // Another register may have it.
    await ok(run(addEntry, { ...again, id: newId(), kind: "objection" }));
    const other = await add();
    const rename = { id: other, version: 1, set: { name: { en: "too dear" } } };
    expect(await refused(run(changeEntry, rename))).toMatchObject({ current: { entry: { id } } });
    await ok(run(archiveEntry, { id }));
    expect(await refused(run(addEntry, { ...again, id: newId() }))).toMatchObject({
      code: "register.name-archived",
      current: { entry: { id, archived: true } },
    });
  });

  it("of a merged entry leads to the one it became part of, which may take the name itself", async () => {
    const id = await add({ name: { en: "No budget" } });
    const into = await add({ name: { en: "No money" } });
    await ok(run(mergeEntry, { id, into }));
    const input = { id: newId(), kind: "problem", name: { en: "no budget" } };
    expect(await refused(run(addEntry, input))).toMatchObject({
      code: "register.name-merged",
      params: { name: "No budget", now: "No money" },
      current: { entry: { id: into } },
    });
    await ok(run(changeEntry, { id: into, version: 1, set: { name: { en: "No budget" } } }));
  });
});

describe("merging", () => {
  it("does not come apart into two entries of one name", async () => {
    const name = { en: "Price", nl: "Prijs" };
    const one = await add({ name });
    const other = await add({ name: { en: "Cost" } });
    await ok(run(mergeEntry, { id: one, into: other }));
    await ok(run(changeEntry, { id: other, version: 1, set: { name: { nl: "prijs" } } }));
    expect(await refused(run(undoMerge, { id: one }))).toMatchObject({
      code: "register.name-kept",
      params: { name: "Price" },
    });
    await ok(run(changeEntry, { id: other, version: 2, set: { name: { en: "Cost" } } }));
    await ok(run(undoMerge, { id: one }));
    expect((await row(one))?.name).toEqual(name);
  });

  it("keeps every count, counts no place twice, does what the preview said, and is undone without loss", async () => {
    const [one, other] = [await add(), await add()];
    await processWith([one], [[one], [one, other], [other]]);
    await processWith([], [[one]]);
    expect([await use(one), await use(other)]).toEqual([
      [2, 1, 3],
      [1, 0, 2],
    ]);
    const preview = await ok(read(mergePreview, world.manager.caller, { id: one, into: other }));
    expect(preview).toEqual({
      from: { processes: 2, stages: 1, steps: 3 },
      into: { processes: 1, stages: 0, steps: 2 },
      together: { processes: 2, stages: 1, steps: 4 },
    });
    await ok(run(mergeEntry, { id: one, into: other }));
    expect(await use(other)).toEqual([2, 1, 4]);
    expect(await row(one)).toBeUndefined();
    expect((await row(other))?.merged.map(({ id }) => id)).toEqual([one]);
    // A second merge takes the first along, and undoing it brings both back.
    const third = await add();
    await ok(run(mergeEntry, { id: other, into: third }));
    expect(await use(third)).toEqual([2, 1, 4]);
    await ok(run(undoMerge, { id: other }));
    expect([await use(third), await use(other)]).toEqual([
      [0, 0, 0],
      [2, 1, 4],
    ]);
    await ok(run(undoMerge, { id: one }));
    expect([await use(one), await use(other)]).toEqual([
      [2, 1, 3],
      [1, 0, 2],
    ]);
  });

  it("changes no published version", async () => {
    const [one, other] = [await add(), await add()];
    const { processId, versionId } = await processWith([one], [[one]]);
    await ok(run(publishVersion, { processId, versionId, revision: 1 }));
    await ok(run(startDraft, { id: newId(), processId }));
    const stored = () =>
      withNewTenant(world.org.id, (tx) =>
        tx.processVersion.findFirstOrThrow({ where: { id: versionId }, select: { document: true } }),
      );
    const before = await stored();
    // Draft and published version name the same places.
    expect(await use(one)).toEqual([1, 1, 1]);
    await ok(run(mergeEntry, { id: one, into: other }));
    expect(await stored()).toEqual(before);
    expect(await use(other)).toEqual([1, 1, 1]);
  });

  it("is refused into itself, another register, what is archived and what is part of another", async () => {
    const [id, archived, part, whole] = [await add(), await add(), await add(), await add()];
    const objection = await add({ kind: "objection" });
    await ok(run(archiveEntry, { id: archived }));
    await ok(run(mergeEntry, { id: part, into: whole }));
    const code = async (into: string) => (await refused(run(mergeEntry, { id, into })))?.code;
    expect([
      await code(id),
      await code(objection),
      await code(archived),
      await code(part),
      await code(newId()),
    ]).toEqual([
      "register.into-itself",
      "register.other-kind",
      "register.into-archived",
      "register.into-merged",
      "not-found",
    ]);
    expect(await refused(read(mergePreview, world.manager.caller, { id, into: archived }))).toMatchObject({
      code: "register.into-archived",
    });
  });

  it("cannot go round in a circle when two do it at once", async () => {
    const [one, other] = [await add(), await add()];
    const results = await Promise.all([
      run(mergeEntry, { id: one, into: other }),
      run(mergeEntry, { id: other, into: one }),
    ]);
    expect(results.filter((result) => result.ok)).toHaveLength(1);
  });
});

it("what a process in use links is not archived, and the refusal names the process", async () => {
  const [id, spare] = [await add({ name: { en: "Linked" } }), await add()];
  await processWith([], [[id]]);
  expect(await refused(run(archiveEntry, { id }))).toMatchObject({
    code: "register.in-use",
    params: { name: "Linked", processes: expect.stringMatching(/^Process/), more: 0 },
  });
  // Merged, its link counts for the other one, which may not go either.
  await ok(run(mergeEntry, { id, into: spare }));
  expect(await refused(run(archiveEntry, { id: spare }))).toMatchObject({ code: "register.in-use" });
});

it("another organisation neither sees nor reaches an entry", async () => {
  const id = await add({ name: { en: "Secret" } });
  const other = await newWorld("Elsewhere");
  const there = await ok(read(registersList, other.manager.caller, {}));
  expect(there.entries).toEqual([]);
  for (const verb of [archiveEntry, restoreEntry, undoMerge])
    expect(await refused(execute(verb, other.manager.caller, { id }, { now: NOW }))).toMatchObject({
      code: "not-found",
    });
  expect(
    await withNewTenant(other.org.id, (tx) => tx.registerEntry.updateMany({ data: { note: "Found" } })),
  ).toEqual({ count: 0 });
});

describe("two people at once", () => {
  const both = (one: Promise<Result<unknown>>, other: Promise<Result<unknown>>) =>
    Promise.all([refused(one), refused(other)]);

  it("archive one entry: it is archived once, and neither is refused", async () => {
    const id = await add();
    expect(await both(run(archiveEntry, { id }), run(archiveEntry, { id }))).toEqual([null, null]);
    expect(await row(id)).toMatchObject({ archived: true, version: 2 });
    expect(await both(run(restoreEntry, { id }), run(restoreEntry, { id }))).toEqual([null, null]);
    expect(await row(id)).toMatchObject({ archived: false, version: 3 });
  });

  it("merge one entry into one: neither is refused; into two: the later one hears where it went", async () => {
    const [id, into, other] = [await add(), await add(), await add()];
    expect(await both(run(mergeEntry, { id, into }), run(mergeEntry, { id, into }))).toEqual([null, null]);
    expect((await row(into))?.merged).toHaveLength(1);
    await ok(run(undoMerge, { id }));
    const answers = await both(run(mergeEntry, { id, into }), run(mergeEntry, { id, into: other }));
    expect(answers.map((one) => one?.code ?? "done").toSorted()).toEqual(["done", "register.merged-before"]);
    const merged = [await row(into), await row(other)].map((one) => one?.merged.length);
    expect(merged.toSorted()).toEqual([0, 1]);
  });

  it("archive what another merges, or merges into: one of both happens and the other is told", async () => {
    const [id, into] = [await add(), await add()];
    const [archived, merged] = await both(run(archiveEntry, { id: into }), run(mergeEntry, { id, into }));
    expect(archived).toBeNull();
    expect([null, "register.into-archived"]).toContain(merged?.code ?? null);

    const [part, whole] = [await add(), await add()];
    await ok(run(mergeEntry, { id: part, into: whole }));
    expect(await refused(run(archiveEntry, { id: part }))).toMatchObject({ code: "register.merged-before" });
  });

  it("merge two entries into each other: no circle comes of it", async () => {
    const [id, into] = [await add(), await add()];
    const answers = await both(run(mergeEntry, { id, into }), run(mergeEntry, { id: into, into: id }));
    expect(answers.filter((one) => one === null)).toHaveLength(1);
    expect([await row(id), await row(into)].filter(Boolean)).toHaveLength(1);
  });
});
