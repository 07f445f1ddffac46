import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { newCriterion, newStep } from "@/lib/domain/process/blank";
import { diff } from "@/lib/domain/process/diff";
import { applyEdit, applyEdits } from "@/lib/domain/process/edit";
import type { Edit } from "@/lib/domain/process/edits";
import { invert } from "@/lib/domain/process/invert";
import { findCriterion, findStep } from "@/lib/domain/process/locate";
import { rebase } from "@/lib/domain/process/rebase";
import { withSeen } from "@/lib/domain/process/seen";
import { touches } from "@/lib/domain/process/touches";
import type { ProcessDocument } from "@/lib/domain/process/types";
import { equal } from "@/lib/domain/shared/equal";
import { isRefusal } from "@/lib/domain/shared/result";
import { brokenRules, editOf, type Recipe, recipe, sampleDocument } from "./process-support";

const recipes = fc.array(recipe, { maxLength: 60, size: "max" });

/** Plays recipes on a document; gives each edit that was possible with its undo. */
function play(start: ProcessDocument, list: readonly Recipe[], prefix: string) {
  let doc = start;
  let refused = 0;
  const done: { edit: Edit; undo: Edit }[] = [];
  list.forEach((one, at) => {
    const edit = editOf(doc, one, `${prefix}${at}`);
    const next = applyEdit(doc, edit);
    const undo = invert(doc, edit);
    expect(isRefusal(undo)).toBe(isRefusal(next));
    if (isRefusal(next) || isRefusal(undo)) {
      refused++;
      return;
    }
    done.push({ edit, undo });
    doc = next;
  });
  return { doc, done, refused };
}

describe("any sequence of edits", () => {
  it("keeps every rule of a document and leaves the start alone", () => {
    fc.assert(
      fc.property(recipes, (list) => {
        const start = sampleDocument();
        const { doc } = play(start, list, "k");
        expect(brokenRules(doc)).toEqual([]);
        expect(start).toEqual(sampleDocument());
      }),
    );
  });

  it("is undone by the undo of each, last first", () => {
    fc.assert(
      fc.property(recipes, (list) => {
        const { doc, done } = play(sampleDocument(), list, "k");
        const back = applyEdits(doc, done.map(({ undo }) => undo).reverse());
        expect(back).toEqual(sampleDocument());
      }),
    );
  });

  it("is done again by the undo of each undo", () => {
    fc.assert(
      fc.property(recipes, (list) => {
        const { doc, done } = play(sampleDocument(), list, "k");
        const back = play2(doc, done.map(({ undo }) => undo).reverse());
        expect(applyEdits(back.doc, back.undos.reverse())).toEqual(doc);
      }),
    );
  });

  it("meets both possible and impossible edits, so that the properties above say something", () => {
    const sample = fc
      .sample(recipes, { numRuns: 60, seed: 7 })
      .map((list) => play(sampleDocument(), list, "k"));
    expect(sample.reduce((sum, one) => sum + one.refused, 0)).toBeGreaterThan(100);
    const types = new Set(sample.flatMap((one) => one.done.map(({ edit }) => edit.type)));
    expect(types.size).toBe(16);
  });
});

function play2(start: ProcessDocument, edits: readonly Edit[]) {
  let doc = start;
  const undos: Edit[] = [];
  for (const edit of edits) {
    const undo = invert(doc, edit);
    const next = applyEdit(doc, edit);
    if (isRefusal(undo) || isRefusal(next)) throw new Error("an undo was refused");
    undos.push(undo);
    doc = next;
  }
  return { doc, undos };
}

/** Nothing but what texts agree on differs: setting what stood there already is no change. */
const unchanged = (one: ProcessDocument, other: ProcessDocument): boolean =>
  diff(one, other).length === 0 && equal(one.timing, other.timing);

