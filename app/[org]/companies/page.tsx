import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { CompanyTable } from "@/components/companies/company-table";
import { companiesList } from "@/lib/features/companies/queries";
import { load } from "@/lib/platform/page";
import { paths } from "@/lib/platform/paths";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("deals.companies"))("title") };
}

/** Companies by name; the search stands in the address. */
export default async function CompaniesPage({ params, searchParams }: PageProps<"/[org]/companies">) {
  const { org } = await params;
  const { q } = await searchParams;
  const words = (typeof q === "string" ? q : "").slice(0, 100);
  const first = await load(companiesList, org, { q: words }, paths.companies(org));
  return <CompanyTable key={words} org={org} q={words} first={first} />;
}
