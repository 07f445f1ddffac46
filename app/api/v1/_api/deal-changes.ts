import { z } from "zod";
import * as deals from "@/lib/features/deals/commands";
import { endpoint } from "@/lib/platform/http/endpoint";

const Changed = z
  .object({
    id: z.uuid(),
    version: z.int().meta({ description: "Send it with the next change." }),
    seq: z.int().meta({ description: "Number of the deal's last event." }),
  })
  .meta({ id: "Changed" });
const answer = Changed;
const tag = "deals";
const example = { id: "0199a6f0-8a3e-7c1b-9d52-3f7a1c0b2e4d", version: 4, seq: 9 };

export const createDeal = endpoint(deals.createDeal, {
  method: "POST",
  path: "/deals",
  tag,
  summary: "Put a new deal on a process",
  description:
    "`processId` is one of `GET /processes`. It starts in the first stage of the published version unless `stageKey` says otherwise. A company is chosen by id, or found or made by `companyName`. `ownerId` is one of `GET /members`: a key is nobody's, so it has to be given.",
  makes: "id",
  status: 201,
  answer,
  found: { processId: "/processes", ownerId: "/members" },
  refusals: ["process-not-published", "stage-unknown", "owner-unknown", "owner-reads-only"],
  example: { ...example, version: 1, seq: 1 },
});

export const editDeal = endpoint(deals.editDeal, {
  method: "PATCH",
  path: "/deals/{id}",
  tag,
  summary: "Change fields of a deal",
  description: "Only the fields that are sent change; each change is kept in the field history.",
  answer,
  refusals: ["owner-unknown", "owner-reads-only"],
});

export const deleteDeal = endpoint(deals.deleteDeal, {
  method: "DELETE",
  path: "/deals/{id}",
  tag,
  summary: "Throw a deal away; it can be restored",
  answer,
});

export const restoreDeal = endpoint(deals.restoreDeal, {
  method: "POST",
  path: "/deals/{id}/restore",
  tag,
  summary: "Bring a deal back that was thrown away",
  answer,
});

export const moveDeal = endpoint(deals.moveDeal, {
  method: "POST",
  path: "/deals/{id}/move",
  tag,
  summary: "Move a deal to another stage",
  description:
    "Any stage of its version. Skipping and going back may carry a reason. Where the process asks for one when criteria lack evidence, the problem `exit-needs-reason` names them in `current.criteria`: send a `deviation`, or the evidence first.",
  answer,
  refusals: ["exit-needs-reason", "stage-unknown", "stage-same", "run-closed", "occurred-in-future"],
});

export const closeDeal = endpoint(deals.closeDeal, {
  method: "POST",
  path: "/deals/{id}/close",
  tag,
  summary: "Close a deal with its outcome",
  description: "`reason` goes with every outcome but won; `deviation` as in a move.",
  answer,
  refusals: ["exit-needs-reason", "run-closed", "occurred-in-future"],
});

export const reopenDeal = endpoint(deals.reopenDeal, {
  method: "POST",
  path: "/deals/{id}/reopen",
  tag,
  summary: "Open a closed deal again, in a stage",
  answer,
  refusals: ["run-open", "stage-unknown"],
});

export const undoMove = endpoint(deals.undoMove, {
  method: "POST",
  path: "/deals/{id}/undo-move",
  tag,
  summary: "Undo the last move, close or reopening",
  description:
    "For a slip: it then counts in no figure. `undo` is the `seq` that the move, close or reopening answered. Both stay in the history.",
  answer,
  refusals: ["move-not-last"],
});

export const completeStep = endpoint(deals.completeStep, {
  method: "POST",
  path: "/deals/{id}/steps/{stepKey}/complete",
  tag,
  summary: "Mark a step done",
  answer,
  refusals: ["step-unknown", "run-closed"],
});

export const waiveStep = endpoint(deals.waiveStep, {
  method: "POST",
  path: "/deals/{id}/steps/{stepKey}/waive",
  tag,
  summary: "Say that a step is not needed",
  answer,
  refusals: ["step-unknown", "step-done", "run-closed"],
});

export const undoStep = endpoint(deals.undoStep, {
  method: "POST",
  path: "/deals/{id}/steps/{stepKey}/undo",
  tag,
  summary: "Take back that a step was done or not needed",
  answer,
  refusals: ["step-not-recorded"],
});

export const giveEvidence = endpoint(deals.giveEvidence, {
  method: "PUT",
  path: "/deals/{id}/criteria/{criterionKey}",
  tag,
  summary: "Say that an exit criterion holds, and what shows it",
  answer,
  refusals: ["criterion-unknown"],
});

export const withdrawEvidence = endpoint(deals.withdrawEvidence, {
  method: "DELETE",
  path: "/deals/{id}/criteria/{criterionKey}",
  tag,
  summary: "Take evidence back: the proven stage moves, the claimed one does not",
  answer,
  refusals: ["criterion-not-recorded"],
});

export const logActivity = endpoint(deals.logActivity, {
  method: "POST",
  path: "/deals/{id}/activities",
  tag,
  summary: "Log what happened with the buyer",
  description:
    "It never conflicts with another change, so it carries no version. `stepKey` marks the step done that it fulfils. `occurred` dates it back.",
  makes: "activityId",
  status: 201,
  answer,
  refusals: ["step-unknown", "occurred-in-future", "occurred-before-start"],
});

/** Every change of a deal, in the order of the description. */
export const DEAL_CHANGES = [
  createDeal,
  editDeal,
  deleteDeal,
  restoreDeal,
  moveDeal,
  closeDeal,
  reopenDeal,
  undoMove,
  completeStep,
  waiveStep,
  undoStep,
  giveEvidence,
  withdrawEvidence,
  logActivity,
];
