import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { filterOf, SEARCH_KEYS, type Search } from "@/components/insights/filters";
import { PipelinePage } from "@/components/insights/pipeline-page";
import { insightsChoices, insightsPipeline } from "@/lib/features/insights/queries";
import { load } from "@/lib/platform/page";
import { paths } from "@/lib/platform/paths";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("insights"))("pipeline") };
}

export default async function Pipeline({ params, searchParams }: PageProps<"/[org]/insights/pipeline">) {
  const { org } = await params;
  const given = await searchParams;
  const search = Object.fromEntries(
    SEARCH_KEYS.flatMap((key) => (typeof given[key] === "string" ? [[key, given[key]]] : [])),
  ) as Search;
  const here = paths.pipeline(org, search);
  const choices = await load(insightsChoices, org, {}, here);
  const report = await load(insightsPipeline, org, filterOf(search, choices.processes[0]?.id), here);
  return <PipelinePage org={org} search={search} choices={choices} report={report} />;
}
