import { type BoundsRefusal, refuseEdit } from "./bounds";
import type { Seen } from "./edits";
import { changedSince, changedThing } from "./seen";

/** Refuses a change of what a colleague changed since its person saw it; null when it may stand. */
export function overtaken(
  thing: object,
  { set, was }: { readonly set: object; readonly was?: Seen },
): BoundsRefusal | null {
  const field = changedSince(thing, set, was);
  return field === null ? null : refuseEdit("changed-meanwhile", undefined, field);
}

/** Refuses to take away what a colleague changed since its person saw it; null when it may go. */
export function unseen(thing: object, was: Seen | undefined): BoundsRefusal | null {
  const field = was ? changedThing(thing, was) : null;
  return field === null ? null : refuseEdit("changed-meanwhile", undefined, field);
}
