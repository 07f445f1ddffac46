import "server-only";
import { decideMove, refuseExit } from "@/lib/domain/run/decide-turn";
import { decideUndoMove } from "@/lib/domain/run/decide-undo-move";
import type { Deviation, RunEventBody } from "@/lib/domain/run/events";
import { refuseClose } from "@/lib/domain/run/expected-close";
import type { Day, Occurred } from "@/lib/domain/shared/day";
import { isRefusal, type Refusal, refuse } from "@/lib/domain/shared/result";
import { refuseOwner } from "@/lib/features/runs/may-own";
import type { LoadedRun } from "@/lib/features/runs/record";
import { referable } from "@/lib/features/runs/referred";
import type { Ctx } from "@/lib/platform/context";
import type { Tx } from "@/lib/platform/db/tenant";
import { changesOf } from "./field-changes";
import { onArchived } from "./store";

type Events = readonly RunEventBody[] | Refusal;
type Move = { readonly to: string; readonly deviation: Deviation | null; readonly occurred: Occurred };

/** What moving a deal comes to, one by one or many at once: nothing passes what the process asks a reason for without one. */
export const moveEvents = ({ state, compiled }: LoadedRun, move: Move, ctx: Ctx): Events =>
  refuseExit(state, compiled, move) ?? decideMove(state, compiled, move, ctx.today);

/**
 * What undoing a move, a close or a reopening comes to. Refuses process-archived for a close, as reopening does: nobody would see
 * the deal on a board.
 */
export async function undoEvents(
  { id, state }: LoadedRun,
  undo: number,
  { tx, ctx }: { tx: Tx; ctx: Ctx },
): Promise<Events> {
  const events = decideUndoMove(state, { undo });
  if (isRefusal(events) || state.status === "open") return events;
  return (await onArchived(tx, ctx.org.id, id)) ? refuse("process-archived") : events;
}

/** What other fields come to, one by one or many at once. Refuses who cannot own a deal. */
export async function editEvents(
  run: LoadedRun,
  fields: Parameters<typeof changesOf>[1],
  { tx, ctx }: { tx: Tx; ctx: Ctx },
): Promise<Events> {
  const { ownerId, companyId, contactId } = fields;
  if (typeof ownerId === "string" && ownerId !== run.state.fields.owner) {
    const unfit = await refuseOwner(tx, ctx.org.id, ownerId);
    if (unfit) return unfit;
  }
  const { expectedClose } = fields;
  const said = typeof expectedClose === "string" && expectedClose !== run.state.fields.expectedClose;
  const wrong = said && refuseClose(expectedClose as Day, run.state.openedOn, ctx.today);
  if (wrong) return wrong;
  // One that became part of another meanwhile leads to that one; what it is of already may lie in the trash.
  const anew = (kind: "company" | "contact", id: unknown) =>
    typeof id === "string" && id !== run.state.fields[kind] ? referable(tx, ctx.org.id, kind, id) : id;
  const company = await anew("company", companyId);
  const contact = await anew("contact", contactId);
  if (isRefusal(company)) return company;
  if (isRefusal(contact)) return contact;
  return changesOf(run.state, { ...fields, companyId: company, contactId: contact });
}
