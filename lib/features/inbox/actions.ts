import { action, reader } from "@/lib/platform/door";
import type { InboxPage, MarkNotice, UnmarkAll } from "./input";
import type { Inbox } from "./view";

type Nothing = Record<string, never>;

export const readInbox = reader<InboxPage, Inbox>("inbox.list");
const readPeople = reader<Nothing, { id: string; name: string }[]>("inbox.people");

/** Asks whom an @ may mention; nobody while that cannot be read. */
export const mentionable = (org: string) => async (): Promise<{ id: string; name: string }[]> => {
  const found = await readPeople(org, {});
  return found.ok ? found.value : [];
};

export const markInbox = action<MarkNotice, { id: string }>("inbox.mark");
export const markInboxRead = action<Nothing, { at: string; count: number }>("inbox.mark-all");
export const unmarkInboxRead = action<UnmarkAll, { count: number }>("inbox.unmark-all");
