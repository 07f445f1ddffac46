import "server-only";
import { z } from "zod";
import { keepMentions, mentionedIn, nameMentions } from "@/lib/domain/mentions/mentions";
import type { Ctx } from "@/lib/platform/context";
import type { Tx } from "@/lib/platform/db/tenant";
import { command } from "@/lib/platform/verb";
import { MarkNotice, UnmarkAll } from "./input";
import { knownNames, membersByName, mentionable, namesIn, whoSees } from "./mention-store";
import {
  countUnread,
  dropUnread,
  insertNotices,
  markAll,
  markNotice,
  type NewNotice,
  noticeOwner,
  unmarkAll,
} from "./store";

/** Marks a notice read, or unread again. */
export const markInbox = command({
  name: "inbox.mark",
  input: MarkNotice,
  can: "inbox.edit",
  fleeting: true,
  owner: ({ tx, ctx, input }) => noticeOwner(tx, ctx.org.id, input.id),
  async run({ tx, ctx, input }): Promise<{ id: string }> {
    await markNotice(tx, ctx, input.id, input.read);
    return { id: input.id };
  },
});

/** Marks everything in one's inbox read; `at` takes exactly that back. One's own only, so it asks no more than being here. */
export const markInboxRead = command({
  name: "inbox.mark-all",
  input: z.strictObject({}),
  can: "organization.read",
  fleeting: true,
  run: async ({ tx, ctx }) => ({ at: ctx.now.toISOString(), count: await markAll(tx, ctx) }),
});

/** Marks unread again what was marked read at that moment. */
export const unmarkInboxRead = command({
  name: "inbox.unmark-all",
  input: UnmarkAll,
  can: "organization.read",
  fleeting: true,
  run: async ({ tx, ctx, input }) => ({ count: await unmarkAll(tx, ctx, input.at) }),
});

/** For other features: tells a member something, unless it was their own doing. */
export async function tell(tx: Tx, ctx: Ctx, notice: NewNotice): Promise<void> {
  if (notice.memberId !== ctx.actor.id) await insertNotices(tx, ctx, [notice]);
}

/** For other features: tells a member no more of a task or a call, where they did not read of it yet. */
export const tellNoMore = dropUnread;

/** For other features: a text as it is kept, with the people it mentions by id; as it is when that would be too long. */
export async function keepText<T extends string | null>(tx: Tx, ctx: Ctx, text: T, most: number): Promise<T> {
  if (!text?.includes("@")) return text;
  const kept = keepMentions(text, await knownNames(tx, ctx.org.id));
  return kept.length <= most ? (kept as T) : text;
}

/** For other features: active members by the names by which each is meant alone. */
export const membersNamed = membersByName;

/** For other features: how kept texts read today. */
export async function readTexts(
  tx: Tx,
  orgId: string,
  texts: readonly (string | null)[],
): Promise<(text: string) => string> {
  const names = await namesIn(tx, orgId, texts);
  return (text) => nameMentions(text, names);
}

type About = { runId?: string; activityId?: string; taskId?: string; commentId?: string };

/**
 * For other features: tells those whom a kept text mentions, as far as they see what it stands on, and who were not
 * mentioned before. `sightOf` is the deal it hangs on; null when every member sees it.
 */
export async function tellMentioned(
  tx: Tx,
  ctx: Ctx,
  {
    text,
    before = null,
    about,
    sightOf,
  }: { text: string | null; before?: string | null; about: About; sightOf: string | null },
): Promise<void> {
  const known = mentionedIn(before);
  const fresh = mentionedIn(text).filter((id) => !known.includes(id) && id !== ctx.actor.id);
  if (fresh.length === 0) return;
  const there = (await mentionable(tx, ctx.org.id)).map(({ id }) => id);
  const active = fresh.filter((id) => there.includes(id));
  const seeing = sightOf === null ? active : await whoSees(tx, ctx, sightOf, active);
  await insertNotices(
    tx,
    ctx,
    seeing.map((memberId) => ({ memberId, kind: "mention", ...about })),
  );
}

/** For other features: how much a member has not read. */
export const unreadOf = countUnread;
