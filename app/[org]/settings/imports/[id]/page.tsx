import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ImportPage } from "@/components/imports/import-page";
import { importsRead } from "@/lib/features/imports/queries";
import { load } from "@/lib/platform/page";
import { paths } from "@/lib/platform/paths";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("imports"))("title") };
}

export default async function OneImportPage({ params }: PageProps<"/[org]/settings/imports/[id]">) {
  const { org, id } = await params;
  const view = await load(importsRead, org, { id }, paths.import(org, id));
  return <ImportPage org={org} initial={view} />;
}
