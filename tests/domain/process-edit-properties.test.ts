import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { applyEdit, applyEdits } from "@/lib/domain/process/edit";
import type { Edit } from "@/lib/domain/process/edits";
import { invert } from "@/lib/domain/process/invert";
import { rebase } from "@/lib/domain/process/rebase";
import { touches } from "@/lib/domain/process/touches";
import type { ProcessDocument } from "@/lib/domain/process/types";
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
    expect(types.size).toBe(15);
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
