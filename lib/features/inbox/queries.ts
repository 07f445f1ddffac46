import "server-only";
import { z } from "zod";
import { query } from "@/lib/platform/verb";
import { InboxPage } from "./input";
import { mentionable } from "./mention-store";
import { countUnread, noticePage } from "./store";
import type { Inbox, Unread } from "./view";

/** What the person asking should know, the latest first, a page at a time. */
export const inboxList = query({
  name: "inbox.list",
  input: InboxPage,
  can: "organization.read",
  async run({ tx, ctx, input }): Promise<Inbox> {
    const rows = await noticePage(tx, ctx, input);
    const notices = rows.slice(0, input.limit);
    const last = rows.length > notices.length ? notices.at(-1) : undefined;
    return {
      notices,
      next: last ? { at: last.at, id: last.id } : null,
      unread: await countUnread(tx, ctx.org.id, ctx.member.id),
      timeZone: ctx.org.timeZone,
    };
  },
});

/** How much of that is unread. */
export const inboxUnread = query({
  name: "inbox.unread",
  input: z.strictObject({}),
  can: "organization.read",
  run: ({ tx, ctx }): Promise<Unread> => countUnread(tx, ctx.org.id, ctx.member.id),
});

/** Whom one can mention, for the list that opens at an @. */
export const inboxPeople = query({
  name: "inbox.people",
  input: z.strictObject({}),
  can: "member.read",
  run: ({ tx, ctx }) => mentionable(tx, ctx.org.id),
});
