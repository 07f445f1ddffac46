import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { DuplicatesPage } from "@/components/companies/duplicates-page";
import { companiesDuplicates } from "@/lib/features/companies/queries";
import { load } from "@/lib/platform/page";
import { paths } from "@/lib/platform/paths";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("buying.duplicates"))("title") };
}

/** Companies that are probably one. */
export default async function Duplicates({ params }: PageProps<"/[org]/companies/duplicates">) {
  const { org } = await params;
  return <DuplicatesPage org={org} list={await load(companiesDuplicates, org, {}, paths.duplicates(org))} />;
}
