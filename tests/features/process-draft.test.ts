import pg from "pg";
import { describe, expect, it } from "vitest";
import { DraftStore } from "@/components/processes/editor/draft-store";
import { emptyDocument } from "@/lib/domain/process/blank";
import type { Edit } from "@/lib/domain/process/edits";
import { allSteps } from "@/lib/domain/process/locate";
import { withSeen } from "@/lib/domain/process/seen";
import { refuse } from "@/lib/domain/shared/result";
import { discardDraft, editDraft, meetOnDraft, startDraft } from "@/lib/features/processes/commands";
import { processRead } from "@/lib/features/processes/queries";
import type { EditsRefused } from "@/lib/features/processes/view";
import type { Caller } from "@/lib/platform/context";
import { execute, read } from "@/lib/platform/execute";
import { newId } from "@/lib/platform/id";
import { NOW } from "../support/world";
import {
  draftOf,
  firstStep,
  fresh,
  inTenant,
  inTwoOrganisations,
  manager,
  publish,
  refusal,
  rename,
  snapshot,
  value,
  world,
} from "./process-bench";

inTwoOrganisations();

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

  it("never wait: a draft or a place that another connection holds is left for the next time", async () => {
    const draft = await fresh();
    const hold = new pg.Client({ connectionString: process.env.DATABASE_URL });
    await hold.connect();
    const seen = async (by: Caller, after: number) =>
      value(await meet(by, draft, {}, after)).colleagues.map(({ id }) => id);
    try {
      await hold.query("begin");
      await hold.query("select 1 from process_version where id = $1 for update", [draft.versionId]);
      expect(await seen(world.owner.caller, 0)).toEqual([]);
      await hold.query("rollback");
      await seen(world.owner.caller, 0);
      expect(await seen(manager, SECOND)).toEqual([world.owner.id]);
      await hold.query("begin");
      await hold.query("select 1 from draft_presence where version_id = $1 for update", [draft.versionId]);
      expect(await seen(world.owner.caller, 2 * SECOND)).toEqual([world.manager.id]);
      expect(await seen(manager, 60 * SECOND)).toEqual([]);
      await hold.query("rollback");
    } finally {
      await hold.end();
    }
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

describe("editing a draft", () => {
  it("keeps the edits of two people who started from the same revision", async () => {
    const { processId } = await fresh();
    const [one, two] = allSteps((await draftOf(processId)).document);
    const results = await Promise.all([
      rename(processId, one?.key ?? "", "One", 0),
      rename(processId, two?.key ?? "", "Two", 0),
    ]);
    // Who was alone has the document already.
    expect(results.filter((result) => value(result).document === null)).toHaveLength(1);
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

  it("knows a list again whose answer was lost, also from a tab that was opened again on a newer draft", async () => {
    const { processId, versionId } = await fresh();
    const { document, revision } = await draftOf(processId);
    const [step, another] = allSteps(document).map(({ key }) => key);
    const kept: { text: string | null } = { text: null };
    /** A tab: its store, and a way to let it send what waits and hear the answer. `lose` loses answers on their way. */
    const tab = (from: { document: typeof document; revision: number }, lose: boolean) => {
      const timers: (() => void)[] = [];
      let answered: Promise<unknown> = Promise.resolve();
      const store = new DraftStore(from, {
        newKey: newId,
        later: (_ms, work) => timers.push(work),
        keep: (text) => {
          kept.text = text;
        },
        send: (list, key) => {
          const sent = execute(editDraft, manager, { processId, versionId, ...list }, { key });
          answered = sent;
          return lose ? sent.then(() => ({ ok: false, refusal: refuse("offline") })) : sent;
        },
      });
      const send = async () => {
        for (const work of timers.splice(0)) work();
        await answered;
        for (let turn = 0; turn < 5; turn++) await Promise.resolve();
      };
      return { store, send };
    };
    const howTo = (stepKey = "", en = ""): Edit => ({ type: "step.set", stepKey, set: { howTo: { en } } });
    const first = tab({ document, revision }, true);
    first.store.edit([
      howTo(step, "A page of careful words"),
      { type: "step.duplicate", stepKey: step ?? "", newKey: "copy" },
    ]);
    await first.send();
    expect(first.store.read()).toMatchObject({ trouble: "offline", unsent: 2 });
    first.store.edit([howTo(another, "Typed without a connection")]);

    // A colleague goes on from what arrived, in the very same field.
    value(
      await execute(editDraft, manager, {
        processId,
        versionId,
        revision: 1,
        edits: [howTo(step, "Shorter")],
      }),
    );
    const left = kept.text ?? "";
    const again = tab(await draftOf(processId), false);
    again.store.takeOver(left);
    expect(again.store.read().refused).toEqual([]);
    await again.send();
    await again.send();
    expect(again.store.read()).toMatchObject({ refused: [], unsent: 0, trouble: null });
    const saved = await draftOf(processId);
    expect(saved.revision).toBe(3);
    const steps = allSteps(saved.document);
    expect(steps.filter(({ key }) => key === "copy")).toHaveLength(1);
    expect(steps.find(({ key }) => key === step)?.howTo.en).toBe("Shorter");
    expect(steps.find(({ key }) => key === another)?.howTo.en).toBe("Typed without a connection");
    expect(again.store.read().document).toEqual(saved.document);
  });

  it("tells who was first in one field, keeps their words and hands the others back", async () => {
    const { processId, versionId } = await fresh();
    const stepKey = await firstStep(processId);
    const before = (await draftOf(processId)).document;
    const set = (en: string) => {
      const typed = withSeen(before, { type: "step.set", stepKey, set: { howTo: { en } } });
      return execute(editDraft, manager, { processId, versionId, revision: 0, edits: [typed] });
    };
    const answers = await Promise.all([set("One"), set("Two")]);
    const refused = answers.map(refusal).filter((one) => one !== null);
    expect(refused.map(({ code }) => code)).toEqual(["changed-meanwhile"]);
    const stands = allSteps((await draftOf(processId)).document)[0]?.howTo.en;
    const lost = (refused[0]?.current as EditsRefused | undefined)?.refused[0];
    expect([stands, lost?.edit]).toMatchObject(
      stands === "One"
        ? ["One", { set: { howTo: { en: "Two" } } }]
        : ["Two", { set: { howTo: { en: "One" } } }],
    );
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

  it("does not throw away what went on since it was looked at, and shows it", async () => {
    const { processId, versionId } = await fresh();
    value(await rename(processId, await firstStep(processId), "A colleague's"));
    const discard = (revision: number) => execute(discardDraft, manager, { processId, versionId, revision });
    expect(refusal(await discard(0))).toMatchObject({
      code: "draft-changed",
      current: { revision: 1, document: (await draftOf(processId)).document },
    });
    value(await discard(1));
  });

  it("takes a process that was never more than this draft along, and no other", async () => {
    const { processId, versionId } = await fresh();
    const kept = await fresh();
    value(await publish(kept.processId));
    const next = value(await execute(startDraft, manager, { id: newId(), processId: kept.processId }));
    value(await execute(discardDraft, manager, { ...next, revision: 0 }));
    value(await execute(discardDraft, manager, { processId, versionId, revision: 0 }));
    const { processes, versions } = await snapshot();
    const ids = processes.map(({ id }) => id);
    expect([ids.includes(processId), ids.includes(kept.processId)]).toEqual([false, true]);
    // Every process that is left has a version, by which a list finds it.
    expect(ids.filter((id) => !versions.some((version) => version.processId === id))).toEqual([]);
    expect(refusal(await read(processRead, manager, { processId }))?.code).toBe("not-found");
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
    value(await execute(discardDraft, manager, { processId, versionId: third.versionId, revision: 0 }));
    expect(refusal(await start({ fromVersionId: newId() }))?.code).toBe("not-found");
    value(await start({ fromVersionId: v1.versionId }));
    expect(allSteps((await draftOf(processId)).document)[0]?.name).toEqual(step?.name);
  });
});
