import type { LocalText } from "../shared/text";

/** What customers struggle with, where they inform themselves, what they object, and what convinces them. */
export const REGISTER_KINDS = ["problem", "source", "objection", "message"] as const;
export type RegisterKind = (typeof REGISTER_KINDS)[number];

export type RegisterEntry = {
  readonly id: string;
  readonly kind: RegisterKind;
  readonly name: LocalText;
  readonly archived: boolean;
  /** The entry it became part of; that one may have become part of another in turn. */
  readonly mergedInto: string | null;
};

/** As many entries as one register takes, merged and archived ones included. */
export const MOST_ENTRIES = 500;
/** Characters of a name per language, and of a note. */
export const MOST_ENTRY_NAME = 120;
export const MOST_NOTE = 1_000;
