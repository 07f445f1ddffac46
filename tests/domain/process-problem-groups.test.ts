import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { emptyDocument, NO_TIMING } from "@/lib/domain/process/blank";
import { checkDocument } from "@/lib/domain/process/check";
import { applyEdit, applyEdits } from "@/lib/domain/process/edit";
import { fixOf } from "@/lib/domain/process/fixes";
import { fixAll, groupProblems, problemId } from "@/lib/domain/process/problem-groups";
import { type Known, PROBLEMS } from "@/lib/domain/process/problems";
import type { ProcessDocument, Stage } from "@/lib/domain/process/types";
import { isRefusal } from "@/lib/domain/shared/result";
import { MESSAGES } from "@/lib/platform/i18n/messages";
import { afterStep, editOf, recipe, sampleDocument, sampleStage, sampleStep } from "./process-support";

const known: Known = { roleIds: [], departmentIds: [], locales: ["en", "nl"], timing: NO_TIMING };
const withStage = (change: Partial<Stage>): ProcessDocument => ({
  ...sampleDocument(),
  stages: [{ ...sampleStage("a"), ...change }, sampleStage("b")],
});
const within = (days: number) => ({
  anchor: { kind: "stage-entry" as const },
  unit: "calendar-days" as const,
  earliest: null,
  latest: days,
});
const lost = (keys: readonly string[]) =>
  withStage({ steps: keys.map((key) => ({ ...sampleStep(key), serves: [] })) });
const solve = (doc: ProcessDocument, codes: readonly string[] = Object.keys(PROBLEMS)) => {
  const found = checkDocument(doc, known).filter(({ code }) => codes.includes(code));
  const { edits, fixed } = fixAll(found, doc, known);
  const next = applyEdits(doc, edits);
  if (isRefusal(next)) throw new Error(next.code);
  return { found, edits, fixed, left: checkDocument(next, known) };
};

/** Any document a person could have drawn, with problems of all kinds. */
const anyDocument = fc.array(recipe, { maxLength: 30 }).map((recipes) =>
  recipes.reduce<ProcessDocument>((doc, one, index) => {
    const next = applyEdit(doc, editOf(doc, one, `k${index}`));
    return isRefusal(next) ? doc : next;
  }, sampleDocument()),
);

describe("groups", () => {
  it("put equal problems together, with errors before hints", () => {
    const doc = withStage({
      steps: [
        { ...sampleStep("a1"), serves: [] },
        { ...sampleStep("a2"), serves: [], owner: null },
        { ...sampleStep("a3"), serves: [] },
      ],
    });
    const groups = groupProblems(checkDocument(doc, known));
    expect(groups.map(({ code, problems }) => [code, problems.length])).toEqual([
      ["step-no-owner", 1],
      ["step-serves-nothing", 3],
    ]);
    expect(groups.every(({ alike }) => alike)).toBe(true);
  });

  it("know when their places say different things", () => {
    const doc = withStage({
      plannedDays: 3,
      steps: [5, 5, 9].map((days, index) => ({ ...sampleStep(`a${index + 1}`), window: within(days) })),
    });
    const [group] = groupProblems(checkDocument(doc, known));
    expect(group).toMatchObject({ code: "window-beyond-stage", alike: false });
  });

  it("lose nothing and keep the order of the document, whatever was drawn", () => {
    fc.assert(
      fc.property(anyDocument, (doc) => {
        const problems = checkDocument(doc, known);
        const groups = groupProblems(problems);
        const ids = groups.flatMap((group) => group.problems.map(problemId));
        expect([...ids].sort()).toEqual(problems.map(problemId).sort());
        expect(new Set(ids).size).toBe(ids.length);
        const severities = groups.map(({ severity }) => severity);
        expect(severities).toEqual([...severities].sort());
        for (const { problems: list } of groups) {
          const places = list.map((one) => problems.indexOf(one));
          expect(places).toEqual([...places].sort((one, other) => one - other));
        }
      }),
    );
  });

  it("have words of their own wherever their places may say different things", () => {
    for (const { problems, check } of [MESSAGES.en.processes, MESSAGES.nl.processes]) {
      const varying = Object.entries(problems).filter(([, text]) => text.includes("{"));
      expect(Object.keys(check.groups).sort()).toEqual(varying.map(([code]) => code).sort());
    }
  });
});

describe("fixing all", () => {
  it("is one list of edits that leaves none of them", () => {
    const { found, edits, fixed, left } = solve(lost(["a1", "a2", "a3"]), ["step-serves-nothing"]);
    expect([found.length, edits.length, fixed]).toEqual([3, 3, 3]);
    expect(left.filter(({ code }) => code === "step-serves-nothing")).toEqual([]);
  });

  it("breaks a circle once, and leaves the other steps counting as they did", () => {
    const doc = withStage({
      steps: [
        { ...sampleStep("a1"), window: afterStep("a2", 1) },
        { ...sampleStep("a2"), window: afterStep("a1", 1) },
      ],
    });
    const { found, edits, fixed, left } = solve(doc, ["anchor-circular"]);
    expect([found.length, edits.length, fixed]).toEqual([2, 1, 2]);
    expect(left.some(({ code }) => code === "anchor-circular")).toBe(false);
  });

  it("plans a stage for its longest step, in whatever order they stand", () => {
    for (const days of [
      [12, 20],
      [20, 12],
    ]) {
      const steps = days.map((one, index) => ({ ...sampleStep(`a${index + 1}`), window: within(one) }));
      const { fixed, left, edits } = solve(withStage({ steps, plannedDays: 5 }), ["window-beyond-stage"]);
      expect(fixed).toBe(2);
      expect(edits.at(-1)).toMatchObject({ set: { plannedDays: 20 } });
      expect(left.some(({ code }) => code === "window-beyond-stage")).toBe(false);
    }
  });

  it("passes over what only a person can say, and what is gone", () => {
    const doc = withStage({ steps: [{ ...sampleStep("a1"), name: {}, serves: [] }] });
    const problems = checkDocument(doc, known);
    expect(problems.map(({ code }) => code).sort()).toEqual(["step-no-name", "step-serves-nothing"]);
    expect(fixAll(problems, doc, known)).toMatchObject({ fixed: 1, edits: [{ type: "step.set" }] });
    expect(fixAll(problems, emptyDocument, known)).toEqual({ edits: [], fixed: 0 });
  });

  it("never makes an error and solves at least what it says, whatever was drawn", () => {
    fc.assert(
      fc.property(anyDocument, (doc) => {
        const before = checkDocument(doc, known);
        const { fixed, left } = solve(doc);
        const old = new Set(before.map(problemId));
        expect(left.filter((one) => one.severity === "error" && !old.has(problemId(one)))).toEqual([]);
        expect(before.length - left.filter((one) => old.has(problemId(one))).length).toBe(fixed);
        const curable = before.filter((one) => fixOf(one, doc, known) !== null);
        expect(fixed).toBeGreaterThanOrEqual(curable.length > 0 ? 1 : 0);
      }),
    );
  });
});
