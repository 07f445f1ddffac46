import fc from "fast-check";
import { emptyDocument, newCriterion, newStage, newStep } from "@/lib/domain/process/blank";
import { applyEdit } from "@/lib/domain/process/edit";
import type { Edit } from "@/lib/domain/process/edits";
import { LIMITS } from "@/lib/domain/process/limits";
import { allCriteria, allSteps, anchorStep } from "@/lib/domain/process/locate";
import type { ProcessDocument, Stage, Step, Window } from "@/lib/domain/process/types";
import { isRefusal } from "@/lib/domain/shared/result";

/** A small process without problems: two stages of two steps, the second step of each counting from the first. */
export function sampleDocument(): ProcessDocument {
  return { ...emptyDocument, stages: [sampleStage("a"), sampleStage("b")] };
}

export function sampleStage(key: string): Stage {
  return {
    ...newStage(key, { en: `Stage ${key}`, nl: `Fase ${key}` }),
    buyerStep: { en: "Looks", nl: "Kijkt" },
    plannedDays: 10,
    steps: [sampleStep(`${key}1`), { ...sampleStep(`${key}2`), window: afterStep(`${key}1`, 2) }],
    criteria: [newCriterion(`${key}c`, { en: `Agreed ${key}`, nl: `Akkoord ${key}` })],
  };
}

export const sampleStep = (key: string): Step => ({
  ...newStep(key, { en: `Step ${key}`, nl: `Stap ${key}` }),
  channel: "call",
  owner: { kind: "run-owner" },
  window: { anchor: { kind: "stage-entry" }, unit: "working-days", earliest: null, latest: 3 },
  importance: "key",
  howTo: { en: "Ask.", nl: "Vraag." },
  buyerGains: { en: "Time.", nl: "Tijd." },
  serves: [`${key[0]}c`],
});

export const afterStep = (stepKey: string, latest: number): Window => ({
  anchor: { kind: "step", stepKey },
  unit: "working-days",
  earliest: 0,
  latest,
});

/** The document after an edit that must be possible. */
export function mustApply(doc: ProcessDocument, edit: Edit): ProcessDocument {
  const next = applyEdit(doc, edit);
  if (isRefusal(next)) throw new Error(`refused: ${next.code}`);
  return next;
}

/** A recipe that becomes an edit of whatever document it meets; `at` picks targets, some of which do not exist. */
export type Recipe = { kind: number; at: number; to: number; index: number; text: string; days: number };

export const recipe: fc.Arbitrary<Recipe> = fc.record({
  kind: fc.nat(KINDS().length - 1),
  at: fc.nat(60),
  to: fc.nat(60),
  index: fc.integer({ min: -2, max: 12 }),
  text: fc.oneof(fc.constant(""), fc.string({ maxLength: 12 }), fc.constant("x".repeat(LIMITS.name + 1))),
  days: fc.integer({ min: -3, max: 20 }),
});

/** Turns a recipe into an edit; `fresh` is a prefix that no key has yet. */
export function editOf(doc: ProcessDocument, recipe: Recipe, fresh: string): Edit {
  const make = KINDS()[recipe.kind];
  if (!make) throw new Error("no such kind");
  const pick = (list: readonly { key: string }[], n: number) => list[n % (list.length + 1)]?.key ?? "missing";
  return make(recipe, {
    doc,
    fresh,
    stage: pick(doc.stages, recipe.at),
    toStage: pick(doc.stages, recipe.to),
    step: pick(allSteps(doc), recipe.at),
    otherStep: pick(allSteps(doc), recipe.to),
    criterion: pick(allCriteria(doc), recipe.at),
  });
}

type Picked = {
  doc: ProcessDocument;
  fresh: string;
  stage: string;
  toStage: string;
  step: string;
  otherStep: string;
  criterion: string;
};

