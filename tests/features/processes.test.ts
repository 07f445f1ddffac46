import { describe, expect, it } from "vitest";
import { allSteps } from "@/lib/domain/process/locate";
import { TEMPLATES } from "@/lib/domain/templates/registry";
import {
  archiveProcess,
  createAsFound,
  createEmpty,
  createFromTemplate,
  discardDraft,
  editDraft,
  publishVersion,
  setProcess,
  startDraft,
} from "@/lib/features/processes/commands";
import {
  processDraft,
  processesList,
  processRead,
  processVersions,
  templatesList,
} from "@/lib/features/processes/queries";
import type { Caller } from "@/lib/platform/context";
import { execute, read } from "@/lib/platform/execute";
import { newId } from "@/lib/platform/id";
import { publishedProcess } from "../support/process";
import { NOW } from "../support/world";
import {
  draftOf,
  fresh,
  inTenant,
  inTwoOrganisations,
  manager,
  openRun,
  other,
  publish,
  refusal,
  snapshot,
  TEMPLATE,
  value,
  world,
} from "./process-bench";

inTwoOrganisations();

describe("a template becomes a process", () => {
  it.each(TEMPLATES.map((template) => template.key))("%s can be published as it is", async (templateKey) => {
    const id = newId();
    const { processId } = value(await execute(createFromTemplate, manager, { id, templateKey }));
    const draft = await draftOf(processId);
    expect(draft.problems.filter((problem) => problem.severity === "error")).toEqual([]);
    expect(value(await publish(processId))).toMatchObject({ number: 1 });
  });

  it("makes the roles and departments it names once, and uses those that are there", async () => {
    const first = await fresh();
    const counts = () =>
      inTenant(async (tx) => [await tx.commercialRole.count(), await tx.department.count()]);
    const before = await counts();
    const second = await fresh();
    expect(await counts()).toEqual(before);
    const owners = async (id: string) => allSteps((await draftOf(id)).document).map((step) => step.owner);
    expect(await owners(second.processId)).toEqual(await owners(first.processId));
    const map = value(await read(processRead, manager, { processId: first.processId }));
    expect(map.role?.id).toBe(world.role.id);
  });

  it("can be for a role of the organisation's own", async () => {
    const roleId = newId();
    await inTenant((tx, ctx) =>
      tx.commercialRole.create({ data: { orgId: ctx.org.id, id: roleId, name: { en: "Hunter" } } }),
    );
    const input = { id: newId(), templateKey: TEMPLATE, commercialRoleId: roleId };
    value(await execute(createFromTemplate, manager, input));
    expect((await draftOf(input.id)).role?.id).toBe(roleId);
  });

  it("refuses a template that does not exist and a role of somebody else", async () => {
    const before = await snapshot();
    const ask = (input: object) => execute(createFromTemplate, manager, { id: newId(), ...input });
    expect(refusal(await ask({ templateKey: "nothing" }))?.code).toBe("template-unknown");
    const foreign = await ask({ templateKey: TEMPLATE, commercialRoleId: other.role.id });
    expect(refusal(foreign)?.code).toBe("not-found");
    expect(await snapshot()).toEqual(before);
  });

  it("lists every template with its line", async () => {
    const { templates } = value(await read(templatesList, manager, {}));
    expect(templates.map((template) => template.key)).toEqual(TEMPLATES.map((template) => template.key));
    for (const template of templates) expect(template.days).toBeGreaterThan(0);
  });
});

