import "server-only";
import { dueSteps } from "@/lib/domain/guidance/due-steps";
import { chooseNext } from "@/lib/domain/guidance/next-best-step";
import type { CompiledVersion } from "@/lib/domain/process/compile";
import type { RunState } from "@/lib/domain/run/state";
import type { Calendar } from "@/lib/domain/timing/calendar";
import { fromDay } from "@/lib/platform/day-in";

/** The step a card shows and orders by, and the day it is due; both null for a run with nothing to do. */
export function nextStepColumns(
  version: CompiledVersion | undefined,
  state: RunState,
  calendar: Calendar,
  now: Date,
) {
  if (!version || state.status !== "open") return { nextStepKey: null, nextDueOn: null };
  const due = dueSteps(version, state, calendar, now.toISOString());
  const next = chooseNext(due, version);
  const until = due.find(({ stepKey }) => stepKey === next?.stepKey)?.until;
  return { nextStepKey: next?.stepKey ?? null, nextDueOn: until ? fromDay(until.day) : null };
}
