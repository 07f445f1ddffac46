import { shelf } from "./shelf";

/** Before the name of everything that somebody typed and did not save yet. */
const PREFIX = "koers.typed.";
const OWNER = "koers.typist";

/** What of the browser is needed, so that it runs the same in a test. */
type Kept = Pick<Storage, "getItem" | "setItem" | "removeItem"> & Readonly<Record<string, unknown>>;

const own = (): Storage => window.localStorage;

/** A place on this device for what is typed into a form, by the name of the form and of what it is about. */
export const typedAt = (name: string) => shelf(own, PREFIX + name);

/** Nothing that was typed stays on this device. */
export function forgetTyped(storage: () => Kept = own): void {
  try {
    const kept = storage();
    for (const name of Object.keys(kept)) if (name.startsWith(PREFIX)) kept.removeItem(name);
  } catch {
    // A browser that keeps nothing has nothing to forget.
  }
}

/** Says who types on this device from now on; what another one typed is forgotten. */
export function typistIs(userId: string, storage: () => Kept = own): void {
  try {
    const kept = storage();
    if ((kept.getItem(OWNER) ?? userId) !== userId) forgetTyped(storage);
    kept.setItem(OWNER, userId);
  } catch {
    // The same.
  }
}
