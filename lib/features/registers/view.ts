import type { EntryUse } from "@/lib/domain/registers/count";
import type { RegisterEntry } from "@/lib/domain/registers/types";
import type { Locale, LocalText } from "@/lib/domain/shared/text";
import type { LastChange } from "@/lib/platform/last-change";

/** An entry that was not merged, with where it is linked and what became part of it. */
export type RegisterRow = RegisterEntry & {
  readonly note: string;
  readonly version: number;
  /** In processes that are in use: their drafts and what is published. Links of merged entries count for this one. */
  readonly use: Pick<EntryUse, "stages" | "steps"> & {
    readonly processes: readonly { readonly id: string; readonly name: LocalText }[];
  };
  /** In how many calls it came up. */
  readonly heard: number;
  readonly merged: readonly { readonly id: string; readonly name: LocalText }[];
};

export type RegistersView = {
  readonly entries: readonly RegisterRow[];
  /** The languages in which the organisation writes. */
  readonly languages: readonly Locale[];
  readonly canEdit: boolean;
};

/** All entries, merged ones too, so that a link by any of them has a name. */
export type RegisterChoices = { readonly entries: readonly RegisterEntry[]; readonly canEdit: boolean };

/** Numbers of processes, stages and steps: of both entries now, and of the one that stays. */
export type MergePreview = Readonly<Record<"from" | "into" | "together", UseCounts>>;
export type UseCounts = { readonly processes: number; readonly stages: number; readonly steps: number };

/** What a refused name carries: the entry that has it already, or that the one with this name became part of. */
export type NameTaken = { readonly entry: RegisterEntry };
/** What a refused stale save gives back. */
export type StaleEntry = {
  readonly version: number;
  readonly name: LocalText;
  readonly note: string;
  readonly change: LastChange | null;
};