describe("a process itself", () => {
  it("is renamed under its version; a stale save is refused with the row as it is", async () => {
    const { processId } = await fresh();
    const set = (en: string) =>
      execute(setProcess, manager, { processId, version: 1, set: { name: { en } } });
    expect(value(await set("First"))).toEqual({ version: 2 });
    expect(refusal(await set("Second"))).toMatchObject({
      code: "stale",
      current: { name: { en: "First" }, version: 2 },
    });
  });

  it("starts empty with the stages that were typed", async () => {
    const id = newId();
    const stages = [{ en: "Lead" }, { en: "Visit" }, { en: "Order" }];
    const input = { id, name: { en: "Own" }, category: "opportunity", style: "transactional", stages };
    value(await execute(createEmpty, manager, input));
    const { document, problems } = await draftOf(id);
    expect(document.stages.map((stage) => stage.name)).toEqual(stages);
    const errors = problems.filter((problem) => problem.severity === "error").map((found) => found.code);
    expect(errors).toEqual(["stage-no-steps", "stage-no-steps", "stage-no-steps"]);
    expect(refusal(await execute(createEmpty, manager, input))?.code).toBe("already-there");
  });

  it("is not archived while deals run on it, and the refusal names them", async () => {
    const { processId } = await fresh();
    const { versionId } = value(await publish(processId));
    const runId = await openRun(processId, versionId, "Verhulst Logistiek");
    expect(refusal(await execute(archiveProcess, manager, { processId }))).toMatchObject({
      code: "process-has-open-deals",
      params: { count: 1 },
      current: { deals: [{ id: runId, title: "Verhulst Logistiek" }] },
    });
    const closed = { status: "closed", closedOn: NOW };
    await inTenant((tx) => tx.run.updateMany({ where: { id: runId }, data: closed }));
    value(await execute(archiveProcess, manager, { processId }));
    const list = value(await read(processesList, manager, { state: "archived", limit: 100 }));
    expect(list.cards.map((card) => card.id)).toContain(processId);
    const draft = await execute(startDraft, manager, { id: newId(), processId });
    expect(refusal(draft)?.code).toBe("process-archived");
  });

  it("can be what a file brought along: immutable, unpublished, beside a waiting draft", async () => {
    const stages = [
      { key: "prospecting", name: { en: "Prospecting" } },
      { key: "engaging", name: { en: "Engaging" } },
    ];
    const found = await inTenant((tx, ctx) => createAsFound(tx, ctx, { name: { en: "Maven" }, stages }));
    if ("refused" in found) throw new Error(found.code);
    const map = value(await read(processRead, manager, { processId: found.processId }));
    expect(map.shown).toMatchObject({ status: "as-found", number: 1 });
    const list = value(await read(processesList, manager, { q: "Maven" }));
    const card = list.cards.find((one) => one.id === found.processId);
    expect(card).toMatchObject({ published: null, asFound: true });

    const { processId, versionId } = await fresh();
    const before = await draftOf(processId);
    const again = await inTenant((tx, ctx) => createAsFound(tx, ctx, { processId, name: {}, stages }));
    expect(again).toMatchObject({ number: 1 });
    expect(await draftOf(processId)).toEqual({ ...before, number: 2 });
    expect(value(await publish(processId))).toMatchObject({ versionId, number: 2 });
    const twice = await inTenant((tx, ctx) =>
      createAsFound(tx, ctx, { name: {}, stages: [...stages, ...stages] }),
    );
    expect(twice).toMatchObject({ refused: true, code: "key-taken" });
  });
});

describe("who may", () => {
  /** Every change of this feature on one process, as somebody. */
  const attempts = (caller: Caller, processId: string, versionId: string) => [
    execute(editDraft, caller, {
      processId,
      versionId,
      revision: 0,
      edits: [{ type: "stage.remove", stageKey: "target" }],
    }),
    execute(setProcess, caller, { processId, version: 1, set: { name: { en: "Mine" } } }),
    execute(publishVersion, caller, { processId, versionId, revision: 0 }),
    execute(startDraft, caller, { id: newId(), processId }),
    execute(discardDraft, caller, { processId, versionId, revision: 0 }),
    execute(archiveProcess, caller, { processId }),
    read(processDraft, caller, { processId }),
  ];

  it("shows a rep and a viewer only what was published, and refuses every change without doing any of it", async () => {
    const { processId, versionId } = await fresh();
    const published = (await publishedProcess(world.org.id)).id;
    const before = await snapshot();
    for (const { caller } of [world.rep, world.viewer]) {
      expect((await read(processRead, caller, { processId: published })).ok).toBe(true);
      expect(refusal(await read(processRead, caller, { processId }))?.code).toBe("not-found");
      expect(value(await read(processesList, caller, {})).canEdit).toBe(false);
      const empty = { name: { en: "x" }, category: "call", style: "consultative" };
      const refused = await Promise.all([
        ...attempts(caller, processId, versionId),
        execute(createFromTemplate, caller, { id: newId(), templateKey: TEMPLATE }),
        execute(createEmpty, caller, { id: newId(), ...empty }),
      ]);
      expect(refused.map((result) => refusal(result)?.code)).toEqual(refused.map(() => "not-allowed"));
    }
    expect(await snapshot()).toEqual(before);
  });

  it("does not find a process of another organisation", async () => {
    const { processId, versionId } = await fresh();
    const before = await snapshot();
    const stranger = other.owner.caller;
    const refused = await Promise.all([
      ...attempts(stranger, processId, versionId),
      read(processRead, stranger, { processId }),
      read(processVersions, stranger, { processId }),
    ]);
    expect(refused.map((result) => refusal(result)?.code)).toEqual(refused.map(() => "not-found"));
    expect(await snapshot()).toEqual(before);
  });
});
