import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { emptyDocument, NO_TIMING } from "@/lib/domain/process/blank";
import { compile } from "@/lib/domain/process/compile";
import { allSteps } from "@/lib/domain/process/locate";
import { TEMPLATES } from "@/lib/domain/templates/registry";
import {
  archiveProcess,
  copyProcess,
  createAsFound,
  createEmpty,
  createFromTemplate,
  discardDraft,
  editDraft,
  importProcess,
  meetOnDraft,
  publishVersion,
  retireVersion,
  reviveVersion,
  setProcess,
  startDraft,
} from "@/lib/features/processes/commands";
import {
  processDraft,
  processesList,
  processFile,
  processPublishing,
  processRead,
  processVersions,
  templatesList,
} from "@/lib/features/processes/queries";
import type { EditsRefused } from "@/lib/features/processes/view";
import { addEntry } from "@/lib/features/registers/commands";
import { registerChoices } from "@/lib/features/registers/queries";
import type { Caller, Ctx } from "@/lib/platform/context";
import { closePools } from "@/lib/platform/db/pools";
import { sqlState } from "@/lib/platform/db/sql-state";
import { type Tx, withTenant } from "@/lib/platform/db/tenant";
import { execute, read } from "@/lib/platform/execute";
import { newId } from "@/lib/platform/id";
import type { Result } from "@/lib/platform/verb";
import { NOW, newWorld, type OrgWorld } from "../support/world";

const TEMPLATE = "business-developer-consultative";
let world: OrgWorld;
let other: OrgWorld;
let manager: Caller;

beforeAll(async () => {
  [world, other] = [await newWorld("Processes"), await newWorld("Elsewhere")];
  manager = world.manager.caller;
});
afterAll(closePools);

function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`refused: ${result.refusal.code}`);
  return result.value;
}
const refusal = (result: Result<unknown>) => (result.ok ? null : result.refusal);
const inTenant = <T>(work: (tx: Tx, ctx: Ctx) => Promise<T>) =>
  withTenant(manager, NOW, (tx, entered) => work(tx, { ...entered, reach: "all" }));

const draftOf = async (processId: string) => value(await read(processDraft, manager, { processId }));
const firstStep = async (processId: string) => allSteps((await draftOf(processId)).document)[0]?.key ?? "";
async function fresh() {
  const id = newId();
  return value(await execute(createFromTemplate, manager, { id, templateKey: TEMPLATE }));
}
async function publish(processId: string, why?: string) {
  const { versionId, revision } = await draftOf(processId);
  return execute(publishVersion, manager, { processId, versionId, revision, ...(why && { why }) });
}
async function rename(processId: string, stepKey: string, en: string, revision?: number) {
  const draft = await draftOf(processId);
  return execute(editDraft, manager, {
    processId,
    versionId: draft.versionId,
    revision: revision ?? draft.revision,
    edits: [{ type: "step.set", stepKey, set: { name: { en } } }],
  });
}
/** A deal under way, as a bare row: what travels is no business of this suite. */
async function openRun(processId: string, versionId: string, title: string): Promise<string> {
  const id = newId();
  const run = { id, kind: "deal", processId, versionId, ownerId: world.rep.id, title, openedOn: NOW };
  await inTenant(async (tx, ctx) => {
    await tx.run.create({ data: { ...run, orgId: ctx.org.id, stageKey: "target" } });
    await tx.deal.create({ data: { orgId: ctx.org.id, id, currency: "EUR" } });
  });
  return id;
}
/** Everything the organisation has of processes, to prove that a refusal changed nothing. */
const snapshot = () =>
  inTenant(async (tx) => ({
    processes: await tx.process.findMany({ orderBy: { id: "asc" } }),
    versions: await tx.processVersion.findMany({ orderBy: { id: "asc" } }),
    roles: await tx.commercialRole.count(),
    departments: await tx.department.count(),
    stages: await tx.stage.count(),
  }));

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

