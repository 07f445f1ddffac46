import { send } from "../door";
import { leaveDevice, typistIs } from "../typed/typed";
import { all, clear, drop, keep, own, readOwner } from "./database";
import { type Delivery, deliver } from "./deliver";
import type { Entry } from "./entry";
import { forgetShell } from "./shell";

/*
 * Writes that wait on this device until the server has them. Every tab reads and changes the same entries; one tab at a
 * time sends.
 */

const NAME = "koers-outbox";
/** Longer than any answer takes: then the connection counts as lost, and the entry stays. */
const ANSWER_MS = 20_000;

/** Whether this browser can keep entries; over plain HTTP to another machine none can. */
export const canKeep = (): boolean =>
  typeof indexedDB !== "undefined" && "locks" in navigator && globalThis.crypto?.subtle !== undefined;

const listeners = new Set<() => void>();
let channel: BroadcastChannel | null = null;

function tell(): void {
  channel?.postMessage("changed");
  for (const listener of listeners) listener();
}

/** Calls `listener` when entries changed, in this tab or another. Gives the way to stop. */
export function listen(listener: () => void): () => void {
  channel ??= new BroadcastChannel(NAME);
  channel.onmessage = () => {
    for (const each of listeners) each();
  };
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    channel?.close();
    channel = null;
  };
}

/** Who works in this tab, once the server said so. */
let here: string | null = null;

/** Says whose device this is; entries of anybody else, and what else they left, are thrown away. */
export async function bind(userId: string, org: string, member: string): Promise<void> {
  here = userId;
  typistIs(userId);
  if (!canKeep()) return;
  // Some browsers keep nothing in a private window; then logs go at once or not at all.
  await own(userId, org, member).catch(() => undefined);
  tell();
}

/** Who this device was last bound to in an organisation; null when nobody is. */
export async function lastMember(org: string): Promise<string | null> {
  if (!canKeep()) return null;
  const owner = await readOwner().catch(() => undefined);
  return owner?.members[org] ?? null;
}

type Made = Pick<Entry, "id" | "org" | "verb" | "input" | "about" | "what"> & {
  readonly state?: Entry["state"];
};

/** Keeps a new entry, or the mended form of one that was there; false when it cannot be kept here. */
export async function put(made: Made): Promise<boolean> {
  if (!canKeep()) return false;
  const owner = await readOwner();
  const member = owner?.members[made.org];
  if (!owner || !member || (here !== null && owner.userId !== here)) return false;
  const before = (await all(owner.userId)).find(({ id }) => id === made.id);
  const entry: Entry = {
    state: "waiting",
    refusal: null,
    tries: 0,
    ...made,
    member,
    madeAt: before?.madeAt ?? new Date().toISOString(),
  };
  const kept = await keep(entry, owner.userId, before ? "there" : "new");
  tell();
  return kept;
}

/** What waits on this device, oldest first. */
export async function entries(): Promise<Entry[]> {
  if (!canKeep()) return [];
  const owner = await readOwner();
  return owner ? all(owner.userId) : [];
}

export async function throwAway(id: string): Promise<void> {
  await drop(id);
  tell();
}

/** Sends what waits. Only one tab does at a time; the others wait and find less left to send. */
export function flush(): Promise<Delivery> {
  if (!canKeep()) return Promise.resolve("done");
  return navigator.locks.request(NAME, async (): Promise<Delivery> => {
    const owner = await readOwner();
    if (!owner) return "done";
    const { userId } = owner;
    return deliver(
      {
        waiting: async () => (await all(userId)).filter(({ state }) => state === "waiting"),
        remove: throwAway,
        change: async (id, change) => {
          const entry = (await all(userId)).find((one) => one.id === id);
          if (entry) await keep({ ...entry, ...change }, userId, "there");
          tell();
        },
      },
      ({ org, verb, input, id, member }) =>
        send(org, verb, input, { key: id, member, signal: AbortSignal.timeout(ANSWER_MS) }),
    );
  });
}

/** Takes everything of the person off this device; called when they sign out. */
export async function wipe(): Promise<void> {
  here = null;
  leaveDevice();
  await forgetShell().catch(() => undefined);
  if (!canKeep()) return;
  await clear();
  tell();
}
