import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { DuplicateCompanies, DuplicatePersons } from "@/components/companies/duplicates-page";
import { companiesDuplicates, contactsDuplicates } from "@/lib/features/companies/queries";
import { load } from "@/lib/platform/page";
import { paths } from "@/lib/platform/paths";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("buying.duplicates"))("title") };
}

/** Companies, or people, that are probably one. */
export default async function Duplicates({ params, searchParams }: PageProps<"/[org]/companies/duplicates">) {
  const { org } = await params;
  if ((await searchParams).of === "people") {
    const here = paths.duplicates(org, "people");
    return <DuplicatePersons org={org} list={await load(contactsDuplicates, org, {}, here)} />;
  }
  return (
    <DuplicateCompanies org={org} list={await load(companiesDuplicates, org, {}, paths.duplicates(org))} />
  );
}
