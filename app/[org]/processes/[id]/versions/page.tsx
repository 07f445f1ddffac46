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

/** The numbers in the address; what is no number stays as it is, and is refused. */
const numbers = (search: Record<string, unknown>) =>
  Object.fromEntries(
    ["before", "from", "to"].flatMap((key) => {
      const value = search[key];
      return value === undefined ? [] : [[key, /^\d+$/.test(String(value)) ? Number(value) : value]];
    }),
  );

export default async function Versions({
  params,
  searchParams,
}: PageProps<"/[org]/processes/[id]/versions">) {
  const { org, id } = await params;
  const input = VersionsAsk.safeParse({ processId: id, ...numbers(await searchParams) });
  if (!input.success) notFound();
  const view = await load(processVersions, org, input.data, paths.versions(org, id));
  return <VersionsPage org={org} view={view} />;
}