describe("colleagues on a draft", () => {
  const SECOND = 1_000;
  const meet = (by: Caller, draft: { processId: string; versionId: string }, more: object = {}, after = 0) =>
    execute(
      meetOnDraft,
      by,
      { ...draft, revision: 0, place: null, ...more },
      { now: new Date(NOW.getTime() + after) },
    );

  it("see each other, where they are, and each other's edits; whoever left is gone", async () => {
    const draft = await fresh();
    const owner = world.owner.caller;
    const place = { kind: "step", key: await firstStep(draft.processId) };
    expect(value(await meet(owner, draft, { place }))).toEqual({ colleagues: [], newer: null });
    expect(value(await meet(manager, draft))).toEqual({
      colleagues: [{ id: world.owner.id, name: expect.any(String), place }],
      newer: null,
    });
    value(await rename(draft.processId, place.key, "Renamed by the manager"));
    const { colleagues, newer } = value(await meet(owner, draft, { place }, SECOND));
    expect(colleagues.map(({ id }) => id)).toEqual([world.manager.id]);
    expect(newer?.revision).toBe(1);
    expect(allSteps(newer?.document ?? emptyDocument)[0]?.name.en).toBe("Renamed by the manager");
    expect(value(await meet(owner, draft, { revision: 1 }, 60 * SECOND))).toEqual({
      colleagues: [],
      newer: null,
    });
  });

  it("leave nothing in the audit, and hear when the draft is gone", async () => {
    const draft = await fresh();
    const audited = () => inTenant((tx, ctx) => tx.audit.count({ where: { orgId: ctx.org.id } }));
    const before = await audited();
    value(await meet(manager, draft));
    expect(await audited()).toBe(before);
    value(await publish(draft.processId));
    expect(refusal(await meet(manager, draft))).toMatchObject({
      code: "draft-gone",
      current: { versionId: null },
    });
  });
});

describe("a process as a file", () => {
  const fileOf = async (processId: string) => value(await read(processFile, manager, { processId }));
  const elsewhere = () => other.manager.caller;
  const bringIn = (content: string) => execute(importProcess, elsewhere(), { id: newId(), content });

  it("comes in at another organisation with its roles found by name, or made", async () => {
    const { processId } = await fresh();
    const file = await fileOf(processId);
    expect(JSON.stringify(file)).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-/);
    const made = value(await bringIn(JSON.stringify(file)));
    const draft = value(await read(processDraft, elsewhere(), { processId: made.processId }));
    expect(draft.problems.filter(({ severity }) => severity === "error")).toEqual([]);
    expect(draft.document.stages.map(({ name }) => name)).toEqual(file.stages.map(({ name }) => name));
    // A second time finds what the first one made, also when the role is spelled in another way.
    const role = { en: file.role?.en?.toUpperCase() };
    value(await bringIn(JSON.stringify({ ...file, role })));
    value(
      await bringIn(JSON.stringify({ ...file, name: { en: "New" }, role: { en: "QUITE NEW" }, stages: [] })),
    );
    value(
      await bringIn(
        JSON.stringify({ ...file, name: { en: "Newer" }, role: { en: "Quite new" }, stages: [] }),
      ),
    );
    const again = value(await read(processDraft, elsewhere(), { processId: made.processId }));
    expect([again.roles.length, again.departments.length]).toEqual([
      draft.roles.length + 1,
      draft.departments.length,
    ]);
    const back = value(await read(processFile, elsewhere(), { processId: made.processId }));
    const bare = (one: typeof file) => ({
      ...one,
      stages: one.stages.map((stage) => stage.steps.map(({ name }) => name)),
    });
    expect(bare(back)).toEqual(bare(file));
  });

  it("brings its target and register entries along: found by any of their names, or made, each once", async () => {
    const { processId } = await fresh();
    const file = await fileOf(processId);
    const known = newId();
    value(await execute(addEntry, elsewhere(), { id: known, kind: "objection", name: { nl: "Te duur" } }));
    const [stage, ...rest] = file.stages;
    const dear = { register: "objection", name: { en: "Too dear", nl: "TE DUUR" } };
    const slow = { register: "problem", name: { en: "Slow answers" } };
    const [step, ...steps] = stage?.steps ?? [];
    const target = { label: "New customers", value: 12, unit: "count" };
    const first = { ...stage, entries: [dear, slow], steps: [{ ...step, entries: [slow] }, ...steps] };
    const content = JSON.stringify({ ...file, target, stages: [first, ...rest] });
    const made = value(await bringIn(content));
    const again = value(await bringIn(content));
    const entriesOf = async (id: string) => {
      const { document } = value(await read(processDraft, elsewhere(), { processId: id }));
      return [document.stages[0]?.entries, document.stages[0]?.steps[0]?.entries];
    };
    const { entries } = value(await read(registerChoices, elsewhere(), {}));
    const problem = entries.find(({ kind }) => kind === "problem");
    expect(entries.map(({ name }) => name)).toEqual([{ nl: "Te duur" }, { en: "Slow answers" }]);
    expect(await entriesOf(made.processId)).toEqual([[known, problem?.id], [problem?.id]]);
    expect(await entriesOf(again.processId)).toEqual(await entriesOf(made.processId));
    const back = value(await read(processFile, elsewhere(), { processId: made.processId }));
    expect(back).toMatchObject({
      target,
      stages: [
        { entries: [{ register: "objection", name: { nl: "Te duur" } }, slow] },
        ...rest.map(() => ({})),
      ],
    });
    // Of the organisation it came from nothing is touched.
    expect(value(await read(registerChoices, manager, {})).entries).toEqual([]);
  });

  it("with anything wrong in it changes nothing", async () => {
    const count = () =>
      withTenant(elsewhere(), NOW, (tx, ctx) => tx.process.count({ where: { orgId: ctx.org.id } }));
    const before = await count();
    const { processId } = await fresh();
    const file = await fileOf(processId);
    expect(refusal(await bringIn(JSON.stringify({ ...file, formatVersion: 9 })))).toMatchObject({
      code: "process-file.newer",
    });
    const broken = { ...file, stages: [{ ...file.stages[0], entries: [{ register: "rival", name: {} }] }] };
    expect(refusal(await bringIn(JSON.stringify(broken)))).toMatchObject({
      code: "process-file.has-problems",
      params: { count: 2, at: "stages[0].entries[0].register" },
    });
    expect(refusal(await bringIn("{"))).toMatchObject({ code: "process-file.not-json" });
    expect(await count()).toBe(before);
  });

  it("is copied with its keys, so that the two compare", async () => {
    const { processId } = await fresh();
    const purpose = {
      objective: { en: "Win new customers" },
      target: { label: "New customers", value: 12, unit: "count" },
    } as const;
    value(await execute(setProcess, manager, { processId, version: 1, set: purpose }));
    const name = { en: "For another team" };
    const copied = value(
      await execute(copyProcess, manager, { id: newId(), processId, name, commercialRoleId: null }),
    );
    expect((await draftOf(copied.processId)).document).toEqual((await draftOf(processId)).document);
    expect(value(await read(processRead, manager, { processId: copied.processId }))).toMatchObject(purpose);
  });
});

