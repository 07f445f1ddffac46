import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { writeFilter } from "@/components/processes/library-filter";
import { ProcessesPage } from "@/components/processes/processes-page";
import { readFilter } from "@/components/processes/read-filter";
import { processesList } from "@/lib/features/processes/queries";
import { isLocale } from "@/lib/platform/i18n/locale";
import { load } from "@/lib/platform/page";
import { paths } from "@/lib/platform/paths";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("processes"))("title") };
}

/** The library; what is asked for stands in the address. */
export default async function Processes({ params, searchParams }: PageProps<"/[org]/processes">) {
  const { org } = await params;
  const filter = readFilter(await searchParams);
  const asked = await getLocale();
  const input = { ...filter, ...(isLocale(asked) && { locale: asked }) };
  const here = paths.processes(org, writeFilter(filter));
  return <ProcessesPage org={org} filter={filter} view={await load(processesList, org, input, here)} />;
}
