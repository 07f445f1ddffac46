import "server-only";
import { reach } from "@/lib/domain/policy/permissions";
import { refuse } from "@/lib/domain/shared/result";
import { command, query } from "@/lib/platform/verb";
import {
  companySides,
  duplicatePairs,
  duplicatePeople,
  markDistinct,
  peopleSides,
  similarContacts,
  unmarkDistinct,
} from "./duplicates-store";
import { CompanyPair, CompanyRef, ContactPair, NoInput, SimilarContactTo } from "./input";
import { survivorOf } from "./merge-store";
import { isThere } from "./overview-store";
import type { DuplicateList, DuplicatePeopleList } from "./view";

/** Pairs that a page shows: who settles one makes room for the next. */
const SHOWN = 100;

/** Companies that are probably one, pair by pair. */
export const companiesDuplicates = query({
  name: "companies.duplicates",
  input: NoInput,
  can: "company.read",
  async run({ tx, ctx }) {
    const pairs = await duplicatePairs(tx, ctx.org.id, SHOWN + 1);
    return {
      pairs: pairs.slice(0, SHOWN),
      more: pairs.length > SHOWN,
      mayEdit: reach(ctx.member.role, "company.edit") !== null,
    } satisfies DuplicateList;
  },
});

/** Two companies side by side, the older first. */
export const companiesPair = query({
  name: "companies.pair",
  input: CompanyPair,
  can: "company.read",
  async run({ tx, ctx, input }) {
    const sides = await companySides(tx, ctx.org.id, [input.id, input.otherId]);
    return sides.length === 2 ? { sides } : refuse("not-found");
  },
});

/** Where a merged company lives on; null when it is its own. */
export const companiesSurvivor = query({
  name: "companies.survivor",
  input: CompanyRef,
  can: "company.read",
  run: async ({ tx, ctx, input }) => ({ into: await survivorOf(tx, ctx.org.id, input.id, "company") }),
});

/** People who may be the one being typed. */
export const contactsSimilar = query({
  name: "contacts.similar",
  input: SimilarContactTo,
  can: "company.read",
  run: ({ tx, ctx, input }) => similarContacts(tx, ctx.org.id, input),
});

/** Says that two companies are not the same: the list does not ask again. */
export const keepApart = command({
  name: "company.keep-apart",
  input: CompanyPair,
  can: "company.edit",
  async run({ tx, ctx, input: { id, otherId } }) {
    if (id === otherId) return refuse("merge-same");
    for (const each of [id, otherId])
      if (!(await isThere(tx, ctx.org.id, "company", each))) return refuse("not-found");
    await markDistinct(tx, ctx.org.id, "company", id, otherId, ctx.now);
    return { id };
  },
});

/** Takes that back: the list asks again. */
export const compareAgain = command({
  name: "company.compare-again",
  input: CompanyPair,
  can: "company.edit",
  run: async ({ tx, ctx, input: { id, otherId } }) =>
    (await unmarkDistinct(tx, ctx.org.id, "company", id, otherId)) ? { id } : refuse("not-found"),
});

/** People who are probably one, pair by pair. */
export const contactsDuplicates = query({
  name: "contacts.duplicates",
  input: NoInput,
  can: "company.read",
  async run({ tx, ctx }) {
    const pairs = await duplicatePeople(tx, ctx.org.id, SHOWN + 1);
    return {
      pairs: pairs.slice(0, SHOWN),
      more: pairs.length > SHOWN,
      mayEdit: reach(ctx.member.role, "company.edit") !== null,
    } satisfies DuplicatePeopleList;
  },
});

/** Two people side by side, the older first. */
export const contactsPair = query({
  name: "contacts.pair",
  input: ContactPair,
  can: "company.read",
  async run({ tx, ctx, input }) {
    const sides = await peopleSides(tx, ctx.org.id, [input.id, input.otherId]);
    return sides.length === 2 ? { sides } : refuse("not-found");
  },
});

/** Where a merged person lives on; null when they are their own. */
export const contactsSurvivor = query({
  name: "contacts.survivor",
  input: CompanyRef,
  can: "company.read",
  run: async ({ tx, ctx, input }) => ({ into: await survivorOf(tx, ctx.org.id, input.id, "contact") }),
});

/** Says that two people are not the same: the list does not ask again. */
export const keepPeopleApart = command({
  name: "contact.keep-apart",
  input: ContactPair,
  can: "company.edit",
  async run({ tx, ctx, input: { id, otherId } }) {
    if (id === otherId) return refuse("merge-same-person");
    for (const each of [id, otherId])
      if (!(await isThere(tx, ctx.org.id, "contact", each))) return refuse("not-found");
    await markDistinct(tx, ctx.org.id, "contact", id, otherId, ctx.now);
    return { id };
  },
});

/** Takes that back: the list asks again. */
export const comparePeopleAgain = command({
  name: "contact.compare-again",
  input: ContactPair,
  can: "company.edit",
  run: async ({ tx, ctx, input: { id, otherId } }) =>
    (await unmarkDistinct(tx, ctx.org.id, "contact", id, otherId)) ? { id } : refuse("not-found"),
});
