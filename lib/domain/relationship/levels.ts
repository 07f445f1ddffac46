/** How far a buyer lets a supplier in, from a name on a list to a partner in what they want. */
export const RELATIONSHIP_LEVELS = [
  "approved-vendor",
  "preferred-supplier",
  "solutions-consultant",
  "strategic-contributor",
  "trusted-partner",
] as const;
export type RelationshipLevel = (typeof RELATIONSHIP_LEVELS)[number];

/** Whether a judgement rests on anything: words that say what happened, or an activity. */
export const hasEvidence = (given: { readonly note: string; readonly activityId: string | null }): boolean =>
  given.note.trim() !== "" || given.activityId !== null;
