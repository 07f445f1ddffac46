import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { VersionsPage } from "@/components/processes/versions-page";
import { processVersions } from "@/lib/features/processes/queries";
import { load } from "@/lib/platform/page";
import { paths } from "@/lib/platform/paths";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("processes"))("versions.title") };
}

export default async function Versions({ params }: PageProps<"/[org]/processes/[id]/versions">) {
  const { org, id } = await params;
  const view = await load(processVersions, org, { processId: id }, paths.versions(org, id));
  return <VersionsPage org={org} view={view} />;
}
