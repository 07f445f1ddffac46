import { emptyDocument, emptyStepFields } from "@/lib/domain/process/blank";
import { compile } from "@/lib/domain/process/compile";
import type { ProcessDocument, Stage, Step } from "@/lib/domain/process/types";
import type { RunEvent, RunEventBody } from "@/lib/domain/run/events";
import type { Occurred } from "@/lib/domain/shared/day";

/** A step of which only what a test is about is given. */
export const step = (key: string, more: Partial<Step> = {}): Step => ({
  key,
  name: { en: key },
  channel: "call",
  owner: { kind: "run-owner" },
  window: null,
  importance: "normal",
  howTo: {},
  buyerGains: {},
  ...emptyStepFields,
  ...more,
});

export const stage = (key: string, steps: readonly Step[] = [], more: Partial<Stage> = {}): Stage => ({
  key,
  name: { en: key },
  buyerStep: {},
  plannedDays: null,
  stepWindow: null,
  entries: [],
  steps,
  criteria: [],
  ...more,
});

export const version = (...stages: Stage[]) =>
  compile({ ...emptyDocument, stages } satisfies ProcessDocument);

export const on = (day: string, at: string | null = null): Occurred => ({ day, at });

/** Events with sequence numbers, from pairs of a day (or moment) and what happened. */
export function log(...entries: [when: string | Occurred, body: RunEventBody][]): RunEvent[] {
  return entries.map(([when, body], index) => {
    const occurred = typeof when === "string" ? on(when) : when;
    const recordedAt = occurred.at ?? `${occurred.day}T12:00:00.000Z`;
    return { ...body, seq: index + 1, occurred, recordedAt, actorId: null };
  });
}

export const opened = (stageKey: string | null, startKnown = true): RunEventBody => ({
  type: "run.opened",
  versionId: "v1",
  stageKey,
  startKnown,
});
export const moved = (from: string | null, to: string): RunEventBody => ({
  type: "run.moved",
  from,
  to,
  deviation: null,
});
export const closed = (outcome: "won" | "lost" | "no-decision" | "disqualified"): RunEventBody => ({
  type: "run.closed",
  outcome,
  reason: null,
  note: null,
  amount: null,
});
export const done = (stepKey: string): RunEventBody => ({
  type: "step.completed",
  stepKey,
  activityId: null,
});
export const waived = (stepKey: string): RunEventBody => ({
  type: "step.waived",
  stepKey,
  deviation: { reason: "not-relevant", note: null },
});
