import { expect, it } from "vitest";
import { NO_TIMING } from "@/lib/domain/process/blank";
import { checkDocument } from "@/lib/domain/process/check";
import { applyEdits } from "@/lib/domain/process/edit";
import { FIX_CODES, fixOf } from "@/lib/domain/process/fixes";
import type { Known, Problem } from "@/lib/domain/process/problems";
import type { ProcessDocument, Stage, Step } from "@/lib/domain/process/types";
import { isRefusal } from "@/lib/domain/shared/result";
import { afterStep, mustApply, sampleDocument, sampleStage, sampleStep } from "./process-support";

const known: Known = {
  roleIds: [],
  departmentIds: [],
  locales: ["en", "nl"],
  timing: NO_TIMING,
  won: { a: { n: 20, median: 31 } },
};
const withStage = (change: Partial<Stage>): ProcessDocument => ({
  ...sampleDocument(),
  stages: [{ ...sampleStage("a"), plannedDays: 30, ...change }, sampleStage("b")],
});
const withStep = (change: Partial<Step>) =>
  withStage({ steps: [{ ...sampleStep("a1"), ...change }, sampleStep("a2")] });
const idOf = ({ code, place }: Problem) => `${code} ${place.stepKey ?? place.stageKey}`;

const cases: [Problem["code"], ProcessDocument][] = [
  ["step-no-owner", withStep({ owner: null })],
  ["window-impossible", withStep({ window: { ...afterStep("a2", 1), earliest: 4 } })],
  ["anchor-missing", withStep({ window: afterStep("gone", 1) })],
  ["anchor-circular", withStep({ window: afterStep("a1", 1) })],
  ["anchor-in-later-stage", withStep({ window: afterStep("b1", 1) })],
  ["planned-far-from-won", withStage({ plannedDays: 90 })],
  [
    "window-beyond-stage",
    withStep({
      window: { anchor: { kind: "stage-entry" }, unit: "calendar-days", earliest: null, latest: 40 },
    }),
  ],
  ["step-serves-nothing", withStep({ serves: [] })],
  [
    "translation-behind",
    mustApply(withStage({}), { type: "step.set", stepKey: "a1", set: { name: { nl: "Anders" } } }),
  ],
];

it.each(cases)("the remedy for %s takes it away and makes no error", (code, doc) => {
  const before = checkDocument(doc, known);
  const problem = before.find((one) => one.code === code);
  const fix = problem && fixOf(problem, doc, known);
  if (!problem || !fix) throw new Error("no remedy");
  const after = applyEdits(doc, fix.edits);
  if (isRefusal(after)) throw new Error(after.code);
  const left = checkDocument(after, known);
  expect(left.map(idOf)).not.toContain(idOf(problem));
  const old = new Set(before.map(idOf));
  expect(left.filter((one) => one.severity === "error" && !old.has(idOf(one)))).toEqual([]);
});

it("knows each remedy there is, and leaves to people what only they can say", () => {
  const fixes = cases.map(([code, doc]) => {
    const problem = checkDocument(doc, known).find((one) => one.code === code);
    return problem && fixOf(problem, doc, known)?.code;
  });
  expect([...new Set(fixes)].sort()).toEqual([...FIX_CODES].sort());
  const doc = withStep({ name: {} });
  expect(checkDocument(doc, known).map((problem) => fixOf(problem, doc, known))).toEqual([null]);
});

it("gives a step to nobody who is no longer there", () => {
  const gone = { kind: "role", id: "gone" } as const;
  const doc = withStage({ steps: [sampleStep("a1"), sampleStep("a2"), sampleStep("a3")] });
  const steps = doc.stages.flatMap((stage) => stage.steps);
  const owned = (owners: readonly (Step["owner"] | undefined)[]): ProcessDocument => ({
    ...doc,
    stages: [
      {
        ...sampleStage("a"),
        steps: steps.slice(0, 3).map((step, n) => ({ ...step, owner: owners[n] ?? null })),
      },
    ],
  });
  const fixIn = (one: ProcessDocument) => {
    const problem = checkDocument(one, known).find(({ code }) => code === "step-no-owner");
    return problem && fixOf(problem, one, known)?.owner;
  };
  expect(fixIn(owned([gone, { kind: "run-owner" }]))).toEqual({ kind: "run-owner" });
  expect(fixIn(owned([gone, gone]))).toBeUndefined();
});
