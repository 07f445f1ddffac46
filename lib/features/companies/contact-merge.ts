import "server-only";
import { restoredFields } from "@/lib/domain/companies/merge";
import { mergedPerson } from "@/lib/domain/companies/merge-people";
import { daysLeft } from "@/lib/domain/policy/trash";
import { type Refusal, refuse } from "@/lib/domain/shared/result";
import { command } from "@/lib/platform/verb";
import {
  endContactMerge,
  insertContactMerge,
  lockContactMerge,
  lockContacts,
  moveNaming,
  placeContact,
  writePerson,
} from "./contact-merge-store";
import { MergeContacts, TrashRef } from "./input";
import { contactNow } from "./store";

/** Deals by the hundred may have to be written. */
const TIMEOUT_MS = 60_000;

/**
 * Makes a person part of another one. Every deal that names them (seen or not), what they are on it, what was done with them and
 * what they promised goes along. Kept for 30 days: all of it can be undone.
 */
export const mergeContacts = command({
  name: "contact.merge",
  input: MergeContacts,
  can: "company.edit",
  timeoutMs: TIMEOUT_MS,
  async run({ tx, ctx, input }): Promise<{ id: string; mergeId: string } | Refusal> {
    const orgId = ctx.org.id;
    if (input.id === input.into) return refuse("merge-same-person");
    const people = await lockContacts(tx, orgId, [input.id, input.into]);
    const from = people.find(({ id }) => id === input.id);
    const into = people.find(({ id }) => id === input.into);
    if (!from || !into || from.deletedAt || into.deletedAt) return refuse("not-found");
    // What was chosen was chosen from what both said then.
    if (from.version !== input.version || into.version !== input.intoVersion)
      return refuse("stale", { who: "", at: "" }, { current: await contactNow(tx, orgId, into.id) });
    const { before, after } = mergedPerson(into.fields, from.fields, input.take);
    const moved = await moveNaming(tx, ctx, { from: from.id, to: into.id });
    await placeContact(tx, ctx, from.id, into.id);
    await writePerson(tx, orgId, into.id, after);
    const merge = { id: input.mergeId, fromId: from.id, intoId: into.id };
    await insertContactMerge(tx, ctx, { ...merge, moved, before, after });
    return { id: into.id, mergeId: input.mergeId };
  },
});

/**
 * Makes a merged person their own again, with everything that came with them and is still there. What was added or edited since
 * stays with the one who was kept. Refused after 30 days (merge-too-old), and while the kept one is part of another or in the
 * trash (merge-person-gone).
 */
export const unmergeContacts = command({
  name: "contact.unmerge",
  input: TrashRef,
  can: "company.edit",
  timeoutMs: TIMEOUT_MS,
  async run({ tx, ctx, input }): Promise<{ id: string } | Refusal> {
    const orgId = ctx.org.id;
    const merge = await lockContactMerge(tx, orgId, input.id);
    if (!merge) return refuse("not-found");
    const people = await lockContacts(tx, orgId, [merge.fromId, merge.intoId]);
    const from = people.find(({ id }) => id === merge.fromId);
    const into = people.find(({ id }) => id === merge.intoId);
    if (!from || !into) return refuse("not-found");
    if (daysLeft(merge.mergedAt, ctx.now) === 0) return refuse("merge-too-old");
    if (into.deletedAt) return refuse("merge-person-gone", { name: into.fields.name ?? "" });
    // As in a merge first what takes long: from where a name is written on, others who write one wait.
    await moveNaming(tx, ctx, { from: into.id, to: from.id }, merge.moved);
    await placeContact(tx, ctx, from.id, null);
    await writePerson(tx, orgId, into.id, restoredFields(into.fields, merge.before, merge.after));
    await endContactMerge(tx, ctx, input.id);
    return { id: from.id };
  },
});
