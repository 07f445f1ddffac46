import { action, reader } from "@/lib/platform/door";
import type { AddEntry, ChangeEntry, EntryId, MergeEntry } from "./input";
import type { MergePreview } from "./view";

type Id = { id: string };

export const addEntry = action<AddEntry, Id>("register.add");
export const changeEntry = action<ChangeEntry, { version: number }>("register.change");
export const archiveEntry = action<EntryId, Id>("register.archive");
export const restoreEntry = action<EntryId, Id>("register.restore");
export const mergeEntry = action<MergeEntry, Id>("register.merge");
export const undoMerge = action<EntryId, Id>("register.undo-merge");
export const previewMerge = reader<MergeEntry, MergePreview>("registers.merge-preview");
