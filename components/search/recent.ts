import type { Find } from "@/lib/features/search/input";
import { KINDS } from "@/lib/features/search/view";
import { shelf, shelfName } from "@/lib/platform/typed/shelf";

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

const placeOf = (member: string) => shelf(() => localStorage, shelfName("recent", member));

/** What a member opened last on this device: kinds and ids only. Names are asked of the server, for who is signed in now. */
export function recentOnes(member: string): Opened[] {
  try {
    const kept: unknown = JSON.parse(placeOf(member).read() ?? "[]");
    return (Array.isArray(kept) ? kept : [])
      .filter((each): each is Opened => KINDS.includes(each?.kind) && UUID.test(String(each?.id)))
      .slice(0, KEPT);
  } catch {
    return [];
  }
}

/** Remembers on this device what was opened; nothing where the browser keeps nothing. */
export const remember = (member: string, opened: Opened): void =>
  placeOf(member).write(JSON.stringify(withOpened(recentOnes(member), opened)));
