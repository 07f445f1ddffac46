import "server-only";
import { type WaitingStep, waitingSteps } from "@/lib/domain/guidance/due-steps";
import type { CompiledVersion } from "@/lib/domain/process/compile";
import type { RunState } from "@/lib/domain/run/state";
import { calendarOf } from "@/lib/platform/calendar";
import type { Org } from "@/lib/platform/context";
import { fromDay } from "@/lib/platform/day-in";

/** The steps that wait on a run; none where it is closed or thrown away. */
export function waitingOn(
  version: CompiledVersion | undefined,
  state: RunState,
  org: Org,
): readonly WaitingStep[] {
  if (!version || state.status !== "open" || state.deletedAt !== null) return [];
  return waitingSteps(version, state, calendarOf(org));
}

/**
 * The rows of `due_step` of one run: every step that waits on it with the window its events lay out, and whose it is as the
 * designer wrote it. Nothing in them ages: how late a step is follows from them and the moment of looking. None for a
 * call: that waits as a whole, at its moment.
 */
export function dueStepRows(
  keys: { orgId: string; runId: string },
  state: RunState,
  waiting: readonly WaitingStep[],
) {
  if (state.call !== null) return [];
  return waiting.map((step) => ({
    ...keys,
    stepKey: step.stepKey,
    stageKey: step.stageKey,
    runOwnerId: String(state.fields.owner),
    ownerKind: step.owner?.kind ?? "run-owner",
    ownerRef: step.owner && "id" in step.owner ? step.owner.id : null,
    importance: step.importance,
    owed: step.owed,
    earlier: step.earlier,
    fromOn: step.from && fromDay(step.from.day),
    fromAt: step.from?.at ? new Date(step.from.at) : null,
    dueOn: step.until && fromDay(step.until.day),
    dueAt: step.until?.at ? new Date(step.until.at) : null,
  }));
}
