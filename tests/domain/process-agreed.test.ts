import { describe, expect, it } from "vitest";
import { DraftStore } from "@/components/processes/editor/draft-store";
import { behindIn, onlyBehind, withoutAgreed } from "@/lib/domain/process/agreed";
import { applyEdits } from "@/lib/domain/process/edit";
import type { Edit } from "@/lib/domain/process/edits";
import { findStep } from "@/lib/domain/process/locate";
import type { ProcessDocument } from "@/lib/domain/process/types";
import { isRefusal } from "@/lib/domain/shared/result";
import type { LocalText } from "@/lib/domain/shared/text";
import { sampleDocument } from "./process-support";

const name = (text: LocalText): Edit => ({ type: "step.set", stepKey: "a1", set: { name: text } });
const right: Edit = { type: "texts.agree", of: "step", key: "a1", field: "name", texts: null };
function edited(...edits: Edit[]): ProcessDocument {
  const doc = applyEdits(sampleDocument(), edits);
  if (isRefusal(doc)) throw new Error(doc.code);
  return doc;
}
const behind = (doc: ProcessDocument) =>
  behindIn(doc, { of: "step", key: "a1" }, "name", findStep(doc, "a1")?.step.name ?? {});

describe("a text that was changed in one language", () => {
  const cases: [string, Edit[], "en" | "nl" | null][] = [
    ["is behind in the other", [name({ en: "Call" })], "nl"],
    ["stays so while one goes on typing", [name({ en: "Ca" }), name({ en: "Call" })], "nl"],
    ["follows in two pauses", [name({ en: "Call" }), name({ nl: "Be" }), name({ nl: "Bel" })], null],
    ["is what it was again", [name({ en: "Call" }), name({ en: "Step a1" })], null],
    ["is still right", [name({ en: "Call" }), right], null],
    ["is changed again after it was right", [name({ en: "Call" }), right, name({ nl: "Bel" })], "en"],
    ["is changed in both at once", [name({ en: "Call", nl: "Bel" })], null],
    ["is cleared, which is another problem", [name({ en: "" })], null],
  ];
  it.each(cases)("%s", (_, edits, expected) => {
    expect(behind(edited(...edits))).toBe(expected);
  });

  it("goes along into the next draft, and what is settled does not", () => {
    const doc = edited(name({ en: "Call" }), {
      type: "step.set",
      stepKey: "a2",
      set: { howTo: { en: "One", nl: "Een" } },
    });
    expect(Object.keys(doc.agreed ?? {})).toEqual(["step:a1.name", "step:a2.howTo"]);
    expect(onlyBehind(doc).agreed).toEqual({ "step:a1.name": { en: "Step a1", nl: "Stap a1" } });
    expect(withoutAgreed(doc)).not.toHaveProperty("agreed");
    expect(onlyBehind(edited(name({ en: "Call" }), right))).not.toHaveProperty("agreed");
  });

  it("is refused where the text is gone", () => {
    expect(applyEdits(sampleDocument(), [{ ...right, key: "gone" } as Edit])).toMatchObject({
      code: "step-gone",
    });
  });
});

describe("in the editor", () => {
  const open = () =>
    new DraftStore(
      { document: sampleDocument(), revision: 1 },
      { send: () => new Promise(() => {}), newKey: () => "k", later: () => {} },
    );

  it("a text that both languages followed is one change again, whoever comes back to it", () => {
    const store = open();
    store.edit([name({ en: "Call" })], "en1");
    store.edit([name({ nl: "Be" })], "nl1");
    store.edit([name({ nl: "Bel" })], "nl1");
    expect(behind(store.read().document)).toBe(null);
    store.edit([name({ en: "Ring" })], "en2");
    expect(behind(store.read().document)).toBe("nl");
    for (let left = 3; left > 0; left--) store.undo();
    expect(store.read().document).toEqual(sampleDocument());
  });
});