describe("two people at once", () => {
  it("get the same document in either order when their edits touch nothing in common", () => {
    let disjoint = 0;
    fc.assert(
      fc.property(recipes, recipe, recipe, (before, mine, theirs) => {
        const { doc } = play(sampleDocument(), before.slice(0, 15), "k");
        const one = editOf(doc, mine, "mine");
        const other = editOf(doc, theirs, "theirs");
        const marks = touches(doc, other);
        if ([...touches(doc, one)].some((mark) => marks.has(mark))) return;
        disjoint++;
        const first = rebase([other], rebase([one], doc).document);
        const second = rebase([one], rebase([other], doc).document);
        expect(first.document).toEqual(second.document);
      }),
      { numRuns: 800 },
    );
    expect(disjoint).toBeGreaterThan(50);
  });

  it("never lose a value unheard: of two changes of one thing, both stand, or one is handed back", () => {
    let [met, handed] = [0, 0];
    fc.assert(
      fc.property(recipes, recipe, recipe, fc.boolean(), (before, mine, other, alike) => {
        const { doc } = play(sampleDocument(), before.slice(0, 10), "k");
        const theirs = { ...other, at: mine.at, kind: alike ? mine.kind : other.kind };
        const [one, two] = [editOf(doc, mine, "mine"), editOf(doc, theirs, "theirs")].map((edit) =>
          withSeen(doc, edit),
        );
        if (!one || !two || !("set" in one && "set" in two)) return;
        if (isRefusal(applyEdit(doc, one)) || isRefusal(applyEdit(doc, two))) return;
        met++;
        const first = rebase([two], rebase([one], doc).document);
        const second = rebase([one], rebase([two], doc).document);
        expect(first.refused.map(({ code, edit }) => [code, edit])).toEqual(
          first.applied.length > 0 ? [] : [["changed-meanwhile", two]],
        );
        if (first.applied.length > 0 && second.applied.length > 0)
          expect(first.document).toEqual(second.document);
        else handed++;
      }),
      { numRuns: 3_000 },
    );
    expect(met - handed).toBeGreaterThan(20);
    expect(handed).toBeGreaterThan(20);
  });

  it("never lose a colleague's words with the thing that was removed", () => {
    let kept = 0;
    fc.assert(
      fc.property(recipes, recipe, fc.nat(2), (before, other, kind) => {
        const { doc } = play(sampleDocument(), before.slice(0, 10), "k");
        const theirs = editOf(doc, other, "theirs");
        if (!("set" in theirs) || theirs.type === "timing.set") return;
        const changed = applyEdit(doc, theirs);
        if (isRefusal(changed)) return;
        const step = "stepKey" in theirs ? findStep(doc, theirs.stepKey) : null;
        const stageKey =
          "stageKey" in theirs
            ? theirs.stageKey
            : (step ?? ("criterionKey" in theirs ? findCriterion(doc, theirs.criterionKey) : null))?.stage
                .key;
        const removal: Edit =
          kind === 0 && step
            ? { type: "step.remove", stepKey: step.step.key }
            : kind === 1 && "criterionKey" in theirs
              ? { type: "criterion.remove", criterionKey: theirs.criterionKey }
              : { type: "stage.remove", stageKey: stageKey ?? "" };
        const mine = withSeen(doc, removal);
        if (isRefusal(applyEdit(doc, mine))) return;
        const after = rebase([mine], changed);
        const same = unchanged(doc, changed);
        // The one that was seen as it stands goes; the other one stays with what was put in it.
        if (!same) kept++;
        const still = after.refused.map(({ code }) => code);
        if (same) expect(still).toEqual([]);
        else expect(["changed-meanwhile", "step-counted-from"]).toContain(still[0]);
      }),
      { numRuns: 1_500 },
    );
    expect(kept).toBeGreaterThan(50);
  });

  it("never lose what was added to a stage while a colleague removed it", () => {
    fc.assert(
      fc.property(recipe, fc.nat(2), (mine, kind) => {
        const doc = sampleDocument();
        const removal = withSeen(doc, { type: "stage.remove", stageKey: "a" });
        const added = [
          { type: "step.add", stageKey: "a", index: mine.index, step: newStep("new") },
          { type: "criterion.add", stageKey: "a", index: mine.index, criterion: newCriterion("new") },
          { type: "step.move", stepKey: "b2", toStageKey: "a", index: mine.index },
        ][kind] as Edit;
        const after = rebase([removal], rebase([added], doc).document);
        expect(after.refused.map(({ code }) => code)).toEqual(["stage-grew"]);
        const before = rebase([added], rebase([removal], doc).document);
        expect(before.refused).toMatchObject([{ code: "stage-gone", edit: added }]);
      }),
    );
  });

  it("lose no edit: each is either on the document or handed back", () => {
    fc.assert(
      fc.property(recipes, recipes, (mine, theirs) => {
        const edits = play(sampleDocument(), mine, "m").done.map(({ edit }) => edit);
        const onto = play(sampleDocument(), theirs, "t").doc;
        const { document, applied, refused } = rebase(edits, onto);
        expect([...applied, ...refused.map(({ edit }) => edit)]).toHaveLength(edits.length);
        expect(applyEdits(onto, applied)).toEqual(document);
        expect(brokenRules(document)).toEqual([]);
      }),
    );
  });
});
