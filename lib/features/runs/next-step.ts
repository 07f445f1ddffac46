import "server-only";
import { nextBestStep } from "@/lib/domain/guidance/next-best-step";
import type { CompiledVersion } from "@/lib/domain/process/compile";
import type { RunState } from "@/lib/domain/run/state";
import type { Calendar } from "@/lib/domain/timing/calendar";
import { fromDay } from "@/lib/platform/day-in";

/** The step a card shows and orders by, and the day it is due; both null for a run with nothing to do. */
export function nextStepColumns(version: CompiledVersion | undefined, state: RunState, calendar: Calendar, now: Date) {
  const next = version && state.status === "open" ? nextBestStep(version, state, calendar, now.toISOString()) : null;
  return { nextStepKey: next?.stepKey ?? null, nextDueOn: next?.dueOn ? fromDay(next.dueOn) : null };
}
