import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { NO_TIMING } from "@/lib/domain/process/blank";
import { compile } from "@/lib/domain/process/compile";
import { plannedDaysOf, settle, windowOf } from "@/lib/domain/process/inherit";
import type { StepWindow, TimingDefaults } from "@/lib/domain/process/types";
import { sampleDocument, sampleStep } from "./process-support";

const days = (latest: number): StepWindow => ({ unit: "working-days", latest });
const timing = (plannedDays: number | null, latest: number | null): TimingDefaults => ({
  plannedDays,
  stepWindow: latest === null ? null : days(latest),
});
const bare = { ...sampleStep("s"), window: null };

describe("the nearest level that says something is heard", () => {
  const cases: [
    own: number | null,
    stage: number | null,
    process: number | null,
    organization: number | null,
  ][] = [
    [1, 2, 3, 4],
    [null, 2, 3, 4],
    [null, null, 3, 4],
    [null, null, null, 4],
  ];
  const levels = ["step", "stage", "process", "organization"] as const;
  it.each(cases)("window %s %s %s %s", (own, stage, process, organization) => {
    const step =
      own === null
        ? bare
        : {
            ...bare,
            window: {
              anchor: { kind: "run-start" } as const,
              unit: "hours" as const,
              earliest: null,
              latest: own,
            },
          };
    const found = windowOf(
      step,
      { stepWindow: stage === null ? null : days(stage) },
      { process: timing(null, process), organization: timing(null, organization) },
    );
    const at = [own, stage, process, organization].findIndex((value) => value !== null);
    expect(found).toMatchObject({ from: levels[at], value: { latest: at + 1 } });
    if (at > 0) expect(found?.value).toMatchObject({ anchor: { kind: "stage-entry" }, earliest: null });
  });

  it.each(cases.slice(1))("planned days %s %s %s %s", (_, stage, process, organization) => {
    const above = { process: timing(process, null), organization: timing(organization, null) };
    const at = [null, stage, process, organization].findIndex((value) => value !== null);
    expect(plannedDaysOf({ plannedDays: stage }, above)).toEqual({ from: levels[at], value: at + 1 });
  });

  it("nobody says anything", () => {
    const above = { process: NO_TIMING, organization: NO_TIMING };
    expect(windowOf(bare, { stepWindow: null }, above)).toBeNull();
    expect(plannedDaysOf({ plannedDays: null }, above)).toBeNull();
  });
});

it("what was settled or compiled no longer hears the organisation", () => {
  const level = fc.record({
    plannedDays: fc.option(fc.nat(100)),
    stepWindow: fc.option(fc.record({ unit: fc.constant("hours" as const), latest: fc.nat(100) })),
  });
  fc.assert(
    fc.property(level, level, level, fc.boolean(), (process, first, later, own) => {
      const [stage, ...stages] = sampleDocument().stages;
      if (!stage) throw new Error("no stage");
      const steps = own ? stage.steps : [bare];
      const doc = {
        ...sampleDocument(),
        timing: process,
        stages: [{ ...stage, plannedDays: null, steps }, ...stages],
      };
      const settled = settle(doc, first);
      const mute = { ...settled, timing: NO_TIMING };
      const silent = settled.stages.some(
        ({ plannedDays, steps }) => plannedDays === null || steps.some(({ window }) => !window),
      );
      if (!silent) expect(settle(settled, later)).toEqual(settled);
      expect(compile(mute)).toEqual(compile(doc, first));
    }),
  );
});
