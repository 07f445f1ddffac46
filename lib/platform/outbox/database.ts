import type { Entry } from "./entry";

/*
 * The one place that keeps anything of a person's work on a device, through the browser's own database: three short
 * functions of it are needed. Entries lie sealed with a key that never leaves the browser; sealing happens before a
 * transaction begins, because one ends by itself as soon as it waits for something else.
 */

const NAME = "koers";
const ENTRIES = "entries";
const OWNER = "owner";

/**
 * Whose entries these are, what they are sealed with, and that person's membership by organisation; one row, gone when the
 * person signs out.
 */
type Owner = {
  readonly id: "owner";
  readonly userId: string;
  readonly key: CryptoKey;
  readonly members: Readonly<Record<string, string>>;
};
type Sealed = { readonly id: string; readonly iv: Uint8Array<ArrayBuffer>; readonly data: ArrayBuffer };

const asPromise = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

const finished = (transaction: IDBTransaction): Promise<void> =>
  new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error);
  });

function open(): Promise<IDBDatabase> {
  const request = indexedDB.open(NAME, 1);
  request.onupgradeneeded = () => {
    request.result.createObjectStore(ENTRIES, { keyPath: "id" });
    request.result.createObjectStore(OWNER, { keyPath: "id" });
  };
  return asPromise(request);
}

/** Does all of `work` or nothing, over everything kept here. */
async function within<T>(
  mode: IDBTransactionMode,
  work: (entries: IDBObjectStore, owner: IDBObjectStore) => Promise<T>,
): Promise<T> {
  const database = await open();
  try {
    const transaction = database.transaction([ENTRIES, OWNER], mode);
    const end = finished(transaction);
    // Heard below, unless `work` fails first.
    end.catch(() => undefined);
    const value = await work(transaction.objectStore(ENTRIES), transaction.objectStore(OWNER));
    await end;
    return value;
  } finally {
    database.close();
  }
}

const ownerIn = (owner: IDBObjectStore): Promise<Owner | undefined> => asPromise(owner.get("owner"));
export const readOwner = (): Promise<Owner | undefined> => within("readonly", (_, owner) => ownerIn(owner));

/** Gives the device to a person, known in `org` as `member`; whatever lay there of another one is gone. */
export async function own(userId: string, org: string, member: string): Promise<void> {
  const key = await crypto.subtle.generateKey({ name: "AES-GCM", length: 256 }, false, [
    "encrypt",
    "decrypt",
  ]);
  await within("readwrite", async (entries, owner) => {
    const before = await ownerIn(owner);
    const same = before?.userId === userId ? before : null;
    if (!same) entries.clear();
    const members = { ...same?.members, [org]: member };
    owner.put({ id: "owner", userId, key: same?.key ?? key, members } satisfies Owner);
  });
}

/** Nothing of anybody stays. */
export const clear = (): Promise<void> =>
  within("readwrite", async (entries, owner) => {
    entries.clear();
    owner.clear();
  });

async function seal(entry: Entry, key: CryptoKey): Promise<Sealed> {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const plain = new TextEncoder().encode(JSON.stringify(entry));
  return { id: entry.id, iv, data: await crypto.subtle.encrypt({ name: "AES-GCM", iv }, key, plain) };
}

async function unseal({ iv, data }: Sealed, key: CryptoKey): Promise<Entry> {
  return JSON.parse(
    new TextDecoder().decode(await crypto.subtle.decrypt({ name: "AES-GCM", iv }, key, data)),
  );
}

/**
 * Keeps an entry for the device's owner; false when they signed out meanwhile. `only` says whether it must be new, so that
 * a second tap adds nothing, or must be there still, so that what was thrown away stays away.
 */
export async function keep(entry: Entry, userId: string, only: "new" | "there"): Promise<boolean> {
  const before = await readOwner();
  if (before?.userId !== userId) return false;
  const sealed = await seal(entry, before.key);
  return within("readwrite", async (entries, owner) => {
    const now = await ownerIn(owner);
    if (now?.userId !== userId) return false;
    const there = (await asPromise(entries.count(entry.id))) > 0;
    if (there === (only === "there")) entries.put(sealed);
    return true;
  });
}

export const drop = (id: string): Promise<void> =>
  within("readwrite", async (entries) => {
    entries.delete(id);
  });

/** All entries of the device's owner, oldest first; none when somebody else owns it by now. */
export async function all(userId: string): Promise<Entry[]> {
  const { kept, owner } = await within("readonly", async (entries, owners) => ({
    owner: await ownerIn(owners),
    kept: (await asPromise(entries.getAll())) as Sealed[],
  }));
  if (owner?.userId !== userId) return [];
  const found = await Promise.all(kept.map((sealed) => unseal(sealed, owner.key)));
  // Ids are of version 7, but a clock may be set back between two of them.
  return found.sort((one, other) => one.madeAt.localeCompare(other.madeAt) || one.id.localeCompare(other.id));
}
