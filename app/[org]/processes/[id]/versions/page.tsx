import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { VersionsPage } from "@/components/processes/versions/page";
import { VersionsAsk } from "@/lib/features/processes/input";
import { processVersions } from "@/lib/features/processes/queries";
import { load } from "@/lib/platform/page";
import { paths } from "@/lib/platform/paths";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("processes"))("versions.title") };
}

const ref = (value: unknown) => (value === "draft" || value === undefined ? value : Number(value));

export default async function Versions({
  params,
  searchParams,
}: PageProps<"/[org]/processes/[id]/versions">) {
  const { org, id } = await params;
  const { before, from, to } = await searchParams;
  const asked = { processId: id, before: ref(before), from: ref(from), to: ref(to) };
  const input = VersionsAsk.safeParse(JSON.parse(JSON.stringify(asked)));
  if (!input.success) notFound();
  const view = await load(processVersions, org, input.data, paths.versions(org, id));
  return <VersionsPage org={org} view={view} />;
}
