import "server-only";
import { mergedFields, restoredFields } from "@/lib/domain/companies/merge";
import { daysLeft } from "@/lib/domain/policy/trash";
import { type Refusal, refuse } from "@/lib/domain/shared/result";
import { command } from "@/lib/platform/verb";
import { MergeCompanies, TrashRef } from "./input";
import {
  endMerge,
  insertMerge,
  lockCompanies,
  lockMerge,
  moveAll,
  placeCompany,
  writeFields,
} from "./merge-store";
import { companyNow } from "./store";

/** Deals by the thousand may have to be written. */
const TIMEOUT_MS = 60_000;

/**
 * Makes a company part of another one. Every deal (seen or not), person and judgement goes along; the fields of the one that
 * stays are its own but for those chosen, and what it did not know. Kept for 30 days: all of it can be undone.
 */
export const mergeCompanies = command({
  name: "company.merge",
  input: MergeCompanies,
  can: "company.edit",
  timeoutMs: TIMEOUT_MS,
  async run({ tx, ctx, input }): Promise<{ id: string; mergeId: string } | Refusal> {
    const orgId = ctx.org.id;
    if (input.id === input.into) return refuse("merge-same");
    const companies = await lockCompanies(tx, orgId, [input.id, input.into]);
    const from = companies.find(({ id }) => id === input.id);
    const into = companies.find(({ id }) => id === input.into);
    if (!from || !into || from.deletedAt || into.deletedAt) return refuse("not-found");
    // What was chosen was chosen from what both said then.
    if (from.version !== input.version || into.version !== input.intoVersion)
      return refuse("stale", { who: "", at: "" }, { current: await companyNow(tx, orgId, into.id) });
    const { before, after } = mergedFields(into.fields, from.fields, input.take);
    const moved = await moveAll(tx, ctx, { from: from.id, to: into.id });
    await placeCompany(tx, ctx, from.id, into.id);
    await writeFields(tx, orgId, into.id, after);
    await insertMerge(tx, ctx, { id: input.mergeId, fromId: from.id, intoId: into.id, moved, before, after });
    return { id: into.id, mergeId: input.mergeId };
  },
});

/**
 * Makes a merged company one of its own again, with everything that came with it and is still there. What was added or edited
 * since stays with the one that was kept. Refused after 30 days (merge-too-old), and while the kept one is itself part of
 * another or in the trash (merge-kept-gone).
 */
export const unmergeCompanies = command({
  name: "company.unmerge",
  input: TrashRef,
  can: "company.edit",
  timeoutMs: TIMEOUT_MS,
  async run({ tx, ctx, input }): Promise<{ id: string } | Refusal> {
    const orgId = ctx.org.id;
    const merge = await lockMerge(tx, orgId, input.id);
    if (!merge) return refuse("not-found");
    const companies = await lockCompanies(tx, orgId, [merge.fromId, merge.intoId]);
    const from = companies.find(({ id }) => id === merge.fromId);
    const into = companies.find(({ id }) => id === merge.intoId);
    if (!from || !into) return refuse("not-found");
    if (daysLeft(merge.mergedAt, ctx.now) === 0) return refuse("merge-too-old");
    if (into.deletedAt) return refuse("merge-kept-gone", { name: String(into.fields.name) });
    // As in a merge first what takes long: from where a name is written on, others who write one wait.
    await moveAll(tx, ctx, { from: into.id, to: from.id }, merge.moved);
    await placeCompany(tx, ctx, from.id, null);
    await writeFields(tx, orgId, into.id, restoredFields(into.fields, merge.before, merge.after));
    await endMerge(tx, ctx, input.id);
    return { id: from.id };
  },
});
