import { describe, expect, it } from "vitest";
import { NO_TIMING } from "@/lib/domain/process/blank";
import { checkDocument } from "@/lib/domain/process/check";
import { applyEdit } from "@/lib/domain/process/edit";
import type { Edit } from "@/lib/domain/process/edits";
import { findCriterion, findStep } from "@/lib/domain/process/locate";
import type { Owner, ProcessDocument } from "@/lib/domain/process/types";
import { isRefusal } from "@/lib/domain/shared/result";
import { LOCALES } from "@/lib/domain/shared/text";
import { BLANKS } from "@/lib/domain/templates/blank-sentences";
import { blanksOf, fillDays, fillOwner, fillText } from "@/lib/domain/templates/blanks";
import { instantiate } from "@/lib/domain/templates/instantiate";
import { DEPARTMENTS, isRole, ROLES } from "@/lib/domain/templates/owners";
import { TEMPLATES } from "@/lib/domain/templates/registry";
import type { ProcessTemplate } from "@/lib/domain/templates/template";

const draftOf = (template: ProcessTemplate): ProcessDocument =>
  instantiate(
    template,
    (symbol) => ({ kind: isRole(symbol) ? "role" : "department", id: symbol }),
    (key) => key,
  );
const errorsIn = (doc: ProcessDocument) =>
  checkDocument(doc, {
    roleIds: Object.keys(ROLES),
    departmentIds: Object.keys(DEPARTMENTS),
    locales: LOCALES,
    timing: NO_TIMING,
  }).filter(({ severity }) => severity === "error");

function put(doc: ProcessDocument, edit: Edit | null): ProcessDocument {
  const next = edit && applyEdit(doc, edit);
  if (!next || isRefusal(next)) throw new Error("the answer was refused");
  return next;
}

it("no blank belongs to a template that is not there", () => {
  expect(Object.keys(BLANKS).sort()).toEqual(TEMPLATES.map(({ key }) => key).sort());
});

describe.each(TEMPLATES.map((template) => [template.key, template] as const))("%s", (key, template) => {
  it.each(LOCALES)(
    "asks three things, in %s, and the answers stand in the draft without an error",
    (locale) => {
      let doc = draftOf(template);
      expect(errorsIn(doc)).toEqual([]);
      const blanks = blanksOf(key, doc, locale);
      expect(blanks.map(({ kind }) => kind).sort()).toEqual(["days", "owner", "text"]);
      const somebody: Owner = { kind: "role", id: "sales-manager" };
      for (const blank of blanks) {
        expect(`${blank.before}${blank.after}`).not.toContain("{");
        if (blank.kind === "text") doc = put(doc, fillText(key, blank.key, "  the blue form ", locale));
        if (blank.kind === "days") doc = put(doc, fillDays(doc, blank.key, blank.value + 1));
        if (blank.kind === "owner") doc = put(doc, fillOwner(blank.key, somebody));
      }
      expect(errorsIn(doc)).toEqual([]);
      for (const [at, answered] of blanksOf(key, doc, locale).entries()) {
        const asked = blanks[at];
        if (answered.kind === "text") {
          expect(answered.value).toBe("the blue form");
          const other = locale === "en" ? "nl" : "en";
          const { criterion } = findCriterion(doc, answered.key) ?? {};
          expect(criterion?.text[locale]).toBe(`${answered.before}the blue form${answered.after}`);
          expect(criterion?.text[other]).toBe(
            findCriterion(draftOf(template), answered.key)?.criterion.text[other],
          );
        }
        if (answered.kind === "days" && asked?.kind === "days") expect(answered.value).toBe(asked.value + 1);
        if (answered.kind === "owner") expect(answered.value).toEqual(somebody);
      }
    },
  );

  it("an emptied answer gives the template's own words back", () => {
    const doc = draftOf(template);
    const [blank] = blanksOf(key, doc, "nl").filter(({ kind }) => kind === "text");
    const answered = put(doc, fillText(key, blank?.key ?? "", "x", "nl"));
    expect(answered).not.toEqual(doc);
    expect(put(answered, fillText(key, blank?.key ?? "", " ", "nl"))).toEqual(doc);
  });
});

it("what was removed from the draft is not asked, and a draft without a template asks nothing", () => {
  const [template] = TEMPLATES;
  if (!template) throw new Error("no template");
  const doc = draftOf(template);
  const [first] = blanksOf(template.key, doc, "en");
  const step = findStep(doc, first?.key ?? "");
  const without = put(doc, { type: "stage.remove", stageKey: step?.stage.key ?? "" });
  expect(blanksOf(template.key, without, "en").map(({ key }) => key)).not.toContain(first?.key);
  expect(blanksOf(null, doc, "en")).toEqual([]);
  expect(fillDays(doc, "gone", 3)).toBeNull();
  expect(fillText(template.key, "gone", "x", "en")).toBeNull();
});
