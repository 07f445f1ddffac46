import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ProcessesPage } from "@/components/processes/processes-page";
import { processesList } from "@/lib/features/processes/queries";
import { load } from "@/lib/platform/page";
import { paths } from "@/lib/platform/paths";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("processes"))("title") };
}

export default async function Processes({ params }: PageProps<"/[org]/processes">) {
  const { org } = await params;
  return <ProcessesPage org={org} view={await load(processesList, org, {}, paths.processes(org))} />;
}
