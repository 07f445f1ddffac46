import type { Find } from "@/lib/features/search/input";
import { KINDS } from "@/lib/features/search/view";

export type Opened = NonNullable<Find["recent"]>[number];

const KEPT = 8;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const PLACES: Readonly<Record<string, Opened["kind"]>> = {
  deals: "deal",
  companies: "company",
  contacts: "contact",
  processes: "process",
};

/** What is opened at an address of this organisation; null when it is a list or a page of another kind. */
export function openedAt(path: string): Opened | null {
  const [, , place = "", id = ""] = path.split("/");
  const kind = PLACES[place];
  return kind && UUID.test(id) ? { kind, id } : null;
}

/** What was opened last with one more, newest first, each once. */
export const withOpened = (before: readonly Opened[], opened: Opened): Opened[] =>
  [opened, ...before.filter(({ kind, id }) => kind !== opened.kind || id !== opened.id)].slice(0, KEPT);

const keyOf = (org: string) => `koers.recent.${org}`;

/** What this device opened last: kinds and ids only. Names are asked of the server, for who is signed in now. */
export function recentOnes(org: string): Opened[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(keyOf(org)) ?? "[]");
    return (Array.isArray(kept) ? kept : [])
      .filter((each): each is Opened => KINDS.includes(each?.kind) && UUID.test(String(each?.id)))
      .slice(0, KEPT);
  } catch {
    return [];
  }
}

/** Remembers on this device what was opened; nothing where the browser keeps nothing. */
export function remember(org: string, opened: Opened): void {
  try {
    localStorage.setItem(keyOf(org), JSON.stringify(withOpened(recentOnes(org), opened)));
  } catch {
    // A private window or a full disk: then nothing is recent.
  }
}
