import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { ComparePage } from "@/components/processes/compare/compare-page";
import { processesCompare } from "@/lib/features/processes/queries";
import { load } from "@/lib/platform/page";
import { paths } from "@/lib/platform/paths";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("processes"))("compare.title") };
}

const Id = z.uuid().optional().catch(undefined);

/** Two processes side by side; which ones stands in the address. */
export default async function Compare({ params, searchParams }: PageProps<"/[org]/processes/compare">) {
  const { org } = await params;
  const search = await searchParams;
  const [left, right] = [Id.parse(search.left), Id.parse(search.right)];
  const here = paths.compareProcesses(org, left, right);
  const view = await load(processesCompare, org, { leftId: left, rightId: right }, here);
  return <ComparePage org={org} view={view} />;
}