describe("publishing", () => {
  it("keeps version 1 for the deals that run on it, and makes version 2 the one for new deals", async () => {
    const { processId } = await fresh();
    const v1 = value(await publish(processId));
    const runId = await openRun(processId, v1.versionId, "Peeters Staalbouw");
    value(await execute(startDraft, manager, { id: newId(), processId }));
    const stepKey = await firstStep(processId);
    value(await rename(processId, stepKey, "Know the company"));

    expect(refusal(await publish(processId))).toMatchObject({ code: "why-needed", field: "why" });
    expect(value(await publish(processId, "Nobody understood the first step"))).toMatchObject({ number: 2 });

    const run = await inTenant((tx) => tx.run.findFirst({ where: { id: runId } }));
    expect(run?.versionId).toBe(v1.versionId);
    const { versions } = value(await read(processVersions, manager, { processId }));
    expect(versions).toMatchObject([
      { number: 2, status: "published", figures: { open: { n: 0 } } },
      { number: 1, status: "retired", figures: { open: { n: 1 } } },
    ]);
    expect(versions[0]?.changes?.map(({ change, key }) => ({ change, key }))).toEqual([
      { change: "renamed", key: stepKey },
    ]);
    const map = value(await read(processRead, manager, { processId }));
    expect(map.shown?.number).toBe(2);
    expect(map.deals).toEqual([{ number: 1, open: 1 }]);
  });

  it("writes the rows and the compiled form of exactly what was drafted", async () => {
    const { processId, versionId } = await fresh();
    const { document } = await draftOf(processId);
    value(await publish(processId));
    const rows = await inTenant(async (tx) => ({
      stages: await tx.stage.findMany({ where: { versionId }, orderBy: { position: "asc" } }),
      steps: await tx.step.count({ where: { versionId } }),
      criteria: await tx.exitCriterion.count({ where: { versionId } }),
      version: await tx.processVersion.findFirst({ where: { id: versionId } }),
    }));
    expect(rows.stages.map((stage) => stage.key)).toEqual(document.stages.map((stage) => stage.key));
    expect(rows.steps).toBe(allSteps(document).length);
    expect(rows.criteria).toBe(document.stages.flatMap((stage) => stage.criteria).length);
    expect(rows.version?.compiled).toEqual(compile(document));
  });

  it("keeps the timing it inherited, while the next draft inherits again", async () => {
    const { processId, versionId } = await fresh();
    const step = allSteps((await draftOf(processId)).document)[0];
    if (!step) throw new Error("no step");
    const orgTiming = (latest: number) =>
      inTenant((tx, ctx) =>
        tx.organization.update({
          where: { id: ctx.org.id },
          data: { timing: { plannedDays: null, stepWindow: { unit: "working-days", latest } } },
        }),
      );
    await orgTiming(4);
    const edits = [{ type: "step.set", stepKey: step.key, set: { window: null } }];
    value(await execute(editDraft, manager, { processId, versionId, revision: 0, edits }));
    value(await publish(processId));
    await orgTiming(9);

    const map = value(await read(processRead, manager, { processId }));
    const published = allSteps(map.shown?.document ?? { formatVersion: 2, timing: NO_TIMING, stages: [] })[0];
    expect(published?.window).toMatchObject({ anchor: { kind: "stage-entry" }, latest: 4 });
    value(await execute(startDraft, manager, { id: newId(), processId }));
    const draft = await draftOf(processId);
    expect(allSteps(draft.document)[0]?.window).toBeNull();
    const { versions } = value(await read(processVersions, manager, { processId }));
    expect(versions.map(({ status }) => status)).toEqual(["draft", "published"]);
    expect(versions[0]?.changes).toMatchObject([{ change: "retimed", key: step.key }]);
    await inTenant((tx, ctx) =>
      tx.organization.update({ where: { id: ctx.org.id }, data: { timing: NO_TIMING } }),
    );
  });

  it("refuses a draft with errors and names them all", async () => {
    const { processId, versionId } = await fresh();
    const [first, second] = allSteps((await draftOf(processId)).document);
    const edits = [
      { type: "step.set", stepKey: first?.key, set: { owner: null } },
      { type: "step.set", stepKey: second?.key, set: { name: { en: "", nl: "" } } },
    ];
    value(await execute(editDraft, manager, { processId, versionId, revision: 0, edits }));
    const refused = refusal(await publish(processId));
    expect(refused?.code).toBe("process-has-problems");
    expect(refused?.current).toMatchObject({
      problems: [
        { code: "step-no-owner", place: { stepKey: first?.key } },
        { code: "step-no-name", place: { stepKey: second?.key } },
      ],
    });
  });

  it("refuses when the draft is no longer what the person looked at", async () => {
    const { processId, versionId } = await fresh();
    value(await rename(processId, await firstStep(processId), "Changed meanwhile"));
    const refused = refusal(await execute(publishVersion, manager, { processId, versionId, revision: 0 }));
    expect(refused).toMatchObject({ code: "draft-changed", current: { revision: 1 } });
  });

  it("gives one number when several people publish at the same moment", async () => {
    const { processId, versionId } = await fresh();
    const ask = (caller: Caller) => execute(publishVersion, caller, { processId, versionId, revision: 0 });
    const results = await Promise.all([ask(manager), ask(world.owner.caller), ask(manager)]);
    expect(results.filter((result) => result.ok)).toHaveLength(1);
    const refused = results.map((result) => refusal(result)?.code).filter(Boolean);
    expect(refused).toEqual(["draft-gone", "draft-gone"]);
    const { versions } = value(await read(processVersions, manager, { processId }));
    expect(versions.map((version) => version.number)).toEqual([1]);
  });

  it("keeps a published version as it is, whoever asks the database", async () => {
    const { processId, versionId } = await fresh();
    value(await publish(processId));
    const attempts: ((tx: Tx) => Promise<unknown>)[] = [
      (tx) => tx.processVersion.updateMany({ where: { id: versionId }, data: { why: "another" } }),
      (tx) => tx.processVersion.deleteMany({ where: { id: versionId } }),
      (tx) => tx.stage.updateMany({ where: { versionId }, data: { name: { en: "Other" } } }),
      (tx) => tx.step.deleteMany({ where: { versionId } }),
      (tx) => tx.exitCriterion.updateMany({ where: { versionId }, data: { evidence: "document" } }),
    ];
    for (const attempt of attempts) {
      const error = await inTenant(attempt).then(
        () => null,
        (thrown) => thrown,
      );
      expect(sqlState(error)).toBe("23001");
    }
  });
});

