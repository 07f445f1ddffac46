import { describe, expect, it } from "vitest";
import { DraftStore } from "@/components/processes/editor/draft-store";
import { lostOf } from "@/components/processes/editor/put-back";
import { typedIn } from "@/components/processes/editor/typed-in";
import { emptyDocument, newStage, newStep } from "@/lib/domain/process/blank";
import { applyEdits } from "@/lib/domain/process/edit";
import type { Edit } from "@/lib/domain/process/edits";
import { allSteps, findStep } from "@/lib/domain/process/locate";
import { rebase } from "@/lib/domain/process/rebase";
import type { ProcessDocument } from "@/lib/domain/process/types";
import { isRefusal, type Refusal, refuse } from "@/lib/domain/shared/result";
import type { DraftSaved } from "@/lib/features/processes/view";
import type { Result } from "@/lib/platform/verb";

const START: ProcessDocument = {
  ...emptyDocument,
  stages: [
    { ...newStage("lead", { en: "Lead" }), steps: ["a", "b", "c"].map((key) => newStep(key, { en: key })) },
    { ...newStage("offer", { en: "Offer" }), steps: [newStep("d", { en: "d" })] },
  ],
};

type Sent = { readonly revision: number; readonly edits: readonly Edit[] };

/** A server as the real one decides, in memory; a test may break the line to it. */
function server(start = START) {
  const state = { document: start, revision: 0, refusal: null as Refusal | null, calls: [] as string[] };
  const seen = new Map<string, Result<DraftSaved>>();
  const answer = ({ edits, revision: on }: Sent, key: string): Result<DraftSaved> => {
    const before = seen.get(key);
    if (before) return before;
    const { document, refused } = rebase(edits, state.document);
    const [first] = refused;
    if (first) {
      const { revision, document: current } = state;
      return { ok: false, refusal: { ...first, current: { revision, document: current, refused } } };
    }
    const alone = on === state.revision;
    state.document = structuredClone(document);
    state.revision++;
    const savedAt = "2026-11-25T09:41:00.000Z";
    const value = { revision: state.revision, document: alone ? null : document, savedAt };
    seen.set(key, { ok: true, value });
    return { ok: true, value };
  };
  return {
    state,
    /** What a colleague does meanwhile. */
    colleague: (edits: Edit[]) => {
      const next = applyEdits(state.document, edits);
      if (isRefusal(next)) throw new Error(next.code);
      state.document = next;
      state.revision++;
    },
    send: async (sent: Sent, key: string): Promise<Result<DraftSaved>> => {
      state.calls.push(key);
      const lost = state.refusal;
      if (lost?.code === "answer-lost") {
        answer(sent, key);
        return { ok: false, refusal: refuse("offline") };
      }
      return lost ? { ok: false, refusal: lost } : answer(sent, key);
    },
  };
}

function editor(line = server(), kept: { text: string | null } = { text: null }) {
  const timers: (() => void)[] = [];
  let keys = 0;
  const store = new DraftStore(
    { document: START, revision: 0 },
    {
      send: line.send,
      newKey: () => `key-${Math.random()}-${keys++}`,
      later: (_ms, work) => timers.push(work),
      keep: (text) => {
        kept.text = text;
      },
    },
  );
  /** Lets every timer ring and every answer arrive. */
  const settle = async () => {
    for (let round = 0; round < 10; round++) {
      for (const work of timers.splice(0)) work();
      for (let turn = 0; turn < 5; turn++) await Promise.resolve();
    }
  };
  return { store, line, kept, settle, timers };
}
const rename = (stepKey: string, en: string): Edit => ({ type: "step.set", stepKey, set: { name: { en } } });
const names = (doc: ProcessDocument) => allSteps(doc).map((step) => step.name.en);

