import type { BuyingRole, Stance } from "../buying/roles";
import { changedFields, chosen } from "./merge";

/** What a person says of themselves that a merge chooses from, and learns where the kept one has nothing. */
export const PERSON_FIELDS = ["name", "companyId", "jobTitle", "email", "phone"] as const;
export type PersonField = (typeof PERSON_FIELDS)[number];
export type PersonFields = Readonly<Record<PersonField, string | null>>;

/** What changes in the fields of the person who stays: their own stay, except those in `take`; what nobody knew of them is learnt. */
export function mergedPerson(into: PersonFields, from: PersonFields, take: readonly PersonField[]) {
  const result = Object.fromEntries(
    PERSON_FIELDS.map((field) => [field, chosen(into[field], from[field], take.includes(field))]),
  ) as PersonFields;
  return changedFields(PERSON_FIELDS, into, result);
}

/** What a person is in the decision on a deal. */
export type Part = { readonly role: BuyingRole; readonly stance: Stance; readonly note: string };
/** Characters of a note on a part. */
const NOTE = 500;

/**
 * One part of two, where both were written down on one deal: the role of the one who stays, where they stand if only the other
 * one's was known, and both notes as far as they fit.
 */
export function joinedPart(into: Part, from: Part): Part {
  const notes = [...new Set([into.note, from.note].filter(Boolean))].join("; ");
  return {
    role: into.role,
    stance: into.stance === "unknown" ? from.stance : into.stance,
    note: notes.length <= NOTE ? notes : into.note || from.note.slice(0, NOTE),
  };
}
