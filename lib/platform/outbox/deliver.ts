import type { Result } from "../verb";
import type { Entry } from "./entry";

/** Not of this entry's making: it is sent again, unchanged. */
const LATER: ReadonlySet<string> = new Set(["offline", "failed", "busy", "too-many-attempts"]);
/** Nothing of this person can be sent until they sign in again. */
const NOBODY: ReadonlySet<string> = new Set(["signed-out", "somebody-else"]);

/** Where entries are kept while they wait. */
export type Shelf = {
  /** What waits now, oldest first. */
  readonly waiting: () => Promise<readonly Entry[]>;
  readonly remove: (id: string) => Promise<void>;
  /** Keeps what changed of an entry that is still there; one that was thrown away stays away. */
  readonly change: (id: string, change: Partial<Entry>) => Promise<void>;
};

/** How it went: all gone or refused, some to be tried later, or nobody is signed in to send for. */
export type Delivery = "done" | "later" | "signed-out";

/**
 * Sends what waits, one after the other, oldest first. An entry leaves only once the server says that it has it; it may
 * have it from an earlier time, whose answer was lost. Without a connection it stops at the first. A refusal stays with
 * its entry and holds up no other.
 */
export async function deliver(
  shelf: Shelf,
  send: (entry: Entry) => Promise<Result<unknown>>,
): Promise<Delivery> {
  let delivery: Delivery = "done";
  for (const entry of await shelf.waiting()) {
    await shelf.change(entry.id, { tries: entry.tries + 1 });
    const result = await send(entry);
    const code = result.ok ? null : result.refusal.code;
    if (code === null || code === "already-there") {
      await shelf.remove(entry.id);
      continue;
    }
    if (NOBODY.has(code)) return "signed-out";
    if (code === "offline") return "later";
    if (LATER.has(code)) delivery = "later";
    else if (!result.ok) await shelf.change(entry.id, { state: "refused", refusal: result.refusal });
  }
  return delivery;
}
