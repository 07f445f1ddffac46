/** Before the name of everything that is kept here as text, so that all of it can be found. */
export const KOERS = "koers.";

let closed = false;

/** From now on nothing is kept here any more, also not by what is still open in this tab; until the page is loaded anew. */
export function closeShelves(): void {
  closed = true;
}

/** Where a kind of text of one person is kept; another one who works on this device later never reads it. */
export const shelfName = (kind: string, member: string, ...of: readonly string[]): string =>
  KOERS + [kind, member, ...of].join(".");

/** A place in the browser's storage. A browser that keeps nothing loses only what passes through a closed page. */
export function shelf(storage: () => Storage, name: string) {
  return {
    read: () => {
      try {
        return storage().getItem(name);
      } catch {
        return null;
      }
    },
    write: (text: string | null) => {
      try {
        if (text === null) storage().removeItem(name);
        else if (!closed) storage().setItem(name, text);
      } catch {
        // Private windows and full disks: the work goes on, it only does not survive a closed tab.
      }
    },
  };
}
