import { afterAll, beforeAll, expect, it } from "vitest";
import { editDraft, publishVersion, retireVersion, startDraft } from "@/lib/features/processes/commands";
import { processDraft, processPublishing } from "@/lib/features/processes/queries";
import type { Caller } from "@/lib/platform/context";
import { closePools } from "@/lib/platform/db/pools";
import { execute, read } from "@/lib/platform/execute";
import { newId } from "@/lib/platform/id";
import type { Result } from "@/lib/platform/verb";
import { publishedProcess } from "../support/process";
import { NOW, newWorld, type OrgWorld } from "../support/world";
import { closed, moved, opened, write } from "./insights-fixtures";

let world: OrgWorld;
let manager: Caller;
beforeAll(async () => {
  world = await newWorld("Draft check");
  manager = world.manager.caller;
});
afterAll(closePools);

function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  return result.value;
}

/** A draft of a process that has a version in use. */
async function drafted() {
  const { id: processId, versionId } = await publishedProcess(world.org.id);
  const draft = value(await execute(startDraft, manager, { id: newId(), processId }, { now: NOW }));
  return { processId, published: versionId, versionId: draft.versionId };
}
/** What the editor and the publish page say of one draft. */
async function bothOf(processId: string) {
  const editor = value(await read(processDraft, manager, { processId }, { now: NOW }));
  const page = value(await read(processPublishing, manager, { processId }, { now: NOW }));
  if (!("problems" in editor) || !("impacts" in page)) throw new Error("refused");
  const count = (wanted: string) => editor.problems.filter(({ severity }) => severity === wanted).length;
  return { editor, page, told: { errors: count("error"), hints: count("hint") } };
}

it("says the same on the publish page as in the editor, also what only won deals can tell", async () => {
  const { processId, published } = await drafted();
  const without = await bothOf(processId);
  expect(without.page).toMatchObject(without.told);
  const deals = Array.from({ length: 8 }, () => ({
    id: newId(),
    processId,
    events: [
      opened({ versionId: published, owner: world.rep.id, day: "2026-01-05", stageKey: "first" }),
      moved("first", "second", "2026-03-30"),
      closed("won", "2026-04-02"),
    ] as const,
  }));
  await write(manager, deals);
  const { editor, page, told } = await bothOf(processId);
  expect(editor.problems).toContainEqual(
    expect.objectContaining({
      code: "planned-far-from-won",
      place: { stageKey: "first", field: "plannedDays" },
    }),
  );
  expect(told.hints).toBe(without.told.hints + 2);
  expect(page).toMatchObject(told);
});

it("says which language was left behind, also in the draft after the next version", async () => {
  const { processId, versionId } = await drafted();
  const { editor } = await bothOf(processId);
  const stage = editor.document.stages[0];
  if (!stage) throw new Error("no stage");
  const set = (name: object) => ({ type: "stage.set" as const, stageKey: stage.key, set: { name } });
  const edit = (draft: string, revision: number, edits: object[]) =>
    execute(editDraft, manager, { processId, versionId: draft, revision, edits } as never, { now: NOW });
  value(await edit(versionId, 0, [set({ en: "One", nl: "Een" }), agree(stage.key)]));
  const { revision } = value(await edit(versionId, 1, [set({ en: "Uno" })]));
  const behind = { code: "translation-behind", place: { stageKey: stage.key, field: "name.nl" } };
  expect((await bothOf(processId)).editor.problems).toContainEqual(expect.objectContaining(behind));
  const input = { processId, versionId, revision, why: "x" };
  value(await execute(publishVersion, manager, input, { now: NOW }));
  const next = value(await execute(startDraft, manager, { id: newId(), processId }, { now: NOW }));
  const { editor: after } = await bothOf(processId);
  expect(after.problems).toContainEqual(expect.objectContaining(behind));
  expect(after.published?.document).not.toHaveProperty("agreed");
  value(await edit(next.versionId, 0, [agree(stage.key)]));
  expect((await bothOf(processId)).editor.problems.map(({ code }) => code)).not.toContain(behind.code);
});
const agree = (key: string) => ({ type: "texts.agree", of: "stage", key, field: "name", texts: null });

it("compares with the same version, also once that was taken out of use", async () => {
  const { processId, published } = await drafted();
  const { editor, page } = await bothOf(processId);
  expect(editor.published).toMatchObject({ number: 1, inUse: true });
  expect(page.published).toEqual({ number: 1, document: editor.published?.document });
  value(await execute(retireVersion, manager, { processId, versionId: published }, { now: NOW }));
  const after = await bothOf(processId);
  expect(after.editor.published).toMatchObject({ number: 1, inUse: false });
  expect(after.page.published).toEqual({ number: 1, document: after.editor.published?.document });
});

it("takes no expectation about a stage that the version has not", async () => {
  const { processId, versionId } = await drafted();
  const publish = (hypothesis: { metric: "stage-days" | "win-rate"; stageKey?: string }) =>
    execute(
      publishVersion,
      manager,
      {
        processId,
        versionId,
        revision: 0,
        why: "x",
        hypothesis: { direction: "down", size: 2, ...hypothesis },
      },
      { now: NOW },
    );
  const gone = { ok: false, refusal: { code: "hypothesis-stage-gone", field: "hypothesis.stageKey" } };
  expect(await publish({ metric: "stage-days", stageKey: "elsewhere" })).toMatchObject(gone);
  expect(await publish({ metric: "stage-days" })).toMatchObject(gone);
  expect(await publish({ metric: "win-rate", stageKey: "elsewhere" })).toMatchObject(gone);
  value(await publish({ metric: "stage-days", stageKey: "second" }));
});
