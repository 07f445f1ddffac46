import { action, reader } from "@/lib/platform/door";
import type { TrashFilter } from "./input";
import type { TrashPage } from "./view";

type Changed = { id: string; version: number };

export const readTrash = reader<TrashFilter, TrashPage>("trash.list");
export const restoreDeal = action<{ id: string; version: number }, Changed>("deal.restore");
export const restoreCompany = action<{ id: string }, Changed>("company.restore");
export const restoreTask = action<{ id: string }, { id: string }>("task.restore");
export const restoreCall = action<{ id: string }, Changed>("call.restore");
export const restoreView = action<{ id: string }, Changed>("view.restore");
export const restoreContact = action<{ id: string }, Changed>("contact.restore");
