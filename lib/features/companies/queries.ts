import "server-only";
import { reach } from "@/lib/domain/policy/permissions";
import { refuse } from "@/lib/domain/shared/result";
import { query } from "@/lib/platform/verb";
import { CompanyFilter, CompanyRef, SimilarTo } from "./input";
import { companyPage, listCompanies, similarCompanies } from "./store";
import type { CompanyList, CompanyView } from "./view";

export {
  companiesDuplicates,
  companiesPair,
  companiesSurvivor,
  contactsDuplicates,
  contactsPair,
  contactsSimilar,
  contactsSurvivor,
} from "./duplicates";
export { companiesOverview, companiesTimeline, contactsRead } from "./overview";

/** Companies by name, a page at a time; `next` continues after the last one. */
export const companiesList = query({
  name: "companies.list",
  input: CompanyFilter,
  can: "company.read",
  async run({ tx, ctx, input }): Promise<CompanyList> {
    const { rows, total } = await listCompanies(tx, ctx.org.id, input);
    const page = rows.slice(0, input.limit);
    const last = page.at(-1);
    return {
      rows: page,
      total,
      next: rows.length > input.limit && last ? { name: last.name, id: last.id } : null,
      mayEdit: reach(ctx.member.role, "company.edit") !== null,
    };
  },
});

/** One company with its people and deals. */
export const companiesRead = query({
  name: "companies.read",
  input: CompanyRef,
  can: "company.read",
  async run({ tx, ctx, input }) {
    const company = await companyPage(tx, ctx.org.id, input.id);
    if (!company) return refuse("not-found");
    return {
      ...company,
      mayEdit: reach(ctx.member.role, "company.edit") !== null,
      mayCreateDeal: reach(ctx.member.role, "deal.create") !== null,
    } satisfies CompanyView;
  },
});

/** Companies that may be the one being typed. */
export const companiesSimilar = query({
  name: "companies.similar",
  input: SimilarTo,
  can: "company.read",
  run: ({ tx, ctx, input }) => similarCompanies(tx, ctx.org.id, input.name, input.not),
});