// A function, so that `recipe` above can count it.
function KINDS(): ((recipe: Recipe, picked: Picked) => Edit)[] {
  return [
    (r, p) => ({ type: "stage.add", stage: newStage(p.fresh, { en: "New" }), index: r.index }),
    (_, p) => ({ type: "stage.add", stage: sampleStage(p.fresh), index: 0 }),
    (r, p) => ({ type: "stage.set", stageKey: p.stage, set: { name: { nl: r.text } } }),
    (r, p) => ({
      type: "stage.set",
      stageKey: p.stage,
      set: { plannedDays: r.days, buyerStep: { en: r.text } },
    }),
    (r) => ({
      type: "timing.set",
      set: { plannedDays: r.days, stepWindow: r.text ? { unit: "hours", latest: r.days } : null },
    }),
    (r, p) => ({ type: "stage.set", stageKey: p.stage, set: { entries: [r.text], stepWindow: null } }),
    (r, p) => ({
      type: "step.set",
      stepKey: p.step,
      set: {
        objective: { en: r.text },
        serves: [p.criterion],
        repeatable: r.days > 0,
        resources: [{ kind: "question", text: { nl: r.text } }],
        conditions: [{ kind: "amount", currency: "EUR", from: r.days, below: null }],
      },
    }),
    (r, p) => ({ type: "stage.move", stageKey: p.stage, index: r.index }),
    (_, p) => ({ type: "stage.remove", stageKey: p.stage }),
    (_, p) => {
      const stage = p.doc.stages.find((one) => one.key === p.stage);
      const rekey = (list: readonly { key: string }[]) =>
        Object.fromEntries(list.map((item, index) => [item.key, `${p.fresh}-${index}`]));
      const steps = rekey(stage?.steps ?? []);
      return {
        type: "stage.duplicate",
        stageKey: p.stage,
        newKey: p.fresh,
        steps,
        criteria: rekey(stage?.criteria ?? []),
      };
    },
    (r, p) => ({ type: "step.add", stageKey: p.stage, index: r.index, step: newStep(p.fresh) }),
    (r, p) => ({
      type: "step.add",
      stageKey: p.stage,
      index: r.index,
      step: { ...sampleStep(p.fresh), window: afterStep(p.otherStep, r.days) },
    }),
    (r, p) => ({ type: "step.add", stageKey: p.stage, index: r.index, step: sampleStep(p.otherStep) }),
    (r, p) => ({
      type: "step.set",
      stepKey: p.step,
      set: { name: { en: r.text, nl: r.text }, channel: null },
    }),
    (r, p) => ({
      type: "step.set",
      stepKey: p.step,
      set: { window: afterStep(p.otherStep, r.days), howTo: { nl: r.text } },
    }),
    (_, p) => ({
      type: "step.set",
      stepKey: p.step,
      set: { window: null, owner: { kind: "role", id: "r" } },
    }),
    (r, p) => ({ type: "step.move", stepKey: p.step, toStageKey: p.toStage, index: r.index }),
    (_, p) => ({ type: "step.remove", stepKey: p.step }),
    (_, p) => ({ type: "step.duplicate", stepKey: p.step, newKey: p.fresh }),
    (r, p) => ({
      type: "criterion.add",
      stageKey: p.stage,
      index: r.index,
      criterion: newCriterion(p.fresh, { en: "Said" }),
    }),
    (r, p) => ({
      type: "criterion.set",
      criterionKey: p.criterion,
      set: { text: { en: r.text }, evidence: "document" },
    }),
    (r, p) => ({ type: "criterion.move", criterionKey: p.criterion, toStageKey: p.toStage, index: r.index }),
    (_, p) => ({ type: "criterion.remove", criterionKey: p.criterion }),
    (r, p) => ({
      type: "texts.agree",
      of: "step",
      key: p.step,
      field: "howTo",
      texts: r.days > 10 ? { en: r.text, nl: "Vroeger" } : null,
    }),
  ];
}

/** What must hold for every document that the editor made; gives the broken rules. */
export function brokenRules(doc: ProcessDocument): string[] {
  const steps = allSteps(doc);
  const keys = new Set(steps.map((step) => step.key));
  const unique = (list: readonly { key: string }[]) =>
    new Set(list.map((item) => item.key)).size === list.length;
  return Object.entries({
    "stage keys unique": unique(doc.stages),
    "step keys unique": unique(steps),
    "criterion keys unique": unique(allCriteria(doc)),
    "stages within limit": doc.stages.length <= LIMITS.stages,
    "steps within limit": doc.stages.every((stage) => stage.steps.length <= LIMITS.stepsPerStage),
    "criteria within limit": doc.stages.every((stage) => stage.criteria.length <= LIMITS.criteriaPerStage),
    "names within limit": steps.every((step) => (step.name.nl?.length ?? 0) <= LIMITS.name),
    "planned days not negative": doc.stages.every((stage) => (stage.plannedDays ?? 0) >= 0),
    "no anchor without its step": steps.every((step) => keys.has(anchorStep(step) ?? step.key)),
  })
    .filter(([, holds]) => !holds)
    .map(([rule]) => rule);
}
