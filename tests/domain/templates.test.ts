import { describe, expect, it } from "vitest";
import { NO_TIMING } from "@/lib/domain/process/blank";
import { checkDocument } from "@/lib/domain/process/check";
import { compile, publishable } from "@/lib/domain/process/compile";
import { allSteps, anchorStep } from "@/lib/domain/process/locate";
import { CATEGORIES, type Owner, SELLING_STYLES } from "@/lib/domain/process/types";
import { LOCALES, type LocalText } from "@/lib/domain/shared/text";
import { instantiate } from "@/lib/domain/templates/instantiate";
import { DEPARTMENTS, isRole, type OwnerSymbol, ROLES } from "@/lib/domain/templates/owners";
import { findTemplate, TEMPLATES } from "@/lib/domain/templates/registry";
import type { ProcessTemplate } from "@/lib/domain/templates/template";

const known = {
  roleIds: Object.keys(ROLES),
  departmentIds: Object.keys(DEPARTMENTS),
  locales: [...LOCALES],
  timing: NO_TIMING,
};
const bySymbol = (symbol: OwnerSymbol): Owner => ({
  kind: isRole(symbol) ? "role" : "department",
  id: symbol,
});
const draftOf = (template: ProcessTemplate) => instantiate(template, bySymbol, (key) => key);

/** Every text of a template with where it stands. */
function textsOf({ name, description, document }: ProcessTemplate): [string, LocalText][] {
  return [
    ["name", name],
    ["description", description],
    ...document.stages.flatMap((stage): [string, LocalText][] => [
      [`${stage.key} name`, stage.name],
      [`${stage.key} buyerStep`, stage.buyerStep],
      ...stage.criteria.map((criterion): [string, LocalText] => [criterion.key, criterion.text]),
      ...stage.steps.flatMap((step): [string, LocalText][] => [
        [`${step.key} name`, step.name],
        [`${step.key} howTo`, step.howTo],
        [`${step.key} buyerGains`, step.buyerGains],
        ...(["objective", "buyerAction", "desiredResult"] as const).flatMap((field): [string, LocalText][] =>
          step[field] ? [[`${step.key} ${field}`, step[field]]] : [],
        ),
        ...(step.resources ?? []).flatMap((one): [string, LocalText][] =>
          one.kind === "question" ? [[`${step.key} question`, one.text]] : [],
        ),
      ]),
    ]),
  ];
}

const sentences = (text: string): number => text.match(/[.!?]"?(\s|$)/g)?.length ?? 0;

describe.each(TEMPLATES.map((template) => [template.key, template] as const))("%s", (_, template) => {
  it("has every text in both languages, and not the same one twice", () => {
    const texts = textsOf(template);
    const short = texts.filter(([, text]) =>
      LOCALES.some((locale) => (text[locale]?.trim().length ?? 0) < 3),
    );
    expect(short).toEqual([]);
    const untranslated = texts.filter(([where, text]) => text.en === text.nl && !where.endsWith(" name"));
    expect(untranslated).toEqual([]);
  });

  it("passes the check without an error and without a hint", () => {
    expect(checkDocument(draftOf(template), known)).toEqual([]);
    expect(publishable(draftOf(template), known)).toEqual(compile(draftOf(template)));
  });

  it("tells how in at least two sentences, in both languages", () => {
    const thin = textsOf(template)
      .filter(([where]) => where.endsWith("howTo"))
      .filter(([, text]) => LOCALES.some((locale) => sentences(text[locale] ?? "") < 2));
    expect(thin).toEqual([]);
  });

  it("ends each stage with something that the buyer can confirm, and times each step", () => {
    for (const stage of template.document.stages) {
      expect(stage.criteria.length).toBeGreaterThan(0);
      expect(stage.criteria.length).toBeLessThanOrEqual(3);
      expect(stage.criteria.map(({ evidence }) => evidence)).not.toContain("seller-word");
      expect(stage.steps.length).toBeGreaterThanOrEqual(3);
      expect(stage.steps.length).toBeLessThanOrEqual(5);
      expect(stage.steps.some(({ importance }) => importance === "key")).toBe(true);
      for (const { key, window, channel } of stage.steps) {
        expect([key, window?.latest ?? null, channel]).not.toContain(null);
      }
    }
  });

  it("has unique readable keys", () => {
    const { stages } = template.document;
    for (const list of [
      stages,
      stages.flatMap(({ steps }) => steps),
      stages.flatMap(({ criteria }) => criteria),
    ]) {
      const keys = list.map(({ key }) => key);
      expect(new Set(keys).size).toBe(keys.length);
      for (const key of keys) expect(key).toMatch(/^[a-z][a-z-]+[a-z]$/);
    }
  });

  it("gets fresh keys that its windows follow", () => {
    let count = 0;
    const doc = instantiate(template, bySymbol, () => `k${count++}`);
    const keys = new Set(allSteps(doc).map((step) => step.key));
    const anchors = allSteps(doc)
      .map(anchorStep)
      .filter((key) => key !== null);
    expect(anchors.length).toBeGreaterThan(0);
    for (const key of anchors) expect(keys).toContain(key);
    expect(count).toBe(doc.stages.length + keys.size + doc.stages.flatMap((stage) => stage.criteria).length);
    expect(checkDocument(doc, known)).toEqual([]);
  });
});

it("there are at least twelve, over all five categories and both styles", () => {
  expect(TEMPLATES.length).toBeGreaterThanOrEqual(12);
  expect(new Set(TEMPLATES.map(({ category }) => category))).toEqual(new Set(CATEGORIES));
  expect(new Set(TEMPLATES.map(({ style }) => style))).toEqual(new Set(SELLING_STYLES));
});

it("templates are found by key, each once", () => {
  expect(new Set(TEMPLATES.map(({ key }) => key)).size).toBe(TEMPLATES.length);
  for (const template of TEMPLATES) expect(findTemplate(template.key)).toBe(template);
  expect(findTemplate("none")).toBeNull();
});

it("an owner that the organisation does not have stays empty, and the check asks for it", () => {
  const template = findTemplate("business-developer-consultative");
  if (!template) throw new Error("template gone");
  const doc = instantiate(
    template,
    (symbol) => (symbol === "legal" ? null : bySymbol(symbol)),
    (key) => key,
  );
  expect(checkDocument(doc, known)).toMatchObject([
    { code: "step-no-owner", place: { stepKey: "settle-terms" } },
  ]);
});

it("a transactional process passes through several departments, a consultative one belongs to a person", () => {
  const share = (template: ProcessTemplate) => {
    const steps = template.document.stages.flatMap((stage) => stage.steps);
    return steps.filter((step) => step.owner === "run-owner").length / steps.length;
  };
  for (const template of TEMPLATES) {
    if (template.style === "consultative") expect(share(template)).toBeGreaterThan(0.55);
    else expect(share(template)).toBeLessThan(0.65);
  }
});
