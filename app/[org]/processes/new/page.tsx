import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { NewProcess } from "@/components/processes/new-process";
import { templatesList } from "@/lib/features/processes/queries";
import { load } from "@/lib/platform/page";
import { paths } from "@/lib/platform/paths";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("processes"))("list.new") };
}

export default async function New({ params, searchParams }: PageProps<"/[org]/processes/new">) {
  const { org } = await params;
  const { role } = await searchParams;
  const view = await load(templatesList, org, {}, paths.newProcess(org));
  return <NewProcess org={org} view={view} roleId={typeof role === "string" ? role : null} />;
}
