import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ProcessMaturityPage } from "@/components/maturity/process-maturity-page";
import { maturityProcess } from "@/lib/features/maturity/queries";
import { load } from "@/lib/platform/page";
import { paths } from "@/lib/platform/paths";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("maturity"))("title") };
}

export default async function ProcessPage({ params }: PageProps<"/[org]/maturity/[process]">) {
  const { org, process } = await params;
  const view = await load(maturityProcess, org, { processId: process }, paths.processMaturity(org, process));
  return <ProcessMaturityPage org={org} view={view} />;
}
