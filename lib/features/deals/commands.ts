import "server-only";
import { decideCompleteStep, decideUndoStep, decideWaiveStep } from "@/lib/domain/run/decide-step";
import { decideClose, decideReopen, refuseExit } from "@/lib/domain/run/decide-turn";
import { refuse } from "@/lib/domain/shared/result";
import { bringBackBuyer } from "@/lib/features/runs/bring-back";
import { workerOf } from "@/lib/features/runs/step-owner";
import type { Work } from "@/lib/platform/verb";
import { dealCommand } from "./change";
import { editEvents, moveEvents, undoEvents } from "./decisions";
import {
  CloseDeal,
  CompleteStep,
  DealChange,
  EditDeal,
  MoveDeal,
  ReopenDeal,
  UndoMove,
  UndoStep,
  WaiveStep,
} from "./input";
import { onArchived } from "./store";

export { logActivity } from "./activity";
export { createDeal } from "./create";
export { giveEvidence, withdrawEvidence } from "./evidence";
export { explainDeviation, explainMove } from "./explain";
export { changeManyDeals } from "./many";
export { addCompetitor, addPerson, changePerson, removeCompetitor, removePerson } from "./people";
export { meetOnDeal } from "./presence";
export { changeView, removeView, restoreView, saveView } from "./views";

/** A step may be worked by whom it is for, also on another's deal. */
const worker = ({ tx, ctx, input }: Work<{ id: string; stepKey: string }>) =>
  workerOf(tx, ctx, input.id, input.stepKey);

/** Changes fields of a deal; each change is kept in the field history. */
export const editDeal = dealCommand({
  name: "deal.edit",
  input: EditDeal,
  decide: (run, { fields }, _occurred, work) => editEvents(run, fields, work),
});

/**
 * Moves a deal to any stage; skipping and going back may carry a reason. Refuses exit-needs-reason where the process asks for
 * one and none is given.
 */
export const moveDeal = dealCommand({
  name: "deal.move",
  input: MoveDeal,
  pure: (run, { to, deviation }, occurred, ctx) => moveEvents(run, { to, deviation, occurred }, ctx),
});

/**
 * Closes a deal as won, lost, no decision or disqualified. Refuses exit-needs-reason for a win past criteria that the process
 * asks a reason for, when none is given.
 */
export const closeDeal = dealCommand({
  name: "deal.close",
  input: CloseDeal,
  pure: (run, { outcome, reason, note, amount, deviation }, occurred, ctx) =>
    (outcome === "won" && refuseExit(run.state, run.compiled, { to: null, deviation })) ||
    decideClose(run.state, run.compiled, { outcome, reason, note, amount, deviation, occurred }, ctx.today),
});

/**
 * Reopens a closed deal in a stage; the earlier outcome and reason stay in its history. Refuses process-archived: nobody would
 * see it on a board.
 */
export const reopenDeal = dealCommand({
  name: "deal.reopen",
  input: ReopenDeal,
  async decide(run, { id, stageKey }, occurred, { tx, ctx }) {
    if (await onArchived(tx, ctx.org.id, id)) return refuse("process-archived");
    return decideReopen(run.state, run.compiled, { stageKey, occurred }, ctx.today);
  },
});

/**
 * Undoes a move, a close or a reopening that was a slip: it counts in no figure and asks for no reason, and stays in the history
 * together with its undoing. Refuses move-not-last once the stage or the status has changed again.
 */
export const undoMove = dealCommand({
  name: "deal.undo-move",
  input: UndoMove,
  decide: (run, { undo }, _occurred, work) => undoEvents(run, undo, work),
});

/** Marks a step done, in whatever stage the deal is. */
export const completeStep = dealCommand({
  name: "deal.complete-step",
  input: CompleteStep,
  owner: worker,
  pure: (run, { stepKey }, occurred, ctx) =>
    decideCompleteStep(run.state, run.compiled, { stepKey, activityId: null, occurred }, ctx.today),
});

/** Skips a step on purpose; the reason may be left out. */
export const waiveStep = dealCommand({
  name: "deal.waive-step",
  input: WaiveStep,
  owner: worker,
  pure: (run, { stepKey, deviation }, occurred, ctx) =>
    decideWaiveStep(run.state, run.compiled, { stepKey, deviation, occurred }, ctx.today),
});

/** Takes a step's completion or skipping back. */
export const undoStep = dealCommand({
  name: "deal.undo-step",
  input: UndoStep,
  owner: worker,
  pure: (run, { stepKey }) => decideUndoStep(run.state, { stepKey }),
});

/** Throws a deal away; it can be restored whole. */
export const deleteDeal = dealCommand({
  name: "deal.delete",
  input: DealChange,
  pure: () => [{ type: "run.deleted" }],
});

/**
 * Brings a deleted deal back, and the company and person it is about where they lie in the trash too. An open one is refused
 * (process-archived) on an archived process.
 */
export const restoreDeal = dealCommand({
  name: "deal.restore",
  input: DealChange,
  evenDeleted: true,
  async decide({ state }, { id }, _occurred, { tx, ctx }) {
    if (state.deletedAt === null) return [];
    if (state.status === "open" && (await onArchived(tx, ctx.org.id, id))) return refuse("process-archived");
    await bringBackBuyer(tx, ctx, state.fields);
    return [{ type: "run.restored" }];
  },
});