describe("taking a version out of use", () => {
  const use = async (processId: string) =>
    value(await read(processVersions, manager, { processId })).versions.map(
      ({ number, status, revivable }) => ({
        number,
        status,
        revivable,
      }),
    );

  it("leaves its deals on it, and can be undone", async () => {
    const { processId, versionId } = await fresh();
    value(await publish(processId));
    const run = await openRun(processId, versionId, "Stays");
    value(await execute(retireVersion, manager, { processId, versionId }));
    expect(await use(processId)).toEqual([{ number: 1, status: "retired", revivable: true }]);
    expect(value(await read(processVersions, manager, { processId })).idle).toBe(true);
    expect((await inTenant((tx) => tx.run.findFirstOrThrow({ where: { id: run } }))).versionId).toBe(
      versionId,
    );
    const again = await execute(retireVersion, manager, { processId, versionId });
    expect(refusal(again)?.code).toBe("version-not-published");
    value(await execute(reviveVersion, manager, { processId, versionId }));
    expect(await use(processId)).toEqual([{ number: 1, status: "published", revivable: false }]);
  });

  it("is still what is copied, exported, drafted from, and what the next reason is asked against", async () => {
    const { processId, versionId } = await fresh();
    value(await publish(processId));
    value(await execute(retireVersion, manager, { processId, versionId }));
    const name = { en: "Copy" };
    const copy = value(await execute(copyProcess, manager, { id: newId(), processId, name }));
    const file = value(await read(processFile, manager, { processId }));
    expect((await draftOf(copy.processId)).document.stages.length).toBe(file.stages.length);
    value(await execute(startDraft, manager, { id: newId(), processId }));
    const last = value(await read(processPublishing, manager, { processId }));
    expect(last).toMatchObject({ number: 2, published: { number: 1 }, changes: [] });
    expect(refusal(await publish(processId))?.code).toBe("why-needed");
    value(await publish(processId, "Back in use"));
  });

  it("is undone for the last version only: an older one comes back as a draft", async () => {
    const { processId, versionId } = await fresh();
    value(await publish(processId));
    const draft = value(await execute(startDraft, manager, { id: newId(), processId }));
    value(await publish(processId, "Better"));
    const second = { processId, versionId: draft.versionId };
    expect(refusal(await execute(retireVersion, manager, { processId, versionId }))?.code).toBe(
      "version-not-published",
    );
    expect(refusal(await execute(reviveVersion, manager, { processId, versionId }))?.code).toBe(
      "version-superseded",
    );
    value(await execute(retireVersion, manager, second));
    expect(refusal(await execute(reviveVersion, manager, { processId, versionId }))?.code).toBe(
      "version-superseded",
    );
    value(await execute(startDraft, manager, { id: newId(), processId, fromVersionId: versionId }));
    value(await publish(processId, "Back to the first"));
    expect(await use(processId)).toEqual([
      { number: 3, status: "published", revivable: false },
      { number: 2, status: "retired", revivable: false },
      { number: 1, status: "retired", revivable: false },
    ]);
    expect(refusal(await execute(reviveVersion, manager, second))?.code).toBe("version-superseded");
  });

  it("never brings an as-found version into use, whoever asks the database", async () => {
    const found = await inTenant((tx, ctx) =>
      createAsFound(tx, ctx, { name: { en: "Found" }, stages: [{ key: "a", name: { en: "A" } }] }),
    );
    if (!("versionId" in found)) throw new Error("refused");
    const change = inTenant((tx) =>
      tx.processVersion.updateMany({ where: { id: found.versionId }, data: { status: "published" } }),
    );
    expect(await change.then(() => "done", sqlState)).toBe("23001");
  });
});

