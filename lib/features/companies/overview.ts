import "server-only";
import { reach } from "@/lib/domain/policy/permissions";
import { refuse } from "@/lib/domain/shared/result";
import { query } from "@/lib/platform/verb";
import { contactMergesInto } from "./contact-merge-store";
import { CompanyRef, TimelinePage } from "./input";
import { mergesInto } from "./merge-store";
import { contactPage, isThere, sumsOf, timelineOf } from "./overview-store";
import { relationshipOf } from "./relationship-store";
import type { CompanyOverview, ContactPageView } from "./view";

const FIRST = 20;

/** What a company comes to: its deals added up, and what was done on them last. */
export const companiesOverview = query({
  name: "companies.overview",
  input: CompanyRef,
  can: "company.read",
  async run({ tx, ctx, input: { id } }) {
    if (!(await isThere(tx, ctx.org.id, "company", id))) return refuse("not-found");
    const first = { of: "company", id, after: null, limit: FIRST } as const;
    return {
      sums: await sumsOf(tx, ctx.org.id, id),
      timeline: await timelineOf(tx, ctx.org.id, first),
      relationship: await relationshipOf(tx, ctx.org.id, id),
      today: ctx.today,
      merges: await mergesInto(tx, ctx, id),
    } satisfies CompanyOverview;
  },
});

/** More of what was done on the deals of a company or person. */
export const companiesTimeline = query({
  name: "companies.timeline",
  input: TimelinePage,
  can: "company.read",
  run: async ({ tx, ctx, input }) =>
    (await isThere(tx, ctx.org.id, input.of, input.id))
      ? timelineOf(tx, ctx.org.id, input)
      : refuse("not-found"),
});

/** One person: where they work, the deals they take part in and as what, and what was done on those. */
export const contactsRead = query({
  name: "contacts.read",
  input: CompanyRef,
  can: "company.read",
  async run({ tx, ctx, input: { id } }) {
    const contact = await contactPage(tx, ctx.org.id, id);
    if (!contact) return refuse("not-found");
    const first = { of: "contact", id, after: null, limit: FIRST } as const;
    return {
      ...contact,
      timeline: await timelineOf(tx, ctx.org.id, first),
      merges: await contactMergesInto(tx, ctx, id),
      mayEdit: reach(ctx.member.role, "company.edit") !== null,
    } satisfies ContactPageView;
  },
});
