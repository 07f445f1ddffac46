import type { Owner } from "./types";

/** The same text for owners that are the same role, department or person who runs the deal. */
export const ownerKey = (owner: Owner): string => ("id" in owner ? `${owner.kind} ${owner.id}` : owner.kind);
