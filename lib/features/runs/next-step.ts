import "server-only";
import { standing, type WaitingStep } from "@/lib/domain/guidance/due-steps";
import { chooseNext } from "@/lib/domain/guidance/next-best-step";
import type { CompiledVersion } from "@/lib/domain/process/compile";
import { calendarOf } from "@/lib/platform/calendar";
import type { Org } from "@/lib/platform/context";
import { fromDay } from "@/lib/platform/day-in";

const NO_NEXT_STEP = { nextStepKey: null, nextDueOn: null } as const;

/**
 * The step a card shows and orders by, of those that wait on its run, and the day it is due; both null where none does:
 * closed, thrown away, or its stage finished. Always judged at the moment its last event was recorded, so that the events alone give
 * the same again.
 */
export function nextStepColumns(
  version: CompiledVersion | undefined,
  waiting: readonly WaitingStep[],
  org: Org,
  lastRecorded: Date,
) {
  if (!version || waiting.length === 0) return NO_NEXT_STEP;
  const due = standing(waiting, calendarOf(org), lastRecorded.toISOString());
  const next = chooseNext(due, version);
  const until = due.find(({ stepKey }) => stepKey === next?.stepKey)?.until;
  return { nextStepKey: next?.stepKey ?? null, nextDueOn: until ? fromDay(until.day) : null };
}
