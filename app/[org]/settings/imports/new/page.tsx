import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { StartImport } from "@/components/imports/start-import";
import { importsList } from "@/lib/features/imports/queries";
import { load } from "@/lib/platform/page";
import { paths } from "@/lib/platform/paths";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("imports"))("new") };
}

export default async function NewImportPage({ params }: PageProps<"/[org]/settings/imports/new">) {
  const { org } = await params;
  const { mayRun } = await load(importsList, org, { limit: 1 }, paths.newImport(org));
  if (!mayRun) notFound();
  return <StartImport org={org} />;
}
