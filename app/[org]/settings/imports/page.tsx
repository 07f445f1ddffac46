import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ImportListPage } from "@/components/imports/import-list";
import { importsList } from "@/lib/features/imports/queries";
import { load } from "@/lib/platform/page";
import { paths } from "@/lib/platform/paths";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("imports"))("title") };
}

export default async function ImportsPage({ params }: PageProps<"/[org]/settings/imports">) {
  const { org } = await params;
  const view = await load(importsList, org, {}, paths.imports(org));
  return <ImportListPage org={org} initial={view} />;
}
