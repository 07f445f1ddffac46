import { closeShelves, KOERS, shelf } from "./shelf";

/** Before the name of everything that somebody typed into a form and did not save yet. */
const PREFIX = `${KOERS}typed.`;
const OWNER = `${KOERS}typist`;

/** What of the browser is needed, so that it runs the same in a test. */
type Kept = Pick<Storage, "getItem" | "setItem" | "removeItem"> & Readonly<Record<string, unknown>>;
type Where = readonly (() => Kept)[];

const own = (): Storage => window.localStorage;
const EVERYWHERE: Where = [own, () => window.sessionStorage];

/** A place on this device for what is typed into a form, by the name of the form and of what it is about. */
export const typedAt = (name: string) => shelf(own, PREFIX + name);

/** Nothing that anybody typed or opened stays on this device: forms, edits of drafts, what was opened last. */
export function forgetTyped(...where: Where): void {
  for (const storage of where.length > 0 ? where : EVERYWHERE) {
    try {
      const kept = storage();
      for (const name of Object.keys(kept)) if (name.startsWith(KOERS)) kept.removeItem(name);
    } catch {
      // A browser that keeps nothing has nothing to forget.
    }
  }
}

/** Says who types on this device from now on; what another one left is forgotten. */
export function typistIs(userId: string, ...where: Where): void {
  const [first = own] = where;
  try {
    if ((first().getItem(OWNER) ?? userId) !== userId) forgetTyped(...where);
    first().setItem(OWNER, userId);
  } catch {
    // The same.
  }
}

/** Somebody signs out: nothing of theirs stays, and what is still open in this tab keeps nothing either. */
export function leaveDevice(...where: Where): void {
  closeShelves();
  forgetTyped(...where);
}

/** How many texts of a kind are kept here. */
export function keptOf(kind: string, storage: () => Kept = own): number {
  try {
    return Object.keys(storage()).filter((name) => name.startsWith(`${KOERS}${kind}.`)).length;
  } catch {
    return 0;
  }
}