describe("the draft in the browser", () => {
  it("shows an edit at once, sends it, and has what the server has", async () => {
    const { store, line, settle } = editor();
    expect(store.edit([rename("a", "A")])).toBeNull();
    expect(names(store.read().document)).toEqual(["A", "b", "c", "d"]);
    expect(store.read().unsent).toBe(1);
    await settle();
    expect(store.read()).toMatchObject({ unsent: 0, revision: 1, savedAt: "2026-11-25T09:41:00.000Z" });
    expect(line.state.document).toEqual(store.read().document);
  });

  it("takes up a colleague's edits while nothing is typed, and keeps its own that still wait", async () => {
    const { store, line, settle } = editor();
    line.colleague([rename("d", "D")]);
    store.edit([rename("a", "A")]);
    store.receive({ revision: line.state.revision, document: line.state.document });
    expect(names(store.read().document)).toEqual(["A", "b", "c", "D"]);
    expect(store.read()).toMatchObject({ merged: 1, unsent: 1 });
    store.receive({ revision: 0, document: START });
    expect(names(store.read().document)).toEqual(["A", "b", "c", "D"]);
    await settle();
    expect(line.state.document).toEqual(store.read().document);
  });

  it("sends a burst as one list, and draws nothing again for what did not change", async () => {
    const { store, line, settle } = editor();
    store.edit([rename("a", "A")]);
    store.edit([rename("b", "B")]);
    const before = store.read().document;
    await settle();
    expect(line.state.calls).toHaveLength(1);
    expect(store.read().document).toBe(before);
  });

  it("takes letters typed into one field back as one turn, and other turns one by one, 100 deep", () => {
    const { store } = editor();
    for (const text of ["A", "Ac", "Acm", "Acme"]) store.edit([rename("a", text)], "a.name.1");
    store.edit([rename("b", "B")]);
    store.undo();
    expect(names(store.read().document).slice(0, 2)).toEqual(["Acme", "b"]);
    store.undo();
    expect(store.read().document).toEqual(START);
    expect(store.read()).toMatchObject({ canUndo: false, canRedo: true });
    store.redo();
    expect(names(store.read().document)[0]).toBe("Acme");
    for (let index = 0; index < 120; index++) store.edit([rename("c", `c${index}`)]);
    let depth = 0;
    while (store.undo()) depth++;
    expect(depth).toBe(100);
    expect(names(store.read().document)[2]).toBe("c19");
  });

  it("keeps typed work while the line is down, and sends it once when it is back", async () => {
    const { store, line, settle } = editor();
    line.state.refusal = refuse("answer-lost");
    store.edit([{ type: "step.duplicate", stepKey: "a", newKey: "copy" }]);
    await settle();
    expect(store.read()).toMatchObject({ trouble: "offline", unsent: 1 });
    store.edit([rename("b", "typed offline")]);
    line.state.refusal = null;
    store.flush();
    await settle();
    expect(store.read()).toMatchObject({ trouble: null, unsent: 0, refused: [] });
    expect(names(line.state.document)).toEqual(["a", "a", "typed offline", "c", "d"]);
  });

  it("goes on with what a closed tab could not send", async () => {
    const first = editor();
    first.line.state.refusal = refuse("offline");
    first.store.edit([rename("a", "unsent")]);
    await first.settle();
    first.line.state.refusal = null;
    const second = editor(first.line, first.kept);
    second.store.takeOver(first.kept.text ?? "");
    expect(names(second.store.read().document)[0]).toBe("unsent");
    await second.settle();
    expect(names(first.line.state.document)[0]).toBe("unsent");
    expect(first.kept.text).toBeNull();
  });

  it("shows what was typed in a step that a colleague removed, and saves the rest", async () => {
    const { store, line, settle } = editor();
    line.colleague([{ type: "step.remove", stepKey: "a" }, rename("d", "theirs")]);
    store.edit([rename("a", "lost under my cursor")]);
    store.edit([rename("b", "mine")]);
    await settle();
    const { document, refused, unsent } = store.read();
    expect(names(document)).toEqual(["mine", "c", "theirs"]);
    expect(line.state.document).toEqual(document);
    expect(unsent).toBe(0);
    expect(refused).toMatchObject([
      { code: "step-gone", edit: { set: { name: { en: "lost under my cursor" } } } },
    ]);
    expect(store.undo()).toBe(true);
    expect(names(store.read().document)[0]).toBe("b");
    expect(store.undo()).toBe(false);
  });

  it("hands back what two people typed in one field, and does not say that both are kept", async () => {
    const { store, line, settle } = editor();
    line.colleague([rename("a", "theirs")]);
    store.edit([rename("a", "mi")]);
    store.edit([rename("a", "mine")]);
    store.edit([rename("b", "B")]);
    await settle();
    const { document, refused, merged, unsent } = store.read();
    expect(names(document)).toEqual(["theirs", "B", "c", "d"]);
    expect(line.state.document).toEqual(document);
    expect(refused).toMatchObject([{ code: "changed-meanwhile", edit: { set: { name: { en: "mine" } } } }]);
    expect({ merged, unsent }).toEqual({ merged: 0, unsent: 0 });
  });

  it("hands back what stood under the cursor when a colleague's words came in", () => {
    const { store, line } = editor();
    line.colleague([rename("a", "theirs")]);
    store.receive({ revision: line.state.revision, document: line.state.document });
    const typed: Edit = { ...rename("a", "mine"), was: { name: { en: "a" } } } as Edit;
    expect(store.edit([typed])).toMatchObject({ code: "changed-meanwhile", edit: typed });
    expect(names(store.read().document)[0]).toBe("theirs");
  });

  it("keeps the link that a colleague added, and shows the one that did not come in", async () => {
    const { store, line, settle } = editor();
    const link = (name: string): Edit => ({
      type: "step.set",
      stepKey: "a",
      set: { resources: [{ kind: "link", label: { en: name }, url: `https://${name}.example/` }] },
    });
    line.colleague([link("theirs")]);
    store.edit([link("mine")]);
    await settle();
    expect(allSteps(line.state.document)[0]?.resources).toMatchObject([{ label: { en: "theirs" } }]);
    const [refused] = store.read().refused;
    expect(refused && typedIn(refused.edit).map(({ en }) => en)).toEqual(["mine", "https://mine.example/"]);
  });

  it("takes nothing back that a colleague changed since", async () => {
    const { store, line, settle } = editor();
    store.edit([rename("a", "mine")]);
    await settle();
    line.colleague([rename("a", "theirs")]);
    store.receive({ revision: line.state.revision, document: line.state.document });
    expect(store.undo()).toBe(false);
    await settle();
    expect(names(line.state.document)[0]).toBe("theirs");
  });

  it("keeps a step in which a colleague wrote since it was seen, and says so", async () => {
    const { store, line, settle } = editor();
    const step = store.read().document.stages[0]?.steps[0];
    if (!step) throw new Error("no step");
    line.colleague([{ type: "step.set", stepKey: step.key, set: { howTo: { en: "theirs" } } }]);
    store.edit([{ type: "step.remove", stepKey: step.key }]);
    await settle();
    expect(findStep(line.state.document, step.key)?.step.howTo.en).toBe("theirs");
    expect(findStep(store.read().document, step.key)?.step.howTo.en).toBe("theirs");
    expect(store.read().refused.map(({ code }) => code)).toEqual(["changed-meanwhile"]);
    // Now it was seen.
    store.edit([{ type: "step.remove", stepKey: step.key }]);
    await settle();
    expect(findStep(line.state.document, step.key)).toBeNull();
  });

  it("keeps a stage in which a colleague put a step that was not seen, also where it was our own", async () => {
    const { store, line, settle } = editor();
    store.edit([{ type: "stage.add", stage: newStage("new"), index: 9 }]);
    await settle();
    const theirs = (stageKey: string, key: string): Edit[] => [
      { type: "step.add", stageKey, index: 0, step: newStep(key) },
    ];
    line.colleague([...theirs("offer", "x"), ...theirs("new", "y")]);
    store.edit([{ type: "stage.remove", stageKey: "offer" }]);
    await settle();
    expect(line.state.document.stages.map(({ key }) => key)).toEqual(["lead", "offer", "new"]);
    expect(store.read().refused.map(({ code }) => code)).toEqual(["stage-grew"]);
    store.undo();
    store.undo();
    await settle();
    expect(allSteps(line.state.document).map(({ key }) => key)).toEqual(["a", "b", "c", "x", "d", "y"]);
  });

  it("stops at a draft that is gone and says which one is open", async () => {
    const { store, line, settle, timers } = editor();
    line.state.refusal = refuse("draft-gone", undefined, { current: { versionId: "next" } });
    store.edit([rename("a", "late")]);
    await settle();
    expect(store.read()).toMatchObject({ trouble: "gone", goneTo: "next", unsent: 1 });
    expect(timers).toHaveLength(0);
  });

  it("hands what it could not send to the next draft, which sends it, and keeps none of it", async () => {
    const first = editor();
    first.line.state.refusal = refuse("draft-gone", undefined, { current: { versionId: null } });
    first.store.edit([rename("a", "late")]);
    await first.settle();
    first.store.edit([rename("b", "later still")]);
    const handed = first.store.handOver();
    expect(first.store.read()).toMatchObject({ unsent: 0, refused: [] });
    expect(first.kept.text).toBeNull();
    const next = editor();
    next.store.takeOver(handed);
    await next.settle();
    expect(names(next.line.state.document)).toEqual(["late", "later still", "c", "d"]);
    expect(next.line.state.calls).not.toContain(first.line.state.calls[0]);
    next.store.takeOver("no JSON");
    expect(next.store.read()).toMatchObject({ unsent: 0, refused: [] });
  });

  it("keeps the words of what did not fit through a closed tab, until they are put away", () => {
    const first = editor();
    const refused = first.store.edit([rename("nobody", "words")]);
    if (refused) first.store.shelve(refused);
    const second = editor(first.line, first.kept);
    second.store.takeOver(first.kept.text ?? "");
    expect(second.store.read().refused).toEqual([refused]);
    second.store.dismiss();
    expect(first.kept.text).toBeNull();
  });

  it("knows what a colleague took away under the cursor, and how it comes back", () => {
    const open = { kind: "step", key: "d" } as const;
    const withoutStage = applyEdits(START, [{ type: "stage.remove", stageKey: "offer" }]);
    const withoutStep = applyEdits(START, [{ type: "step.remove", stepKey: "d" }]);
    for (const now of [withoutStage, withoutStep]) {
      if (isRefusal(now)) throw new Error(now.code);
      const lost = lostOf(open, START, now);
      expect(lost && applyEdits(now, [lost.edit])).toEqual(START);
      expect(lostOf(open, now, now)).toBeNull();
    }
    expect(lostOf(open, START, START)).toBeNull();
  });

  it("refuses an edit that cannot be done and changes nothing", () => {
    const { store } = editor();
    expect(store.edit([rename("b", "B"), rename("nobody", "x")])?.code).toBe("step-gone");
    expect(store.read()).toMatchObject({ document: START, unsent: 0, canUndo: false });
  });
});
