import { describe, expect, it } from "vitest";
import { emptyDocument, NO_TIMING } from "@/lib/domain/process/blank";
import {
  compile,
  publishable,
  RANKS_PER_STAGE,
  stageOf,
  stepOf,
  stepsIn,
} from "@/lib/domain/process/compile";
import type { Known } from "@/lib/domain/process/problems";
import type { ProcessDocument, Step } from "@/lib/domain/process/types";
import { afterStep, sampleDocument, sampleStage, sampleStep } from "./process-support";

const known: Known = { roleIds: [], departmentIds: [], locales: ["en", "nl"], timing: NO_TIMING };

const ranks = (...steps: Step[]) =>
  compile({ ...emptyDocument, stages: [sampleStage("z"), { ...sampleStage("a"), steps }] })
    .steps.filter((step) => step.stageKey === "a")
    .map((step) => step.rank - RANKS_PER_STAGE);

const counting = (key: string, from: string, latest: number, earliest: number | null = 0): Step => ({
  ...sampleStep(key),
  window: { ...afterStep(from, latest), earliest },
});

describe("the compiled form", () => {
  it("knows each stage and step by key", () => {
    const version = compile(sampleDocument());
    expect(stageOf(version, "b")).toMatchObject({
      index: 1,
      stepKeys: ["b1", "b2"],
      criteria: [{ key: "bc" }],
    });
    expect(stepOf(version, "b2")).toMatchObject({ stageKey: "b", stageIndex: 1, required: true });
    expect(stepsIn(version, "a").map((step) => step.key)).toEqual(["a1", "a2"]);
    for (const key of ["nope", "constructor", "__proto__"]) {
      expect(stepOf(version, key)).toBeNull();
      expect(stageOf(version, key)).toBeNull();
    }
  });

  it("survives storage as JSON", () => {
    const version = compile(sampleDocument());
    expect(JSON.parse(JSON.stringify(version))).toEqual(version);
  });

  it("requires all but optional steps", () => {
    const steps = [sampleStep("k"), { ...sampleStep("o"), importance: "optional" as const }];
    const version = compile({ ...emptyDocument, stages: [{ ...sampleStage("a"), steps }] });
    expect(version.steps.map((step) => step.required)).toEqual([true, false]);
  });

  it("orders steps only where the designer did", () => {
    expect(ranks(sampleStep("p"), sampleStep("q"))).toEqual([0, 0]);
    expect(ranks(sampleStep("p"), counting("q", "p", 2), counting("r", "q", 2))).toEqual([0, 1, 2]);
    expect(ranks(counting("r", "q", 2), counting("q", "p", 2), sampleStep("p"))).toEqual([2, 1, 0]);
    expect(ranks(sampleStep("demo"), counting("prepare", "demo", -1, -3))).toEqual([1, 0]);
    expect(ranks(sampleStep("demo"), counting("prepare", "demo", -1, null))).toEqual([1, 0]);
    expect(ranks(counting("p", "z1", 2), sampleStep("q"))).toEqual([0, 0]);
  });

  it("ends on a circle, which only a draft can have", () => {
    expect(ranks(counting("p", "q", 1), counting("q", "p", 1))).toHaveLength(2);
  });
});

describe("publishing", () => {
  it("gives the compiled form when nothing blocks it, hints or not", () => {
    const doc: ProcessDocument = {
      ...emptyDocument,
      stages: [{ ...sampleStage("a"), criteria: [], plannedDays: null }],
    };
    expect(publishable(doc, known)).toEqual(compile(doc));
  });

  it("gives the errors, without the hints, when something does", () => {
    const doc = { ...emptyDocument, stages: [{ ...sampleStage("a"), steps: [], plannedDays: null }] };
    expect(publishable(doc, known)).toMatchObject([{ severity: "error", code: "stage-no-steps" }]);
    expect(publishable(doc, known)).toHaveLength(1);
  });
});
