import { action, reader } from "@/lib/platform/door";
import type * as Input from "./input";
import type {
  BoardCard,
  BoardChange,
  BoardData,
  ChangedMany,
  DealChoices,
  DealIdList,
  DealList,
  DealMeeting,
  DealView,
  LanesData,
  SimilarDeals,
} from "./view";

/** What every change of a view answers. */
type Saved = { id: string; version: number };
/** What every change of a deal answers. */
export type Changed = { id: string; version: number; seq: number };

export const createDeal = action<Input.CreateDeal, Changed>("deal.create");
export const editDeal = action<Input.EditDeal, Changed>("deal.edit");
export const moveDeal = action<Input.MoveDeal, Changed>("deal.move");
export const closeDeal = action<Input.CloseDeal, Changed>("deal.close");
export const reopenDeal = action<Input.ReopenDeal, Changed>("deal.reopen");
export const undoMove = action<Input.UndoMove, Changed>("deal.undo-move");
export const completeStep = action<Input.CompleteStep, Changed>("deal.complete-step");
export const waiveStep = action<Input.WaiveStep, Changed>("deal.waive-step");
export const undoStep = action<Input.UndoStep, Changed>("deal.undo-step");
export const explainDeviation = action<Input.ExplainDeviation, Changed>("deal.explain");
export const explainMove = action<Input.ExplainMove, Changed>("deal.explain-move");
export const giveEvidence = action<Input.GiveEvidence, Changed>("deal.give-evidence");
export const withdrawEvidence = action<Input.WithdrawEvidence, Changed>("deal.withdraw-evidence");
export const logActivity = action<Input.LogActivity, Changed>("deal.log-activity");
export const deleteDeal = action<Input.DealChange, Changed>("deal.delete");
export const restoreDeal = action<Input.DealChange, Changed>("deal.restore");

export const addPerson = action<Input.AddPerson, { id: string }>("deal.add-person");
export const changePerson = action<Input.ChangePerson, { id: string; version: number }>("deal.change-person");
export const removePerson = action<Input.RemovePerson, { id: string }>("deal.remove-person");
export const addCompetitor = action<Input.AddCompetitor, { id: string; competitorId: string }>(
  "deal.add-competitor",
);
export const removeCompetitor = action<Input.RemoveCompetitor, { id: string }>("deal.remove-competitor");
export const changeManyDeals = action<Input.ChangeMany, ChangedMany>("deal.change-many");

export const saveView = action<Input.SaveView, Saved>("view.save");
export const changeView = action<Input.ChangeView, Saved>("view.change");
export const removeView = action<Input.RemoveView, Saved>("view.delete");
export const restoreView = action<Input.RestoreView, Saved>("view.restore");

export const meetOnDeal = action<Input.MeetOnDeal, DealMeeting>("deal.meet");

export const readBoard = reader<Input.BoardFilter, BoardData>("deals.board");
export const readLanes = reader<Input.LanesFilter, LanesData>("deals.lanes");
export const readSince = reader<Input.DealsSince, { changes: BoardChange[] }>("deals.since");
export const readColumn = reader<Input.ColumnPage, { cards: BoardCard[] }>("deals.column");
export const readDeal = reader<Input.DealRef, DealView>("deals.read");
export const readSimilar = reader<Input.DealRef, SimilarDeals>("deals.similar");
export const readDeals = reader<Input.ListFilter, DealList>("deals.list");
export const readDealContacts = reader<
  Input.DealRef,
  { id: string; name: string; jobTitle: string | null }[]
>("deals.contacts");
export const readDealIds = reader<Input.DealIds, DealIdList>("deals.ids");
export const readChoices = reader<Record<string, never>, DealChoices>("deals.choices");
