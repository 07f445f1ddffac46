import { describe, expect, it } from "vitest";
import { newStage, newStep } from "@/lib/domain/process/blank";
import { diff } from "@/lib/domain/process/diff";
import type { Edit } from "@/lib/domain/process/edits";
import {
  copyProcess,
  createEmpty,
  editDraft,
  importProcess,
  setProcess,
} from "@/lib/features/processes/commands";
import { processDraft, processFile, processRead } from "@/lib/features/processes/queries";
import { addEntry } from "@/lib/features/registers/commands";
import { registerChoices } from "@/lib/features/registers/queries";
import type { Caller, Ctx } from "@/lib/platform/context";
import { type Tx, withTenant } from "@/lib/platform/db/tenant";
import { execute, read } from "@/lib/platform/execute";
import { newId } from "@/lib/platform/id";
import { publishedProcess } from "../support/process";
import { NOW } from "../support/world";
import { draftOf, fresh, inTwoOrganisations, manager, other, refusal, value } from "./process-bench";

inTwoOrganisations();

describe("a process as a file", () => {
  const fileOf = async (processId: string) => value(await read(processFile, manager, { processId }));
  const elsewhere = () => other.manager.caller;
  const inTenantOf = <T>(caller: Caller, work: (tx: Tx, ctx: Ctx) => Promise<T>) =>
    withTenant(caller, NOW, (tx, entered) => work(tx, { ...entered, reach: "all" }));
  const bringIn = (content: string, twin: object | null = { as: "copy" }) =>
    execute(importProcess, elsewhere(), { id: newId(), content, ...(twin && { twin }) });

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

  it("is asked about where a process has its name: beside it, or as its next draft with the keys it has", async () => {
    const { processId } = await fresh();
    const named = { en: "Twice at once", nl: "Twee keer" };
    const content = JSON.stringify({ ...(await fileOf(processId)), name: named });
    const made = value(await bringIn(content, null));
    const again = JSON.stringify({ ...JSON.parse(content), name: { en: " twice AT once" } });
    expect(refusal(await bringIn(again, null))).toMatchObject({
      code: "process-file.name-taken",
      params: { name: "Twice at once" },
      current: { processId: made.processId, draft: true },
    });
    const into = { as: "draft", processId: made.processId };
    expect(refusal(await bringIn(content, into))).toMatchObject({ code: "draft-exists" });
    expect(refusal(await bringIn(content, { ...into, processId }))).toMatchObject({ code: "not-found" });
    const copy = value(await bringIn(content, { as: "copy", name: { en: "Twice, copy" } }));
    const draft = value(await read(processDraft, elsewhere(), { processId: copy.processId }));
    expect(draft.name).toEqual({ en: "Twice, copy" });

    const published = await publishedProcess(other.org.id);
    const file = value(await read(processFile, elsewhere(), { processId: published.id }));
    const next = value(await bringIn(JSON.stringify(file), { as: "draft", processId: published.id }));
    expect(next.processId).toBe(published.id);
    const back = value(await read(processDraft, elsewhere(), { processId: published.id }));
    expect(diff(back.published?.document ?? back.document, back.document)).toEqual([]);
  });

  it("makes a role once, however many files name it at the same moment", async () => {
    const { processId } = await fresh();
    const file = await fileOf(processId);
    const content = JSON.stringify({ ...file, role: { en: "Partner manager" }, stages: [] });
    const made = await Promise.all(Array.from({ length: 5 }, () => bringIn(content)));
    const ids = made.map((one) => value(one).processId);
    const { roles } = value(await read(processDraft, elsewhere(), { processId: ids[0] }));
    const partners = roles.filter(({ name }) => name.en === "Partner manager");
    expect(partners).toHaveLength(1);
    const used = await inTenantOf(elsewhere(), (tx, { org }) =>
      tx.process.findMany({ where: { orgId: org.id, id: { in: ids } }, select: { commercialRoleId: true } }),
    );
    expect(used.map(({ commercialRoleId }) => commercialRoleId)).toEqual(ids.map(() => partners[0]?.id));
  });

  it("makes no role for who may not manage roles: the names are said, and known ones do", async () => {
    const { processId } = await fresh();
    const file = { ...(await fileOf(processId)), stages: [] };
    const bringInAs = (role: "manager" | "rep", name: string) =>
      inTenantOf(elsewhere(), (tx, ctx) =>
        importProcess.run({
          tx,
          ctx: { ...ctx, member: { ...ctx.member, role } },
          input: {
            id: newId(),
            content: JSON.stringify({ ...file, role: { en: name } }),
            twin: { as: "copy" },
          },
        }),
      );
    expect(await bringInAs("rep", "Channel lead")).toMatchObject({
      code: "process-file.owners-missing",
      params: { names: "Channel lead", more: 0 },
    });
    expect(await bringInAs("manager", "Channel lead")).toMatchObject({ versionId: expect.any(String) });
    expect(await bringInAs("rep", "channel LEAD")).toMatchObject({ versionId: expect.any(String) });
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

  it("comes in again with all there is to say: 120 steps with long texts, and the longest objective", async () => {
    const name = { en: "All there is to say" };
    const { processId, versionId } = value(
      await execute(createEmpty, manager, { id: newId(), name, category: "call", style: "consultative" }),
    );
    const set = (length: number) =>
      execute(setProcess, manager, { processId, version: 1, set: { objective: { en: "x".repeat(length) } } });
    expect(refusal(await set(1_001))).toMatchObject({ code: "invalid-input" });
    value(await set(1_000));
    const howTo = { en: "A word, é, and so on.\n".repeat(400), nl: "Een woord, é, enzovoort.\n".repeat(400) };
    const steps = (stage: number, count: number) =>
      Array.from({ length: count }, (_, at) => ({ ...newStep(`${stage}-${at}`, name), howTo }));
    const add = (stage: number, count: number): Edit => ({
      type: "stage.add",
      stage: { ...newStage(`s${stage}`, name), steps: steps(stage, count) },
      index: stage,
    });
    let revision = 0;
    const put = async (edit: Edit) => {
      const answer = await execute(editDraft, manager, { processId, versionId, revision, edits: [edit] });
      if (answer.ok) revision = answer.value.revision;
      return answer;
    };
    for (let stage = 0; stage < 6; stage++) value(await put(add(stage, 20)));
    const file = await fileOf(processId);
    const content = JSON.stringify(file, null, 2);
    expect(content.length).toBeGreaterThan(2_000_000);
    const made = value(await bringIn(content));
    const back = value(await read(processFile, elsewhere(), { processId: made.processId }));
    expect(back.stages.map((stage) => stage.steps.map((step) => step.howTo))).toEqual(
      file.stages.map((stage) => stage.steps.map((step) => step.howTo)),
    );
    expect(back.objective).toEqual(file.objective);

    // It grows until its file would not come in again, and can always become smaller.
    let grown = 6;
    let answer = await put(add(grown, 40));
    while (answer.ok) answer = await put(add(++grown, 40));
    expect(refusal(answer)).toMatchObject({ code: "draft-too-large", params: { megabytes: 4.9 } });
    expect((await draftOf(processId)).document.stages).toHaveLength(grown);
    value(await bringIn(JSON.stringify(await fileOf(processId), null, 2)));
    value(await put({ type: "stage.remove", stageKey: "s0" }));
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