describe("editing a draft", () => {
  it("keeps the edits of two people who started from the same revision", async () => {
    const { processId } = await fresh();
    const [one, two] = allSteps((await draftOf(processId)).document);
    const results = await Promise.all([
      rename(processId, one?.key ?? "", "One", 0),
      rename(processId, two?.key ?? "", "Two", 0),
    ]);
    expect(results.map((result) => value(result).rebased).sort()).toEqual([false, true]);
    const after = await draftOf(processId);
    expect(after.revision).toBe(2);
    const names = allSteps(after.document).map((step) => step.name.en);
    expect(names.slice(0, 2)).toEqual(["One", "Two"]);
  });

  it("hands an edit of a removed step back with the current draft, and saves nothing of its list", async () => {
    const { processId, versionId } = await fresh();
    const [gone, kept] = allSteps((await draftOf(processId)).document);
    const edit = (edits: object[], revision: number) =>
      execute(editDraft, manager, { processId, versionId, revision, edits });
    value(await edit([{ type: "step.remove", stepKey: gone?.key }], 0));
    const typed = { type: "step.set", stepKey: gone?.key, set: { name: { en: "Typed while it went" } } };
    const fits = { type: "step.set", stepKey: kept?.key, set: { name: { en: "Fits" } } };
    const refused = refusal(await edit([fits, typed], 0));
    expect(refused?.code).toBe("step-gone");
    const current = refused?.current as EditsRefused;
    expect(current.revision).toBe(1);
    expect(current.refused.map((one) => one.edit)).toEqual([typed]);
    expect(allSteps(current.document).some((step) => step.key === gone?.key)).toBe(false);
    expect((await draftOf(processId)).document).toEqual(current.document);
  });

  it("answers a list that is sent twice with the first answer", async () => {
    const { processId, versionId } = await fresh();
    const edits = [{ type: "step.duplicate", stepKey: await firstStep(processId), newKey: "copy" }];
    const input = { processId, versionId, revision: 0, edits };
    const first = value(await execute(editDraft, manager, input, { key: "batch-1" }));
    expect(value(await execute(editDraft, manager, input, { key: "batch-1" }))).toEqual(first);
    expect((await draftOf(processId)).revision).toBe(1);
  });

  it("refuses what is too long, with its limit, and what no database can keep", async () => {
    const { processId, versionId } = await fresh();
    const stepKey = await firstStep(processId);
    const set = (en: string) => {
      const edits = [{ type: "step.set", stepKey, set: { name: { en } } }];
      return execute(editDraft, manager, { processId, versionId, revision: 0, edits });
    };
    expect(refusal(await set("x".repeat(10_000)))).toMatchObject({
      code: "text-too-long",
      params: { limit: 200, length: 10_000 },
    });
    expect(refusal(await set("a\0b"))?.code).toBe("invalid-input");
    expect(refusal(await set("\ud800"))?.code).toBe("invalid-input");
    const script = `<script>alert(1)</script> =HYPERLINK("x")`;
    value(await set(script));
    expect(allSteps((await draftOf(processId)).document)[0]?.name.en).toBe(script);
  });

  it("tells a stale tab that the draft was published, and which draft is open now", async () => {
    const { processId, versionId } = await fresh();
    const edits = [{ type: "step.remove", stepKey: await firstStep(processId) }];
    value(await publish(processId));
    const next = newId();
    value(await execute(startDraft, manager, { id: next, processId }));
    const late = await execute(editDraft, manager, { processId, versionId, revision: 0, edits });
    expect(refusal(late)).toMatchObject({ code: "draft-gone", current: { versionId: next } });
  });

  it("has one draft at a time; a discarded one makes room; an old version comes back as a draft", async () => {
    const { processId } = await fresh();
    const v1 = value(await publish(processId));
    const start = (input: object = {}) => execute(startDraft, manager, { id: newId(), processId, ...input });
    const { versionId } = value(await start());
    expect(refusal(await start())).toMatchObject({ code: "draft-exists", current: { versionId } });
    const [step] = allSteps((await draftOf(processId)).document);
    value(await rename(processId, step?.key ?? "", "Second"));
    value(await publish(processId, "a change"));
    const third = value(await start());
    value(await execute(discardDraft, manager, { processId, versionId: third.versionId }));
    expect(refusal(await start({ fromVersionId: newId() }))?.code).toBe("not-found");
    value(await start({ fromVersionId: v1.versionId }));
    expect(allSteps((await draftOf(processId)).document)[0]?.name).toEqual(step?.name);
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
    execute(discardDraft, caller, { processId, versionId }),
    execute(archiveProcess, caller, { processId }),
    read(processDraft, caller, { processId }),
  ];

  it("lets a rep and a viewer read, and refuses every change without doing any of it", async () => {
    const { processId, versionId } = await fresh();
    const before = await snapshot();
    for (const { caller } of [world.rep, world.viewer]) {
      expect((await read(processRead, caller, { processId })).ok).toBe(true);
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
